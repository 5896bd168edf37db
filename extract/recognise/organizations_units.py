"""Units as letterheads, signatures and a few phrases name them: "Fra Unge og Job", "Placeret i Pleje"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extract.fields import letterhead_fields
from extract.patterns import CAPITALS
from extract.records import Kind, Mention, Span
from extract.wording import either

WORD = rf"[{CAPITALS}][\w’]*(?:[-/][\w’]+)*"
# "Mål, Økonomi og Boliger": two or more capitalised words with commas and one "og"; or one "…sekretariat".
CHAIN = rf"{WORD}(?:(?:, |,? og | & | ){WORD})*"
# A street with its number, and the house before it: where the address in a letterhead begins.
STREET = r"[A-ZÆØÅ]\w*(?:gade|vej|vejen|plads|pladsen|allé|alle|stræde|torv|torvet|vænget|boulevard|gården)"
ADDRESS = rf"(?:{WORD},? )?(?:{WORD} )?{STREET}\s\d"
LETTERHEAD = re.compile(
    rf"\n(?P<unit>[{CAPITALS}][^\n\d.:]{{2,60}})\n(?:{WORD} )+Kommune\n"
    rf"(?:(?P<below>{CHAIN}?)[ \n](?={ADDRESS}))?"
)
SIGNED_UNIT = re.compile(
    rf"(?:^|(?<=\n))\[?(?P<unit>{CHAIN})\]?[ ]?"
    r"(?=\n?(?:\[?\d{1,2}\. [a-zæøå]+ \d{4}\]?\n)?(?:Antal tegn:? ?[\d.]+\n)?(?:Sagsbehandler|Tlf\.|Kontakt))"
)
# A capital inside a sentence: "overdrages til Visitationen i MSX".
PART_OF = re.compile(rf"[a-zæøå,] (?P<unit>[{CAPITALS}][a-zæøå]{{3,}}(?:en|et|erne)) (?:i|hos) $")
RECOMMENDING = re.compile(rf"(?:^|(?<=\n))(?P<unit>(?:Center for )?{CHAIN}) indstiller\b")
SEVERAL = re.compile(r"\s*/\s*|\s*;\s*")
LIKE_A_UNIT = re.compile(
    r" og | & |, |ekretariat|fdeling|enter|ervice|tab\b|eam|nhed|orvaltning|mråde|kontor|HR\b|tyrelse"
)


def find_units(
    text: str, words: Mapping[str, tuple[str, ...]], known: Iterable[Mention]
) -> Iterator[Mention]:
    """Yield units by where they are printed, in no order; `known` are the organizations of the term lists."""
    yield from _staffs(text, words, known)
    yield from _senders(text)
    yield from _recommending(text)
    yield from _signed(text)
    yield from _headed(text)
    yield from _placed(text, words)


def _recommending(text: str) -> Iterator[Mention]:
    """Yield "Økonomi og Analyse" in "Økonomi og Analyse indstiller, at"."""
    for match in RECOMMENDING.finditer(text):
        if " " in match["unit"] and LIKE_A_UNIT.search(match["unit"]):
            yield _unit(text, Span(*match.span("unit")), "recommending", 0.86)


def _senders(text: str) -> Iterator[Mention]:
    for field in letterhead_fields(text):
        if field.name == "from":
            for span in field.values:
                yield from _parts(text, span)


def _parts(text: str, span: Span) -> Iterator[Mention]:
    position = span.start
    for part in SEVERAL.split(span.of(text)):
        start = text.index(part, position)
        position = start + len(part)
        if re.fullmatch(CHAIN, part) and LIKE_A_UNIT.search(part):
            yield _unit(text, Span(start, position), "sender", 0.9)


def _signed(text: str) -> Iterator[Mention]:
    for match in SIGNED_UNIT.finditer(text):
        if LIKE_A_UNIT.search(match["unit"]):
            yield _unit(text, Span(*match.span("unit")), "signed", 0.8)


def _headed(text: str) -> Iterator[Mention]:
    """Yield the unit above, and the one below, the municipality's name in a letterhead."""
    for match in LETTERHEAD.finditer(text):
        unit, below = match["unit"], match["below"]
        if LIKE_A_UNIT.search(unit):
            yield _unit(text, Span(*match.span("unit")), "letterhead", 0.85)
        if below and LIKE_A_UNIT.search(below):
            yield _part(text, Span(*match.span("below")), "letterhead", " ".join(unit.split()))


def _placed(text: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[Mention]:
    cue = rf"\b(?:{either(words['unit_contexts'])}) (?P<unit>{WORD}(?:, {WORD})*,? og {WORD})"
    for match in re.finditer(cue, text):
        yield _unit(text, Span(*match.span("unit")), "placed", 0.85)


def _staffs(text: str, words: Mapping[str, tuple[str, ...]], known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield "HR i MSX", a staff that every department has, and "Visitationen" in "til Visitationen i MSX"."""
    staff = re.compile(rf"(?<![\w-])(?:{either(words['staffs'])}) (?:i|hos|ved) $")
    for each in known:
        if each.attributes["type"] != "department":
            continue
        reach = max(0, each.span.start - 40), each.span.start
        if before := staff.search(text, *reach):
            yield _part(text, Span(before.start(), each.span.end), "staff", each.name)
        elif before := PART_OF.search(text, *reach):
            yield _part(text, Span(*before.span("unit")), "part_of", each.name)


def _part(text: str, span: Span, rule: str, whole: str) -> Mention:
    return replace(_unit(text, span, rule, 0.9), attributes={"type": "unit", "part_of": whole})


def _unit(text: str, span: Span, rule: str, confidence: float) -> Mention:
    printed = span.of(text)
    return Mention(
        Kind.ORGANIZATION, span, printed, " ".join(printed.split()), rule, confidence, {"type": "unit"}
    )
