"""The fields of the two search indexes, and how an entry becomes a document of them.

All texts are folded before they come here, so that the index splits them at blanks and does nothing else.
Dates are whole numbers (20240513). What an answer shows is kept as JSON in the field `entry`.
"""

from __future__ import annotations

import math

import msgspec
import tantivy

from graph.lookup import folded
from graph.searching.entries import ACRONYM, ALIAS, LABEL, TITLE, NameEntry, QuoteEntry
from graph.searching.words import indexed

WHOLE = {LABEL: "label_whole", ACRONYM: "acronym_whole", ALIAS: "alias_whole", TITLE: "title_whole"}
WORDS = {LABEL: "label_words", ALIAS: "alias_words", TITLE: "title_words"}  # an acronym goes as a whole
FIRST_DAY, LAST_DAY = 0, 99_999_999


def _names() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("iri", tokenizer_name="raw", index_option="basic")
    for name in WHOLE.values():
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in WORDS.values():
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    builder.add_float_field("weight", fast=True)
    builder.add_integer_field("first", indexed=True, fast=True)
    builder.add_integer_field("last", indexed=True, fast=True)
    return _with_filters(builder)


def _quotes() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("source_iri", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    builder.add_integer_field("day", indexed=True, fast=True)
    return _with_filters(builder)


def _with_filters(builder: tantivy.SchemaBuilder) -> tantivy.Schema:
    """Add what both indexes are filtered and counted by."""
    for name in ("class", "kind", "unit"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("type", "department"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_bytes_field("entry", stored=True)
    return builder.build()


NAMES, QUOTES = _names(), _quotes()


def name_document(entry: NameEntry) -> tantivy.Document:
    """Return a thing as a document of the index of names."""
    document = tantivy.Document()
    document.add_text("iri", entry.iri)
    for how, text in entry.names:
        document.add_text(WHOLE[how], folded(text))
        if how in WORDS:
            document.add_text(WORDS[how], folded(text))
    document.add_float("weight", weight(entry.sources))
    document.add_integer("first", day(entry.first, LAST_DAY))
    document.add_integer("last", day(entry.last, FIRST_DAY))
    for year in entry.years:
        document.add_integer("year", year)
    document.add_text("type", entry.type)
    _add_all(document, "class", entry.classes)
    _add_all(document, "kind", (entry.kind,) if entry.kind else ())
    _add_all(document, "unit", entry.units)
    _add_all(document, "department", entry.departments)
    document.add_bytes("entry", msgspec.json.encode(entry))
    return document


def quote_document(entry: QuoteEntry) -> tantivy.Document:
    """Return a quote as a document of the index of quotes."""
    document = tantivy.Document()
    document.add_text("source_iri", entry.source_iri)
    document.add_text("words", indexed(entry.quote))
    document.add_integer("day", day(entry.date, FIRST_DAY))
    if entry.date and entry.date[:4].isdecimal():
        document.add_integer("year", int(entry.date[:4]))
    _add_all(document, "type", tuple(dict.fromkeys(each.type for each in entry.about)))
    _add_all(document, "class", tuple({name for each in entry.about for name in each.classes}))
    _add_all(document, "kind", tuple({each.kind for each in entry.about if each.kind}))
    _add_all(document, "unit", entry.units)
    _add_all(document, "department", entry.departments)
    document.add_bytes("entry", msgspec.json.encode(entry))
    return document


def _add_all(document: tantivy.Document, field: str, values: tuple[str, ...]) -> None:
    for value in values:
        document.add_text(field, value)


def weight(sources: int) -> float:
    """Return by what a thing's score is multiplied: from 1 up to 2, more for more files that tell of it.

    >>> weight(1) < weight(2) < weight(100_000) < 2
    True
    """
    return 2 - 1 / (1 + math.log1p(sources))


def day(date: str | None, missing: int) -> int:
    """Return an ISO date as a number that sorts as dates do.

    >>> day("2024-05-13", 0)
    20240513
    """
    digits = (date or "").replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdecimal() else missing
