"""Keep private what is private: CPR numbers never get past this module, contacts only where they may."""

from __future__ import annotations

import re
from itertools import chain

from extract.records import Span

MASK = "█"
WITHHELD = "·"
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
REPLACEMENT_NUMBER = 60  # is added to the day in a number given to somebody without a CPR number
BLANK = r"[ \t\u00a0\u202f]"
DASH = r"[-\u2010-\u2015\u2212]"
# ddmmyy and a serial of four; a blank, a hyphen or nothing between; a hyphen may stand at the end of a line
# or at the start of the next. Not a part of a longer number, of a case number or of an amount.
CPR = re.compile(
    rf"(?<!\d)(?<!\d[-./,])(\d\d)(\d\d)\d\d(?:{BLANK}?|{BLANK}?{DASH}\s{{0,4}}|\s{{0,4}}{DASH}{BLANK}?)\d{{4}}"
    r"(?!\d|[./,]\d|-\d\d)"
)
DIGIT = re.compile(r"\d")

EMAIL = re.compile(r"[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,8}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}\b")
COUNTRY = rf"(?:(?:\+|\b00)45|\(\+45\)){BLANK}?"
PAIRS = rf"[2-9]\d(?:{BLANK}\d\d){{3}}"
NUMBER = rf"(?:{PAIRS}|[2-9]\d(?:[-.]\d\d){{3}}|[2-9]\d{{3}}{BLANK}\d{{4}}|[2-9]\d{{7}})"
LABEL = r"\b(?:tlf|telefon|tel|mobil|mob|fastnet|ring til|ring på)(?:nr|nummer)?\b\.?(?:[ -]?nr\.?)?"
LABELLED_PHONE = re.compile(rf"{LABEL}{BLANK}?:?\s{{0,3}}[\[(]?((?:{COUNTRY})?{NUMBER})(?!\d)", re.IGNORECASE)
# Without a word that says so: with the country's number, or in pairs that no other number stands beside.
PHONE_ABROAD = re.compile(rf"(?<![\d+]){COUNTRY}{NUMBER}(?!\d)")
PHONE_IN_PAIRS = re.compile(
    rf"(?<![\d.,%])(?<!\d{BLANK}){PAIRS}(?!\d|[.,]\d|{BLANK}?(?:\d|%|pct|kr|mio|mia|t\.kr))"
)


def mask_cpr(text: str) -> str:
    """Replace every digit of every CPR number by a black square; the text keeps its length.

    >>> mask_cpr("CPR 010180-1234, EMN-2031-004711")
    'CPR ██████-████, EMN-2031-004711'
    """
    return CPR.sub(_masked, text)


def _masked(match: re.Match[str]) -> str:
    day, month = int(match[1]), int(match[2])
    if day > REPLACEMENT_NUMBER:
        day -= REPLACEMENT_NUMBER
    if not 1 <= month <= 12 or not 1 <= day <= DAYS[month - 1]:
        return match.group()
    return DIGIT.sub(MASK, match.group())


def find_contacts(text: str) -> tuple[Span, ...]:
    """Find e-mail addresses and Danish telephone numbers; they stand in order and do not overlap.

    >>> text = "Tlf.: 55 00 01 22, e-post: liph@fjordby.example"
    >>> [span.of(text) for span in find_contacts(text)]
    ['55 00 01 22', 'liph@fjordby.example']
    """
    found = chain(
        (Span(*match.span()) for match in EMAIL.finditer(text)) if "@" in text else (),
        (Span(*match.span(1)) for match in LABELLED_PHONE.finditer(text)),
        (Span(*match.span()) for match in PHONE_ABROAD.finditer(text)),
        (Span(*match.span()) for match in PHONE_IN_PAIRS.finditer(text)),
    )
    spans: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return tuple(spans)


def redact_contacts(text: str) -> str:
    """Replace the letters and digits of every contact by middle dots; the text keeps its length.

    >>> redact_contacts("Ring på 55 00 01 22.")
    'Ring på ·· ·· ·· ··.'
    """
    parts, start = [], 0
    for span in find_contacts(text):
        parts += [text[start : span.start], re.sub(r"\S", WITHHELD, span.of(text))]
        start = span.end
    return "".join([*parts, text[start:]])
