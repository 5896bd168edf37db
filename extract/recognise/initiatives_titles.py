"""Initiatives that agenda items and documents are named by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_names import QUOTES, subject_range
from extract.recognise.initiatives_words import words
from extract.records import Package, Span

ITEM_WEIGHT = 0.65
DOCUMENT_WEIGHTS = {"indstilling": 0.62, "plan": 0.62, "notat": 0.4, "rapport": 0.4, "bilag": 0.3}
IN_TITLE = 0.5  # what standing in a title adds to a candidate of another rule
PROPER_RULES = frozenset(
    {"quoted", "cue", "cue_before", "coined", "table_row", "list", "hyphen_compound", "compound"}
)
MOST_WORDS = 12
ACRONYM_FIRST = re.compile(r"([A-ZÆØÅ]{2,6})(?= (?:efter|under|ved|i)\b)")
RULE = "title_subject"
FIRST_LINE = re.compile(r"[^\n]*")  # below it stands a subtitle
CLAUSE = re.compile(r"\b(?:er|var|har|bliver|skal|kan|vil)\b")


def find_in_titles(text: str, package: Package, others: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield what titles are about: a name inside the title, else the title itself as a descriptive name.

    Standing items ("Orientering fra …") and administrative subjects ("Budget …") are refused.
    """
    proper = sorted((each for each in others if each.rule in PROPER_RULES), key=lambda each: each.span)
    for span, weight in _titles(package):
        inside = [each for each in proper if each.span in span]
        for each in inside:
            yield Candidate(each.span, each.name, each.kind, "title", IN_TITLE, each.safe)
        if not _names(text, inside):
            yield from _descriptive(text, span, weight)


def _titles(package: Package) -> Iterator[tuple[Span, float]]:
    for item in package.agenda_items:
        yield item.title_span, ITEM_WEIGHT
    for document in package.documents:
        if document.type in DOCUMENT_WEIGHTS:
            yield document.title_span, DOCUMENT_WEIGHTS[document.type]


def _names(text: str, inside: list[Candidate]) -> bool:
    """Tell whether what other rules found in a title names its subject by itself."""
    return any(each.weight >= 0.6 or each.span.of(text)[:1].isupper() for each in inside)


def _descriptive(text: str, span: Span, weight: float) -> Iterator[Candidate]:
    title = FIRST_LINE.match(span.of(text)).group()  # type: ignore[union-attr]  # it matches every text
    start, end = subject_range(title)
    subject = title[start:end]
    if _standing(title) or not _can_name(subject):
        return
    acronym = ACRONYM_FIRST.match(subject)
    if acronym:
        end = start + acronym.end()
    named = candidate(text, Span(span.start + start, span.start + end), _kind(subject), RULE, weight)
    safe = len(subject.split()) > 2 or _kind(subject) != "other"
    yield Candidate(_whole(span, title), named.name, named.kind, RULE, weight, safe)


def _whole(span: Span, title: str) -> Span:
    """Return the span of the title without the signs around it."""
    left = len(title) - len(title.lstrip(" .:-–" + QUOTES))
    return Span(span.start + left, span.start + len(title.rstrip()))


def _standing(title: str) -> bool:
    return _matches("standing", title)


def _can_name(subject: str) -> bool:
    number = len(subject.split())
    if not 0 < number <= MOST_WORDS or CLAUSE.search(subject) or len(subject) < 3:
        return False
    return not _matches("administrative", subject) and not _matches("standing", subject)


def _matches(list_name: str, title: str) -> bool:
    pattern = rf"(?:{'|'.join(words().lists[list_name])})(?!\w)"
    return re.match(pattern, title.strip(), re.IGNORECASE) is not None


def _kind(subject: str) -> str:
    """Return the kind of the first head word in `subject`."""
    for word in re.findall(r"[\w-]+", subject):
        head = words().head(word) or (words().compound(word) or ("", None))[1]
        if head is not None:
            return head.kind
    return "other"
