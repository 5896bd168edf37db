"""Look at a SPARQL query before an engine sees it: what may not run, and what it asks of the data set.

Keywords of SPARQL stand bare: not in an IRI, a string, a comment, a variable or a prefixed name. A lexer that
knows those five finds every keyword and nothing else, so nothing has to be parsed twice, and a query that
would overflow a parser's stack is refused before one starts.

Source: SPARQL 1.1 Query Language, section 19.8 (grammar), terminals IRIREF, STRING_LITERAL*, VAR1, PNAME_LN.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from graph.errors import QueryError

TOKEN = re.compile(
    r"""
      (?P<blank>[\x20\t\r\n]+)
    | (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^\x00-\x20<>"{}|^`\\]*(?:\\[uU][0-9A-Fa-f]+[^\x00-\x20<>"{}|^`\\]*)*>)
    | (?P<string>\"\"\"(?:[^"\\]|\\.|"{1,2}(?!"))*+(?:\"\"\")?|\'\'\'(?:[^'\\]|\\.|'{1,2}(?!'))*+(?:\'\'\')?
        |"(?:[^"\\\r\n]|\\.)*+"?|'(?:[^'\\\r\n]|\\.)*+'?)
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:[^\W\d_][\w.\-]*)?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])
        (?:[\w.:\-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*|(?:[^\W\d_][\w.\-]*)?:)
    | (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)
    | (?P<word>[A-Za-z_][A-Za-z_0-9]*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
UPDATES = frozenset(
    "INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD".split()
)  # verbs of SPARQL 1.1 Update; none is a keyword of a query
VOLATILE = frozenset("NOW RAND UUID STRUUID BNODE".split())
FORMS = frozenset("SELECT ASK CONSTRUCT DESCRIBE".split())


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a query may be: characters, open brackets, terms, operators, signs in a row."""

    length: int = 64_000
    depth: int = 60
    terms: int = 3_000
    operators: int = 400
    unary_run: int = 40


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind (a group of TOKEN), its text, its offset."""

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Prologue:
    """What BASE and PREFIX declare, IRIs without their angle brackets."""

    base: str | None
    prefixes: tuple[tuple[str, str], ...]

    def expand(self, graph: str, base_iri: str) -> str:
        """Return the absolute IRI of an IRI reference or prefixed name as written.

        >>> Prologue(None, (("e:", "http://e/"),)).expand("e:a", "http://b/")
        'http://e/a'
        >>> Prologue("x/", ()).expand("<g>", "http://b/")
        'http://b/x/g'
        """
        base = urljoin(base_iri, self.base or "")
        if graph.startswith("<"):
            return urljoin(base, graph[1:-1])
        prefix, _, local = graph.partition(":")
        namespace = dict(self.prefixes).get(f"{prefix}:", "")
        return urljoin(base, namespace) + re.sub(r"\\(.)", r"\1", local)


@dataclass(frozen=True, slots=True)
class Inspected:
    """A query that may run: its form, its FROM clauses as written, and whether its answer can be kept."""

    form: str
    from_default: tuple[str, ...]
    from_named: tuple[str, ...]
    is_volatile: bool
    prologue: Prologue

    def dataset(self, base_iri: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the absolute IRIs of the default and of the named graphs that FROM names."""
        expand = self.prologue.expand
        default = tuple(expand(graph, base_iri) for graph in self.from_default)
        return default, tuple(expand(graph, base_iri) for graph in self.from_named)


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of `query` without blanks and comments, in order."""
    for match in TOKEN.finditer(query):
        kind = match.lastgroup or "mark"
        if kind not in ("blank", "comment"):
            yield Token(kind, match.group(), match.start())


def inspect(query: str, limits: Limits = Limits()) -> Inspected:
    """Refuse what may not run; return what the query is.

    Raises: QueryError with the place, if the query is too large or too deep, is an update, or would fetch.

    >>> inspect("SELECT * { ?service ?load <http://SERVICE/> }").form
    'SELECT'
    >>> inspect("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
        ...
    graph.errors.QueryError: SERVICE is not allowed here: this service fetches nothing (line 1, column 7)
    """
    if len(query) > limits.length:
        raise QueryError(query, f"the query is longer than {limits.length} characters", "too_long")
    found = list(tokens(query))
    _refuse_forbidden(query, found)
    _refuse_oversized(query, found, limits)
    form = next((t.text.upper() for t in found if t.kind == "word" and t.text.upper() in FORMS), None)
    if form is None:
        raise QueryError(query, "this is no SELECT, ASK, CONSTRUCT or DESCRIBE query")
    default, named = _dataset(found)
    if any(graph.casefold().startswith("<file:") for graph in (*default, *named)):
        raise QueryError(query, "FROM names a file: this service reads none", "refused")
    volatile = any(t.kind == "word" and t.text.upper() in VOLATILE for t in found)
    return Inspected(form, default, named, volatile, _prologue(found))


def place(query: str, offset: int) -> str:
    """Return "line L, column C" of an offset, both counted from 1."""
    before = query[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - (before.rfind(chr(10)) + 1) + 1}"


def _is_closed(text: str) -> bool:
    mark = text[:3] if text[:3] in ('"""', "'''") else text[0]
    return len(text) >= 2 * len(mark) and text.endswith(mark)


def _refuse_forbidden(query: str, found: list[Token]) -> None:
    for token in found:
        if token.kind == "string" and not _is_closed(token.text):
            raise QueryError(query, f"the string has no end ({place(query, token.start)})")
        if token.kind != "word":
            continue
        word = token.text.upper()
        where = place(query, token.start)
        if word == "SERVICE":
            raise QueryError(
                query, f"SERVICE is not allowed here: this service fetches nothing ({where})", "refused"
            )
        if word in UPDATES:
            raise QueryError(
                query, f"{word} is an update, and this service is read-only ({where})", "refused"
            )


def _refuse_oversized(query: str, found: list[Token], limits: Limits) -> None:
    depth = run = operators = terms = 0
    for token in found:
        if token.kind == "mark" and token.text in "([{":
            depth += 1
        elif token.kind == "mark" and token.text in ")]}":
            depth -= 1
        run = run + 1 if token.kind == "mark" and token.text in "!+-^" else 0
        operators += token.kind == "mark" and token.text in "|&/+-*=<>!^"
        terms += token.kind in ("variable", "iri", "name", "string")
        reason = _oversize(depth, run, operators, terms, limits)
        if reason:
            raise QueryError(query, f"{reason} ({place(query, token.start)})", "too_complex")


def _oversize(depth: int, run: int, operators: int, terms: int, limits: Limits) -> str | None:
    if depth > limits.depth:
        return f"brackets are nested deeper than {limits.depth}"
    if run > limits.unary_run:
        return f"more than {limits.unary_run} signs in a row"
    if operators > limits.operators:
        return f"more than {limits.operators} operators"
    if terms > limits.terms:
        return f"more than {limits.terms} names, variables and strings"
    return None


def _dataset(found: list[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    default: list[str] = []
    named: list[str] = []
    for index, token in enumerate(found):
        if token.text == "{":
            break
        if token.kind != "word" or token.text.upper() != "FROM":
            continue
        rest = found[index + 1 : index + 3]
        is_named = bool(rest) and rest[0].kind == "word" and rest[0].text.upper() == "NAMED"
        graph = rest[1] if is_named and len(rest) > 1 else rest[0] if rest else None
        if graph is not None and graph.kind in ("iri", "name"):
            (named if is_named else default).append(graph.text)
    return tuple(default), tuple(named)


def _prologue(found: list[Token]) -> Prologue:
    base: str | None = None
    prefixes: list[tuple[str, str]] = []
    for index, token in enumerate(found):
        word = token.text.upper() if token.kind == "word" else ""
        rest = found[index + 1 : index + 3]
        if word == "BASE" and rest and rest[0].kind == "iri":
            base = rest[0].text[1:-1]
        elif word == "PREFIX" and len(rest) == 2 and rest[1].kind == "iri":
            prefixes.append((rest[0].text, rest[1].text[1:-1]))
        elif word in FORMS:
            break
    return Prologue(base, tuple(prefixes))
