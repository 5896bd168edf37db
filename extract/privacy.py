"""Keep private what is private: CPR numbers never get past this module, contacts only where they may."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.records import Span

MASK = "█"
WITHHELD = "·"
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
REPLACEMENT_NUMBER = 60  # is added to the day in a number given to somebody without a CPR number
BLANK = r"[ \t\u00a0\u202f]"
DASH = r"[-\u2010-\u2015\u2212]"
# ddmmyy and a serial of four; a blank, a hyphen or nothing between; a hyphen may stand at the end of a line
# or at the start of the next. Not a part of a longer number, of a case number or of an amount: what stands
# before is looked at after the first digit, so that the engine can leap from digit to digit.
CPR = re.compile(
    rf"(\d(?<!\d\d)(?<!\d[-./,]\d)\d)(\d\d)\d\d"
    rf"(?:{BLANK}?|{BLANK}?{DASH}\s{{0,4}}|\s{{0,4}}{DASH}{BLANK}?)\d{{4}}(?!\d|[./,]\d|-\d\d)"
)
DIGIT = re.compile(r"\d")

BEFORE_AT = re.compile(r"[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,8}$")
AFTER_AT = re.compile(r"(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}\b")
# The patterns begin with a letter of a small set, so that the engine can leap to it.
PAIRS, DASHES, HALVES, WHOLE = rf"(?:{BLANK}\d\d){{3}}", r"(?:[-.]\d\d){3}", rf"\d\d{BLANK}\d{{4}}", r"\d{6}"
PHONE = re.compile(rf"[2-9](?<!\d\d)(?<!\+.)\d(?:(?P<pairs>{PAIRS})|{DASHES}|{HALVES}|{WHOLE})(?!\d)")
PHONE_WITH_COUNTRY = re.compile(
    rf"[+0(](?:(?<=\+)45|(?<=\b0)045|(?<=\()\+45\)){BLANK}?[2-9]\d(?:{PAIRS}|{DASHES}|{HALVES}|{WHOLE})(?!\d)"
)
LOOK_BACK = 64  # characters before a number or an @ that are looked at
LABEL = re.compile(
    r"\b(?:tlf|telefon|tel|mobil|mob|fastnet|ring til|ring på)(?:nr|nummer)?\b\.?(?:[ -]?nr\.?)?"
    r"[ \t\u00a0]?:?\s{0,3}[\[(]?$",
    re.IGNORECASE,
)
# Beside these a number in pairs is one of a row of numbers, or an amount.
NUMBER_BEFORE = re.compile(rf"(?:[\d.,%]|\d{BLANK})$")
NUMBER_AFTER = re.compile(rf"[.,]\d|{BLANK}?(?:\d|%|pct|kr|mio|mia|t\.kr)")


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
    found = list(_phones(text))
    if "@" in text:
        found += _addresses(text)
    spans: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return tuple(spans)


def _addresses(text: str) -> Iterator[Span]:
    at = text.find("@")
    while at >= 0:
        before = BEFORE_AT.search(text, max(0, at - LOOK_BACK), at)
        after = AFTER_AT.match(text, at + 1)
        if before and after:
            yield Span(before.start(), after.end())
        at = text.find("@", at + 1)


def _phones(text: str) -> Iterator[Span]:
    """Yield the numbers that the country's number, a word or their pairs tell to be telephone numbers."""
    for match in PHONE_WITH_COUNTRY.finditer(text):
        yield Span(*match.span())
    for match in PHONE.finditer(text):
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        if LABEL.search(before) or (match["pairs"] and _stands_alone(text, match, before)):
            yield Span(*match.span())


def _stands_alone(text: str, match: re.Match[str], before: str) -> bool:
    return not NUMBER_BEFORE.search(before[-2:]) and not NUMBER_AFTER.match(text, match.end())


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
