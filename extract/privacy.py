"""Keep private what is private: CPR numbers never get past this module."""

from __future__ import annotations

import re

from extract.records import Span

MASK = "█"
# ddmmyy and a serial of four, with hyphen, blank or nothing between, also broken over a line.
CPR = re.compile(
    r"(?<![\w.,/-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
    r"(?:[ \t]?-?\s{0,3}|\s{0,3}-?[ \t]?)\d{4}(?![\w]|[.,-]\d)"
)
DIGIT = re.compile(r"\d")


def mask_cpr(text: str) -> str:
    """Replace every digit of every CPR number by a black square; the text keeps its length.

    >>> mask_cpr("CPR 010180-1234, EMN-2024-000123")
    'CPR ██████-████, EMN-2024-000123'
    """
    return CPR.sub(lambda match: DIGIT.sub(MASK, match.group()), text)


EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
# Eight digits: in pairs; or in fours or unbroken, after a word for a telephone or Denmark's prefix.
PHONE = re.compile(
    r"(?:(?:\+|00)45[ \t]?)?(?<![\d.,])\d\d(?:[ \t]\d\d){3}(?![\d]|[.,]\d)"
    r"|(?:(?:\+|00)45[ \t]?|(?i:\b(?:tlf|telefon|mobil|direkte|lokal)\w*[.:]{0,2}[ \t]{0,3}))"
    r"\d{4}[ \t]?\d{4}(?!\d)"
)


def find_contacts(text: str) -> tuple[Span, ...]:
    """Return where e-mail addresses and telephone numbers stand, in order.

    >>> text = "Tlf. 12 34 56 78, mr@fjordby.dk"
    >>> [span.of(text) for span in find_contacts(text)]
    ['12 34 56 78', 'mr@fjordby.dk']
    """
    found = (match for pattern in (EMAIL, PHONE) for match in pattern.finditer(text))
    return tuple(sorted(Span(*match.span()) for match in found))
