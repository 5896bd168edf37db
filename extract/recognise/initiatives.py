"""Initiatives: what a municipality runs, plans, evaluates or takes part in, and has a name for.

Every file beside this one, `initiatives_<evidence>.py`, looks for one kind of evidence. Here it is put
together: candidates with enough evidence become mentions, and their names are found again in the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from extract.recognise.initiatives_candidates import Accepted, Candidate, accept
from extract.recognise.initiatives_catalogues import Entry, find_entries
from extract.recognise.initiatives_coined import find_coined
from extract.recognise.initiatives_cues import find_cued
from extract.recognise.initiatives_fates import find_fates
from extract.recognise.initiatives_lists import find_listed
from extract.recognise.initiatives_names import QUOTES, bare_name, key
from extract.recognise.initiatives_others import free_of_others, not_of_others
from extract.recognise.initiatives_proper import find_proper
from extract.recognise.initiatives_quoted import find_quoted
from extract.recognise.initiatives_repeats import find_repeats
from extract.recognise.initiatives_tables import Row, find_rows, outside_heads
from extract.recognise.initiatives_titles import again_in_prose, describing_titles, in_titles
from extract.recognise.initiatives_tokens import Tokens, tokens
from extract.recognise.initiatives_words import words
from extract.recognise.scene import without_overlaps
from extract.records import Kind, Mention, Package, Span

PLACE_BEHIND = re.compile(r"[”\"’']? (?:i|på|–|-) (?:henholdsvis )?")


def find_initiatives(text: str, package: Package, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the initiatives of a cleaned text in order of start, with amounts not yet known.

    `mentions` are those of the other kinds: an organization, person or place is no initiative, and a place
    behind a name ("… i Solby") is not part of it. The name of every mention is the same for one initiative
    of the file; what differs by misprint or wording is left to `graph.resolve`.
    """
    found = tokens(text)
    rows = find_rows(text)
    entries = tuple(find_entries(text))
    in_tables = (*(row.candidate for row in rows), *(entry.candidate for entry in entries))
    accepted = _accepted(found, package, mentions, in_tables)
    initiatives = _everywhere(found, accepted, mentions)
    known = {each.span.start for each in mentions if each.kind is Kind.AMOUNT}
    told = (*(row.amount for row in rows), *(amount for entry in entries for amount in entry.amounts))
    amounts = (each for each in told if each.span.start not in known)
    return tuple(sorted((*_with_cells(initiatives, (*rows, *entries)), *amounts), key=lambda each: each.span))


def _accepted(
    found: Tokens, package: Package, mentions: tuple[Mention, ...], in_tables: tuple[Candidate, ...]
) -> tuple[Accepted, ...]:
    """Return the names with enough evidence: proper ones first, then titles in which none of them stands."""
    plain = tuple(_cleared(found.text, outside_heads(found.text, _named(found, in_tables)), mentions))
    proper = (*plain, *in_titles(package, plain))
    named = _everywhere(found, accept(proper), mentions)
    unnamed = describing_titles(found.text, package, (each.span for each in named))
    titles = tuple(_cleared(found.text, unnamed, mentions))
    again = _cleared(found.text, again_in_prose(found, package, titles), mentions)
    return _independent(accept((*proper, *titles, *again)))


def _named(found: Tokens, in_tables: Iterable[Candidate]) -> Iterator[Candidate]:
    listed = [*find_listed(found.text)]
    yield from find_quoted(found)
    yield from _apart(find_cued(found), listed)
    yield from find_coined(found)
    yield from find_proper(found)
    yield from find_fates(found)
    yield from listed
    yield from in_tables


def _cleared(
    text: str, candidates: Iterable[Candidate], mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    return _without_places(text, not_of_others(candidates, mentions), mentions)


def _everywhere(
    found: Tokens, accepted: tuple[Accepted, ...], mentions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Return the places where names were accepted, and where they stand again without overlap."""
    located = without_overlaps(mention for each in accepted for mention in each.mentions(found.text))
    repeated = free_of_others(find_repeats(found, accepted), mentions)
    return (*located, *without_overlaps(repeated, (each.span for each in located)))


def _apart(cued: Iterable[Candidate], listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out a phrase that runs over several items of a list: "Aftale om Ro og Trivsel i Solby"."""
    ends = {each.span.start: each.span.end for each in listed}
    return (each for each in cued if each.span.end <= ends.get(each.span.start, each.span.end))


def _without_places(
    text: str, candidates: Iterable[Candidate], mentions: Iterable[Mention]
) -> Iterator[Candidate]:
    """Cut " i Solby" and " i Budget 2026" from names; a head alone keeps its place ("indsatser i Solby")."""
    places = frozenset(each.text for each in mentions if each.kind is Kind.PLACE) | {"Budget"}
    candidates = list(candidates)
    printed = {each.name for each in candidates if each.rule == "table_row"}  # a row says its whole name
    for each in candidates:
        name = each.name if each.name in printed else _before_place(each.name, places)
        if name == each.name:
            yield each
            continue
        if each.rule == "proper_phrase" and " " not in name:
            continue  # a house and where it lies
        end = text.rfind(name, each.span.start, each.span.end) + len(name)
        whole = each.rule == "title_subject" or end < each.span.start + len(name)
        yield replace(each, name=name, span=each.span if whole else Span(each.span.start, end))


def _before_place(name: str, places: frozenset[str]) -> str:
    for match in PLACE_BEHIND.finditer(name):
        named = re.split(r", | og | samt ", name[match.end() :])
        rest = name[: match.start()].rstrip(QUOTES + " ")
        if rest and all(part in places for part in named) and words().head(rest) is None:
            return bare_name(rest)
    return name


def _independent(accepted: tuple[Accepted, ...]) -> tuple[Accepted, ...]:
    """Leave out "Solspring-messen" and "Vejen i Solspring" where their parts are accepted themselves."""
    keys = {key(each.name) for each in accepted}
    return tuple(each for each in accepted if not _is_put_together(each.name, keys))


def _is_put_together(name: str, keys: Collection[str]) -> bool:
    first, hyphen, _ = name.partition("-")
    one, inside, other = name.partition(" i ")
    return bool(hyphen and key(first) in keys) or bool(inside and key(one) in keys and key(other) in keys)


def _with_cells(mentions: Iterable[Mention], rows: Collection[Row | Entry]) -> Iterator[Mention]:
    """Note on its initiative what else a table row says: start year, target group, number."""
    told = {row.candidate.span: row.cells.attributes() for row in rows}
    for row in rows:
        if isinstance(row, Entry):
            told[row.candidate.span] |= {"columns": " ".join(row.years)}
    for each in mentions:
        known = told.get(each.span)
        yield replace(each, attributes={**each.attributes, **known}) if known else each
