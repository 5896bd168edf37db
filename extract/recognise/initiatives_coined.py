"""Names that are words of their own: coined ("SolbyDage", "Trin3"), bracketed, framed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_names import key
from extract.recognise.initiatives_tokens import Tokens, name_end
from extract.recognise.initiatives_words import words
from extract.recognise.names import common_words
from extract.records import Span

# A capital or a number inside a word of small letters; not within an address or a path.
COINED = re.compile(
    r"(?<![\w@./-])(?:[A-ZÆØÅ]?[a-zæøå]{2,}(?:[A-ZÆØÅ][a-zæøå]{2,})*[A-ZÆØÅ][a-zæøå]+|[A-ZÆØÅ][a-zæøå]{2,}\d{1,3})"
    r"(?![\w@]|[./]\w)"
)
BRACKETED = re.compile(r"\((?P<name>[A-ZÆØÅ][a-zæøå]{4,}\w*)\)")
BRACKET_REACH = 110
# What an undertaking stands behind: what it is part of, what one takes part in, what is done to it.
FRAME = re.compile(
    r"\b(?:i regi af|i tråd med|som led i|som del af|delt(?:agelsen?|ager?|aget|og) (?:i|på)"
    r"|tilmeld\w*(?: til)?|ambitionen (?:i|med)|målgruppen (?:for|til)|\w*bevilling(?:en)? til"
    r"|(?P<doing>(?:\w*evaluering|planlægning|afvikling|gennemførelse|implementering|opstart|videreførelse"
    r"|udrulning|opskalering|udvidelse)(?:en|n)? af)) (?=(?-i:[A-ZÆØÅ]))",
    re.IGNORECASE,
)
FRAMED, DONE_TO, FRAMED_AGAIN = 0.4, 0.5, 0.62
CHAMPIONSHIP = re.compile(r"\b(?:DM|VM|EM) i [A-ZÆØÅ]\w+")
GRANT = "bevilling"
MONTHS = frozenset(
    "Januar Februar Marts April Maj Juni Juli August September Oktober November December".split()
)


def find_coined(found: Tokens) -> Iterator[Candidate]:
    """Yield the candidates that are known by the look of the word or by the frame they stand in."""
    yield from _coined(found.text)
    yield from _bracketed(found.text)
    yield from _framed(found)
    for match in CHAMPIONSHIP.finditer(found.text):
        yield candidate(found.text, Span(*match.span()), "event", "championship", 0.65, safe=True)


def _coined(text: str) -> Iterator[Candidate]:
    matches = [match for match in COINED.finditer(text) if match.group() not in words().lists["platforms"]]
    often = Counter(match.group() for match in matches)
    for match in matches:
        word = match.group()
        compound = words().compound(word)
        kind = compound[1].kind if compound else "other"
        weight = min(0.3 + 0.15 * (often[word] - 1), 0.65) + (0.2 if compound else 0)
        yield candidate(text, Span(*match.span()), kind, "coined", weight, safe=True)


def _bracketed(text: str) -> Iterator[Candidate]:
    """Yield the name in brackets behind a description with a head: "et forløb for unge (Solspring)"."""
    for match in BRACKETED.finditer(text):
        before = re.split(r"[\n.;:]", text[max(0, match.start() - BRACKET_REACH) : match.start()])[-1]
        for word in re.findall(r"[\w-]+", before):
            head = words().head(word) or (words().compound(word) or ("", None))[1]
            if (
                head is None
                or head.plural
                or head.lemma in words().sets["vague_heads"] - {"forløb", "tilbud"}
            ):
                continue
            if match["name"] not in MONTHS:
                yield candidate(text, Span(*match.span("name")), head.kind, "bracketed", 0.62, safe=True)
                break


def _framed(found: Tokens) -> Iterator[Candidate]:
    framed: dict[str, list[Candidate]] = defaultdict(list)
    for match in FRAME.finditer(found.text):
        first = found.at(match.end())
        if first >= len(found.spans):
            continue
        if GRANT in match.group().casefold():
            yield _granted(found, first)
            continue
        last = name_end(found, first)
        span = found.stretch(first, last)
        if last > first or found.folded[first] not in common_words(found.text):
            weight = DONE_TO if match["doing"] else FRAMED
            each = candidate(found.text, span, "other", "framed", weight)
            framed[key(each.name)].append(each)
    for group in framed.values():
        again = len(group) > 1
        yield from (replace(each, weight=FRAMED_AGAIN) if again else each for each in group)


def _granted(found: Tokens, first: int) -> Candidate:
    """Return what a grant is given to, up to the end of a short line."""
    end = name_end(found, first)
    line_end = end
    while found.adjacent(line_end) and line_end - first < 4:
        line_end += 1
    if not found.adjacent(line_end) and found.word(first + 1) in {"til", "i", "på", "og"}:
        end = line_end
    return candidate(found.text, found.stretch(first, end), "project", "granted", 0.62, safe=end > first)
