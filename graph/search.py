"""Search what the graph holds: names first, the best fitting ahead, then the sentences of the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
from tantivy import DocAddress, Query, Searcher

from graph.lookup import folded
from graph.searching.entries import ACRONYM, ALIAS, LABEL, QUOTE, TITLE, About, NameEntry, QuoteEntry
from graph.searching.index import SearchIndex
from graph.searching.query import (
    Filters,
    has_misprints,
    misprinted_names_query,
    misprinted_quotes_query,
    names_query,
    quotes_query,
)
from graph.searching.schema import NAMES, WHOLE
from graph.searching.words import Asked, Piece, pieces
from graph.traces.dossier import last_part

NO_FILTERS = Filters()
ENOUGH = 10  # names that fit as they are written: so many that nobody looks for misprints among them
DEEPEST = 10_000  # hits that can be paged through
FACETS = {
    "type": {"terms": {"field": "type", "size": 40}},
    "department": {"terms": {"field": "department", "size": 60}},
    "year": {"terms": {"field": "year", "size": 80}},
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, filters, a department by its name, which hits, and where among them."""

    asked: Asked
    filters: Filters = NO_FILTERS
    department: str | None = None
    kinds_of_hits: frozenset[str] = frozenset({"names", "quotes"})
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit: a thing by a name, or a thing that a sentence tells of (`matched` is then "quote").

    `first` and `last` are ISO dates: of the meetings that tell of the thing, or of the sentence.
    """

    iri: str
    label: str
    type: str
    kind: str | None
    matched: str
    highlights: tuple[Piece, ...]
    first: str | None
    last: str | None
    sources: int
    evidence: QuoteEntry | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits; `total` and `facets` count all that fit, `next` is the offset of the page after."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    next: int | None


def search(index: SearchIndex, wanted: Wanted) -> Found:
    """Return a page of what fits: names, then sentences; misprints only where little else fits."""
    if not wanted.asked.words:
        return Found((), 0, {name: {} for name in FACETS}, None)
    names, quotes = index.names.searcher(), index.quotes.searcher()
    filters = _resolved(names, wanted)
    asks_names, asks_quotes = (name in wanted.kinds_of_hits for name in ("names", "quotes"))
    window = _Window(wanted.limit, wanted.offset, "weight")
    named = _best(names, _naming(wanted.asked, filters) if asks_names else (), window)
    window = _Window(wanted.limit - len(named.addresses), max(wanted.offset - named.total, 0), None)
    quoted = _best(quotes, _quoting(wanted.asked, filters) if asks_quotes else (), window)
    hits = [_named(wanted.asked, entry) for entry in _names_at(names, named.addresses)]
    hits += [_quoted(names, wanted.asked, filters, entry) for entry in _quotes_at(quotes, quoted.addresses)]
    total, end = named.total + quoted.total, wanted.offset + len(hits)
    following = end if hits and end < min(total, DEEPEST) else None
    facets = _facets(names, [(names, named), (quotes, quoted)])
    return Found(tuple(hits), total, facets, following)


def suggest(index: SearchIndex, asked: Asked, limit: int = 8) -> tuple[Hit, ...]:
    """Return the names that fit best, for somebody who is still typing."""
    if not asked.words:
        return ()
    names = index.names.searcher()
    best = _best(names, _naming(asked, NO_FILTERS), _Window(limit, 0, "weight"))
    return tuple(_named(asked, entry) for entry in _names_at(names, best.addresses))


@dataclass(frozen=True, slots=True)
class _Window:
    """Which of the hits are wanted, and by which field they are weighted."""

    limit: int
    offset: int
    weight: str | None


@dataclass(frozen=True, slots=True)
class _Page:
    """What a query found: how many fit, and where the wanted ones are."""

    query: Query | None
    total: int
    addresses: tuple[DocAddress, ...]


def _best(searcher: Searcher, attempts: Iterable[tuple[Query, int]], window: _Window) -> _Page:
    """Return what the first query finds that finds enough, else what the last finds."""
    page = _Page(None, 0, ())
    for query, enough in attempts:
        found = searcher.search(
            query, max(window.limit, 1), True, offset=window.offset, weight_by_field=window.weight
        )
        total: int = found.count  # type: ignore[attr-defined]  # the library's stub forgets it
        page = _Page(query, total, tuple(address for _, address in found.hits)[: window.limit])
        if total >= enough:
            break
    return page


def _naming(asked: Asked, filters: Filters) -> Iterator[tuple[Query, int]]:
    """Yield what finds names; misprints as well unless there are names enough without them."""
    yield names_query(asked, filters), ENOUGH
    if has_misprints(asked):
        yield misprinted_names_query(asked, filters), 0


def _quoting(asked: Asked, filters: Filters) -> Iterator[tuple[Query, int]]:
    """Yield what finds sentences; their misprints unless there is one without."""
    yield quotes_query(asked, filters), 1
    if has_misprints(asked):
        yield misprinted_quotes_query(asked, filters), 0


def _resolved(names: Searcher, wanted: Wanted) -> Filters:
    """Return the filters with the IRIs of the department: by its IRI, else by a name or acronym."""
    if wanted.department is None:
        return wanted.filters
    if "://" in wanted.department:
        return replace(wanted.filters, units=(wanted.department,))
    key = folded(wanted.department)
    called = [Query.term_query(NAMES, field, key, "basic") for field in WHOLE.values()]
    organizations = Query.term_query(NAMES, "class", "Organization", "basic")
    query = Query.disjunction_max_query(called).and_must_match(organizations)
    found = names.search(query, 50, False)
    entries = _names_at(names, [address for _, address in found.hits])
    return replace(wanted.filters, units=tuple(entry.iri for entry in entries))


def _names_at(searcher: Searcher, addresses: Iterable[DocAddress]) -> list[NameEntry]:
    return [msgspec.json.decode(_entry(searcher, each), type=NameEntry) for each in addresses]


def _quotes_at(searcher: Searcher, addresses: Iterable[DocAddress]) -> list[QuoteEntry]:
    return [msgspec.json.decode(_entry(searcher, each), type=QuoteEntry) for each in addresses]


def _entry(searcher: Searcher, address: DocAddress) -> bytes:
    return bytes(searcher.doc(address).get_first("entry") or b"")


def _named(asked: Asked, entry: NameEntry) -> Hit:
    matched, highlights = _best_name(asked, entry)
    return Hit(
        entry.iri,
        entry.label,
        entry.type,
        entry.kind,
        matched,
        highlights,
        entry.first,
        entry.last,
        entry.sources,
    )


def _best_name(asked: Asked, entry: NameEntry) -> tuple[str, tuple[Piece, ...]]:
    """Return the name that made a thing fit: the one that is it, else the one with most of the words."""
    order = (LABEL, ACRONYM, ALIAS, TITLE)

    def fit(name: tuple[str, str]) -> tuple[bool, bool, int, int]:
        how, text = name
        key = folded(text)
        hits = sum(piece.is_hit for piece in pieces(asked, text))
        exactly = sum(word in key for word in asked.words) if how != ACRONYM else 0
        return key == asked.whole, key.startswith(asked.whole), exactly * 100 + hits, -order.index(how)

    how, text = max(entry.names, key=fit, default=(LABEL, entry.label))
    return how, pieces(asked, text)


def _quoted(names: Searcher, asked: Asked, filters: Filters, entry: QuoteEntry) -> Hit:
    about = _about(filters, entry)
    known = _name_of(names, about.iri)
    return Hit(
        iri=about.iri,
        label=known.label if known else last_part(about.iri),
        type=about.type,
        kind=about.kind,
        matched=QUOTE,
        highlights=pieces(asked, entry.quote),
        first=entry.date,
        last=entry.date,
        sources=known.sources if known else 1,
        evidence=entry,
    )


def _about(filters: Filters, entry: QuoteEntry) -> About:
    """Return what a sentence tells of first, of what was asked for; the file where it tells of nothing."""
    fitting = [
        about
        for about in entry.about
        if (not filters.classes or set(about.classes) & set(filters.classes))
        and (filters.kind is None or about.kind == filters.kind)
    ]
    return next(iter((*fitting, *entry.about)), About(entry.source_iri, "Source"))


def _name_of(names: Searcher, iri: str) -> NameEntry | None:
    found = names.search(Query.term_query(NAMES, "iri", iri, "basic"), 1, False)
    return next(iter(_names_at(names, [address for _, address in found.hits])), None)


def _facets(names: Searcher, asked_of: Sequence[tuple[Searcher, _Page]]) -> Mapping[str, Mapping[str, int]]:
    """Return how many hits have each type, department (by its name) and year."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for searcher, page in asked_of:
        answer = searcher.aggregate(page.query, FACETS) if page.query is not None and page.total else {}
        for name, part in answer.items():
            counts[name].update({_key(each["key"]): each["doc_count"] for each in part["buckets"]})
    labels = {iri: entry.label for iri in counts["department"] if (entry := _name_of(names, iri))}
    named: Counter[str] = Counter()
    for iri, count in counts["department"].items():
        named[labels.get(iri, last_part(iri))] += count
    return {
        "type": dict(counts["type"]),
        "department": dict(named),
        "year": dict(sorted(counts["year"].items())),
    }


def _key(key: object) -> str:
    return str(int(key)) if isinstance(key, float) else str(key)
