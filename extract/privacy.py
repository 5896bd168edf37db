"""Keep private what is private: CPR numbers never get past this module."""

from __future__ import annotations

import re

MASK = "█"
# ddmmyy and a serial of four, with hyphen, blank or nothing between, also broken over a line.
CPR = re.compile(
    r"(?<![\w.,/-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
    r"(?:[ \t]?-?\s{0,3}|\s{0,3}-?[ \t]?)\d{4}(?![\w]|[.,-]\d)"
)
DIGIT = re.compile(r"\d")


def mask_cpr(text: str) -> str:
    """Replace every digit of every CPR number by a black square; the text keeps its length.

    >>> mask_cpr("CPR 010180-1234, EMN-2024-024365")
    'CPR ██████-████, EMN-2024-024365'
    """
    return CPR.sub(lambda match: DIGIT.sub(MASK, match.group()), text)
