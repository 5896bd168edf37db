"""Read the labelled fields of a letterhead or signature, such as "Sagsbehandler:" or "Sag:".

A value ends with its line, where the next label begins, or at the end of what its kind allows. Values that
are names may be several ("Anna Lund/" and "Bo Friis" on two lines, or with "og" between) and may begin on the
line after the label.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.patterns import CAPITALS
from extract.records import Span


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled field: its English name, the whole of it, and its value or values."""

    name: str
    span: Span
    values: tuple[Span, ...]


# The labels as printed by Danish municipal templates, longest first where one begins another.
LABELS = {
    "caseworker": ("Sagsbehandlere", "Sagsbehandler"),
    "responsible": ("Ansvarlige", "Ansvarlig", "Mødeleder", "Referent", "Ordstyrer"),
    "contact": ("Kontaktpersoner", "Kontaktperson", "Kontakt"),
    "phone": ("Direkte telefon", "Telefon", "Direkte tlf.", "Tlf.", "Tlf", "Mobil"),
    "email": ("Direkte e-mail", "E-mail", "E-post", "Mail"),
    "case": (
        "Sagsnummer",
        "Sagsnr.",
        "Sagsnr",
        "Sags nr.",
        "Sags-id",
        "Sagsid.",
        "Sags-ID",
        "SagsID",
        "Journalnummer",
        "J.nr.",
        "Sag",
    ),
    "length": ("Antal tegn", "Lix"),
    "subject": ("Emne",),
    "to": ("Til",),
    "from": ("Fra",),
    "date": ("Dato",),
}
NAME_OF = {label.casefold(): name for name, labels in LABELS.items() for label in labels}
_PRINTED = sorted({form for labels in LABELS.values() for label in labels for form in (label, label.upper())})
# A label is capitalised ("byrådshenvist sag: …" is none) and has a colon, but for "Sagsbehandler Anna Lund"
# on a line of its own. Signs may stand right before it where lines were glued ("tekst.Sagsnummer: xx").
LABEL = re.compile(
    r"(?<![A-Za-zÆØÅæøå-])("
    + "|".join(re.escape(label) for label in sorted(_PRINTED, key=len, reverse=True))
    + rf")(?:[ \t]*:|(?<=\n[Ss]agsbehandler)(?=[ \t]+[{CAPITALS}]\w+ [{CAPITALS}]))"
)
# "Sagsnummer" and "Sagsbehandler" may stand without a colon where the template's field is empty.
EMPTY_LABEL = re.compile(r"\b(?:Sagsnummer|Sagsbehandler|Antal tegn|Lix)\b(?![ \t]*:)")
# "Til Rådmanden / Fra Sundhedssekretariatet / Dato 3. marts 2025": three in a row, with or without colons.
_NOT_FROM, _NOT_DATE = r"(?:(?!\sFra\b)[^\n]){2,120}", r"(?:(?!\sDato\b)(?:[^\n]|\n(?!\n))){1,200}"
ADDRESS = re.compile(
    rf"(?m)(?:^|(?<=[.:] ))Til:?[ \t]+(?P<to>{_NOT_FROM})\s+Fra:?[ \t]+(?P<from>\S{_NOT_DATE})\s+Dato:?[ \t]+"
    r"(?P<date>\d{1,2}(?:\.[ \t]?[a-zæøå]{3,9}[ \t]\d{4}|[-./]\d{1,2}[-./]\d{2,4}))"
)

_NAME_WORD = rf"(?:[{CAPITALS}][\w’'´`.-]*|(?:von|van|der|den|de|da|di|la|el|al|bin|ibn|af)\b)"
# Two to six words; a name of one word is taken too where a separator or the end follows it.
NAME = re.compile(rf"[{CAPITALS}][\w’'´`.-]*(?:[ \t]{{1,3}}{_NAME_WORD}){{0,5}}")
BETWEEN_NAMES = re.compile(r"[ \t]*\]?[ \t]*(?:/|,|;|&|\bog\b|\bsamt\b)\s*\[?[ \t]*")
OPENING = re.compile(r"[ \t]*(?:\n[ \t]*){0,3}\[?[ \t]*")
LINE_VALUE = re.compile(r"[ \t]*\[?([^\s\]\[][^\n\]]*)")
NAMED_PEOPLE = frozenset({"caseworker", "responsible", "contact"})


# Several recognisers and relations ask for the fields of the same text.
@lru_cache(maxsize=4)
def letterhead_fields(text: str) -> tuple[Field, ...]:
    r"""Return the labelled fields of `text` in order of start.

    A field without a value ("Sagsnummer: " at the end of a line) has no values. Bulleted lists and prose are
    not looked into: a label counts only with its colon.

    >>> [(f.name, [v.of(t) for v in f.values]) for t in ["Sag: X-1 Sagsbehandler:\nAnna Lund/\nBo Friis"]
    ...  for f in letterhead_fields(t)]
    [('case', ['X-1']), ('caseworker', ['Anna Lund', 'Bo Friis'])]
    """
    addresses = list(ADDRESS.finditer(text))
    found = [field for match in addresses for field in _address_fields(match)]
    taken = {position for match in addresses for position in range(*match.span())}
    marks = [match for match in LABEL.finditer(text) if match.start() not in taken]
    stops = sorted(match.start() for match in (*marks, *addresses, *EMPTY_LABEL.finditer(text)))
    found += [_field(text, match, _limit(stops, match, len(text))) for match in marks]
    return tuple(field for field in sorted(found, key=lambda field: field.span) if _means_it(text, field))


def _address_fields(match: re.Match[str]) -> Iterator[Field]:
    for name in ("to", "from", "date"):
        span = Span(match.start(name), match.start(name) + len(match.group(name).rstrip()))
        yield Field(name, span, (span,))


def _limit(stops: list[int], match: re.Match[str], end: int) -> int:
    following = bisect_left(stops, match.end())
    return stops[following] if following < len(stops) else end


def _means_it(text: str, field: Field) -> bool:
    """Refuse "Evt. Sag: Nyt bibliotek": a case is a number (or is left empty)."""
    return field.name != "case" or all(re.search(r"\d|^x+$", value.of(text)) for value in field.values)


def _field(text: str, match: re.Match[str], limit: int) -> Field:
    name = NAME_OF[match.group(1).casefold()]
    find = _names if name in NAMED_PEOPLE else _line
    values = tuple(find(text, match.end(), limit))
    return Field(name, Span(match.start(), values[-1].end if values else match.end()), values)


def _names(text: str, start: int, limit: int) -> Iterator[Span]:
    opening = OPENING.match(text, start, limit)
    position = opening.end() if opening else start
    while name := NAME.match(text, position, limit):
        yield _without_tail(text, name)
        between = BETWEEN_NAMES.match(text, name.end(), limit)
        if between is None:
            return
        position = between.end()


def _without_tail(text: str, name: re.Match[str]) -> Span:
    """Leave out a full stop that ends the sentence, not an initial."""
    end = name.end()
    while text[end - 1] in ".-'" and not text[end - 2].isupper():
        end -= 1
    return Span(name.start(), end)


def _line(text: str, start: int, limit: int) -> Iterator[Span]:
    value = LINE_VALUE.match(text, start, limit)
    if value and value.group(1).strip():
        yield Span(value.start(1), value.start(1) + len(value.group(1).rstrip()))
