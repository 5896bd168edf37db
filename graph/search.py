"""Search what the graph holds: names first, the best fitting ahead, then the sentences of the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
from tantivy import DocAddress, Query, Searcher

from graph.lookup import folded
from graph.search_entries import ACRONYM, ALIAS, LABEL, QUOTE, TITLE, About, NameEntry, QuoteEntry
from graph.search_index import SearchIndex
from graph.search_query import (
    Filters,
    misprinted_names_query,
    misprinted_quotes_query,
    names_query,
    quotes_query,
)
from graph.search_schema import NAMES, WHOLE
from graph.search_words import Asked, Piece, pieces
from graph.trace_dossier import last_part

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
    named = _naming(names, wanted.asked, filters) if "names" in wanted.kinds_of_hits else None
    quoted = _quoting(quotes, wanted.asked, filters) if "quotes" in wanted.kinds_of_hits else None
    total_named, addresses = _page(names, named, wanted.limit, wanted.offset, "weight")
    hits = [_named(wanted.asked, entry) for entry in _names_at(names, addresses)]
    total_quoted, more = _page(
        quotes, quoted, wanted.limit - len(hits), max(wanted.offset - total_named, 0), None
    )
    hits += [_quoted(names, wanted.asked, filters, entry) for entry in _quotes_at(quotes, more)]
    total, end = total_named + total_quoted, wanted.offset + len(hits)
    asked_of = [(names, named), (quotes, quoted)]
    following = end if hits and end < min(total, DEEPEST) else None
    return Found(tuple(hits), total, _facets(names, asked_of), following)


def suggest(index: SearchIndex, asked: Asked, limit: int = 8) -> tuple[Hit, ...]:
    """Return the names that fit best, for somebody who is still typing."""
    if not asked.words:
        return ()
    names = index.names.searcher()
    best = names.search(_naming(names, asked, NO_FILTERS), limit, False, weight_by_field="weight")
    return tuple(_named(asked, entry) for entry in _names_at(names, [address for _, address in best.hits]))


def _page(
    searcher: Searcher, query: Query | None, limit: int, offset: int, weight: str | None
) -> tuple[int, list[DocAddress]]:
    """Return how many fit, and the addresses of the best from an offset on."""
    if query is None:
        return 0, []
    found = searcher.search(query, max(limit, 1), True, offset=offset, weight_by_field=weight)
    addresses = [address for _, address in found.hits][:limit]
    return int(found.count), addresses  # type: ignore[attr-defined]  # the library's stub forgets it


def _naming(names: Searcher, asked: Asked, filters: Filters) -> Query:
    """Return what finds names; misprints as well unless there are names enough without them."""
    exact = names_query(asked, filters)
    if len(names.search(exact, ENOUGH, False).hits) == ENOUGH:
        return exact
    return misprinted_names_query(asked, filters)


def _quoting(quotes: Searcher, asked: Asked, filters: Filters) -> Query:
    exact = quotes_query(asked, filters)
    if quotes.search(exact, 1, False).hits:
        return exact
    return misprinted_quotes_query(asked, filters) or exact


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


def _facets(
    names: Searcher, asked_of: Sequence[tuple[Searcher, Query | None]]
) -> Mapping[str, Mapping[str, int]]:
    """Return how many hits have each type, department (by its name) and year."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for searcher, query in asked_of:
        answer = searcher.aggregate(query, FACETS) if query is not None else {}
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
