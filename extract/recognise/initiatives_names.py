"""The bare form of a name: without quotation marks, report words, years and places around it."""

from __future__ import annotations

import re

from extract.recognise.initiatives_words import opening, report_prefix, report_suffix, words

QUOTES = "\"'”“„’‘«»´`"
MUNICIPALITY = re.compile(r"[A-ZÆØÅ][\w-]+ Kommunes ")
YEAR_BEHIND = re.compile(r"[ ,–-]+20\d\d(?:[-–/]\d{2,4})?$")
NOT_WORD = re.compile(r"[^\w%&+§]+")


def subject_range(title: str) -> tuple[int, int]:
    """Return where the subject stands in a title: the end and the beginning say what is done with it.

    >>> title = "Status på projekt Solvej (10 min)"
    >>> title[slice(*subject_range(title))]
    'projekt Solvej'
    """
    start, end = 0, len(title)
    while True:
        before = start, end
        start = _skip(title, start, end)
        for pattern in (opening(), report_prefix(), MUNICIPALITY):
            match = pattern.match(title, start, end)
            if match and match.end() < end:
                start = match.end()
                break
        match = report_suffix().search(title, start, end)
        if match and match.start() > start:
            end = match.start()
        if (start, end) == before:
            return _skip(title, start, end), end


def _skip(title: str, start: int, end: int) -> int:
    while start < end and title[start] in " .:–-":
        start += 1
    return start


def bare_name(text: str) -> str:
    """Return the form of a name to compare by.

    >>> bare_name("”Nye Veje  2024”")
    'Nye Veje'
    """
    name = " ".join(text.split()).strip(QUOTES + " .,:;–-*")
    name = YEAR_BEHIND.sub("", name)
    return name.strip(QUOTES + " .,:;–-*")


def key(name: str) -> str:
    """Return what two printings of one certain name share: case, signs and inflection apart.

    >>> key("Trivselsstrategien") == key("trivselsstrategi")
    True
    >>> key("Budget 2024") == key("Budget 2025")
    False
    """
    folded = NOT_WORD.sub("", name.casefold())
    found = words().compound(folded)
    if found is not None and found[0]:
        return found[0] + found[1].lemma
    return folded
