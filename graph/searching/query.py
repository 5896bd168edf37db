"""Turn what is looked for into queries of the search indexes, by their interface alone.

Nothing that a client sends is ever parsed as a query: words become terms, whatever signs they hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tantivy import FieldType, Occur, Query, Schema

from graph.searching.entries import ACRONYM, ALIAS, LABEL, TITLE
from graph.searching.schema import FIRST_DAY, LAST_DAY, NAMES, QUOTES, WHOLE, WORDS, day
from graph.searching.words import Asked, misprints

# How well a name fits, twice as much from step to step, since a thing's weight goes from 1 to below 2.
EXACT = {LABEL: 1024.0, ACRONYM: 1024.0, ALIAS: 512.0, TITLE: 256.0}
BEGINS = {LABEL: 128.0}
WORDS_FIT = {LABEL: 64.0, ALIAS: 32.0, TITLE: 16.0}
MISPRINTED = {LABEL: 8.0, ALIAS: 4.0, TITLE: 2.0}
PHRASE = 2.0  # by what a sentence counts more where the words stand together


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search: classes (any of them), a kind, organizations (any, as IRIs), ISO dates."""

    classes: tuple[str, ...] = ()
    kind: str | None = None
    units: tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None


def names_query(wanted: Asked, filters: Filters) -> Query:
    """Return what finds names: exact above beginnings, these above other names that hold the words."""
    fits = Query.disjunction_max_query([*_exact(wanted), *_fitting(wanted)])
    return _all_of((fits, *_filters(NAMES, filters), *_period(filters)))


def misprinted_names_query(wanted: Asked, filters: Filters) -> Query:
    """Return what finds names as `names_query` does, and below them what the words may have meant."""
    fits = Query.disjunction_max_query([*_exact(wanted), *_fitting(wanted), *_misprinted(wanted)])
    return _all_of((fits, *_filters(NAMES, filters), *_period(filters)))


def quotes_query(wanted: Asked, filters: Filters) -> Query:
    """Return what finds sentences that hold all the words, of the last perhaps only the beginning."""
    words = [_term(QUOTES, "words", word) for word in wanted.words[:-1]]
    last = wanted.words[-1]
    beginning = Query.const_score_query(_beginning(QUOTES, "words", last), 0.5)
    words.append(Query.disjunction_max_query([_term(QUOTES, "words", last), beginning]))
    return _sentences(words, wanted, filters)


def has_misprints(wanted: Asked) -> bool:
    """Tell whether any of the words can be a misprint."""
    return any(misprints(word) for word in wanted.words)


def misprinted_quotes_query(wanted: Asked, filters: Filters) -> Query:
    """Return what finds sentences that hold what the words may have meant."""
    words = [_nearly(QUOTES, "words", wanted, number) for number in range(len(wanted.words))]
    return _sentences(words, wanted, filters)


def _sentences(words: Sequence[Query], wanted: Asked, filters: Filters) -> Query:
    parts = [(Occur.Must, word) for word in words]
    if len(words) > 1:
        together = Query.phrase_query(QUOTES, "words", list(wanted.words))
        parts.append((Occur.Should, Query.boost_query(together, PHRASE)))
    narrowed = [*_filters(QUOTES, filters)]
    if filters.since or filters.until:
        narrowed.append(_between("day", QUOTES, filters.since, filters.until))
    return _all_of((Query.boolean_query(parts), *narrowed))


def _exact(wanted: Asked) -> Iterable[Query]:
    for how, score in EXACT.items():
        yield Query.const_score_query(_term(NAMES, WHOLE[how], wanted.whole), score)


def _fitting(wanted: Asked) -> Iterable[Query]:
    for how, score in BEGINS.items():
        yield Query.const_score_query(_beginning(NAMES, WHOLE[how], wanted.whole), score)
    for how, score in WORDS_FIT.items():
        words = [_term(NAMES, WORDS[how], word) for word in wanted.words[:-1]]
        words.append(_beginning(NAMES, WORDS[how], wanted.words[-1]))
        yield Query.const_score_query(_all_of(words), score)


def _misprinted(wanted: Asked) -> Iterable[Query]:
    for how, score in MISPRINTED.items():
        words = [_nearly(NAMES, WORDS[how], wanted, number) for number in range(len(wanted.words))]
        yield Query.const_score_query(_all_of(words), score)


def _nearly(schema: Schema, field: str, wanted: Asked, number: int) -> Query:
    """Return what finds a word or what it may have been meant to be; of the last word a beginning as well."""
    word, is_last = wanted.words[number], number == len(wanted.words) - 1
    allowed = misprints(word)
    if allowed == 0:
        return _beginning(schema, field, word) if is_last else _term(schema, field, word)
    return Query.fuzzy_term_query(schema, field, word, allowed, True, is_last)


def _term(schema: Schema, field: str, value: str) -> Query:
    return Query.term_query(schema, field, value, "freq" if field == "words" else "basic")


def _beginning(schema: Schema, field: str, value: str) -> Query:
    return Query.fuzzy_term_query(schema, field, value, 0, True, True)


def _all_of(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _filters(schema: Schema, filters: Filters) -> Iterable[Query]:
    """Yield what narrows and adds nothing to the score."""
    if filters.classes:
        yield _silent(Query.term_set_query(schema, "class", list(filters.classes)))
    if filters.kind:
        yield _silent(Query.term_query(schema, "kind", filters.kind, "basic"))
    if filters.units is not None:
        yield _silent(Query.term_set_query(schema, "unit", list(filters.units)))


def _period(filters: Filters) -> Iterable[Query]:
    """Yield what finds things whose first and last date reach into the period."""
    if filters.since:
        yield _between("last", NAMES, filters.since, None)
    if filters.until:
        yield _between("first", NAMES, None, filters.until)


def _between(field: str, schema: Schema, since: str | None, until: str | None) -> Query:
    """Return what finds a day from one date to another, both included; what has no date is not found."""
    low, high = day(since, FIRST_DAY + 1), day(until, LAST_DAY - 1)
    return _silent(Query.range_query(schema, field, FieldType.Integer, low, high))


def _silent(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
