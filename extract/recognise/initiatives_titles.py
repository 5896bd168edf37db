"""Initiatives that agenda items and documents are named by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from extract.recognise.initiatives_candidates import Accepted, Candidate, candidate
from extract.recognise.initiatives_names import QUOTES, subject_range
from extract.recognise.initiatives_repeats import find_repeats
from extract.recognise.initiatives_tokens import Tokens
from extract.recognise.initiatives_words import words
from extract.recognise.names import COMMON_NOUN, common_words
from extract.records import Package, Span

ITEM_WEIGHT = 0.62
DOCUMENT_WEIGHTS = {"indstilling": 0.62, "plan": 0.62, "notat": 0.4, "rapport": 0.4, "bilag": 0.3}
HEADLESS = 0.47  # a title without a word such as "plan" must be named again, in text or another title
IN_TITLE = 0.5  # what standing in a title adds to a candidate of another rule
PROPER_RULES = frozenset(
    "quoted cue cue_before coined table_row list hyphen_compound compound capital_compound proper_phrase "
    "proper_noun split_compound bracketed granted fate called".split()
)
MOST_WORDS = 12
AGAIN = 0.35
HEADING_ROOM = 40  # what "Beslutning for punkt 12: … (10 min)" adds to a title
LISTED = re.compile(r"\s*(?:[-•*]|\d{1,2}[.)]|(?:Beslutning|Punkt|Bilag)\b)")
SHORTEST_WORD = 12  # a shorter common noun ("kørsel") is a matter, not a name
ACRONYM_FIRST = re.compile(r"([A-ZÆØÅ]{2,6})(?= (?:efter|under|ved|i)\b)")
RULE = "title_subject"
FIRST_LINE = re.compile(r"[^\n]*")  # below it stands a subtitle
CLAUSE = re.compile(r"\b(?:er|var|har|bliver|skal|kan|vil)\b")


def in_titles(package: Package, others: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield again, as evidence of its own, what other rules found inside titles."""
    proper = sorted((each for each in others if each.rule in PROPER_RULES), key=lambda each: each.span)
    starts = [each.span.start for each in proper]
    for span, _ in _titles(package):
        for each in proper[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if each.span in span and not (_standing(each.name) or _matches("administrative", each.name)):
                yield Candidate(each.span, each.name, each.kind, "title", IN_TITLE, each.safe)


def describing_titles(text: str, package: Package, named: Iterable[Span]) -> Iterator[Candidate]:
    """Yield the titles that are descriptive names themselves: those in which nothing is `named`.

    Standing items ("Orientering fra …") and administrative subjects ("Budget …") are refused.
    """
    starts = sorted(span.start for span in named)
    for span, weight in _titles(package):
        if bisect_left(starts, span.start) == bisect_left(starts, span.end):
            yield from _descriptive(text, span, weight)


def again_in_prose(found: Tokens, package: Package, titles: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the places in running text where a title's subject is spoken of again, in any case."""
    owners = [Accepted(each.name, each.kind, RULE, each.weight, True, (each,)) for each in titles]
    starts = sorted(span.start for span, _ in _titles(package))
    for mention in find_repeats(found, owners):
        line = found.text.rfind("\n", 0, mention.span.start) + 1
        in_title = bisect_left(starts, line) < bisect_left(starts, mention.span.end)
        if not in_title and _in_prose(found.text, mention.span):
            kind = mention.attributes["kind"]
            yield Candidate(mention.span, mention.name, kind, "title_again", AGAIN, safe=True)


def _in_prose(text: str, span: Span) -> bool:
    """Tell whether a name stands in a sentence, not in a heading, an agenda or a list of attachments."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) - (span.end - span.start) > HEADING_ROOM and not LISTED.match(line)


def _titles(package: Package) -> Iterator[tuple[Span, float]]:
    for item in package.agenda_items:
        yield item.title_span, ITEM_WEIGHT
    for document in package.documents:
        if document.type in DOCUMENT_WEIGHTS:
            yield document.title_span, DOCUMENT_WEIGHTS[document.type]


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
    if (
        named.kind == "other"
        and acronym is None
        and not _is_proper(text, (title[:start], subject, title[end:]))
    ):
        weight = min(weight, HEADLESS)
    yield Candidate(_whole(span, title), named.name, named.kind, RULE, weight, safe)


def _is_proper(text: str, title: tuple[str, str, str]) -> bool:
    """Tell a name behind "Evaluering af", or before a colon: one word that the text never writes small."""
    before, subject, behind = title
    plain = subject[1:].islower() and subject[:1].isupper() and " " not in subject
    governed = before.rstrip().endswith(words().lists["report_prepositions"])
    if not plain or not (governed or behind.startswith(":")):
        return False
    return subject.casefold() not in common_words(text) and not COMMON_NOUN.search(subject)


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
    if number == 1 and not _names_alone(subject):
        return False
    return not _matches("administrative", subject) and not _matches("standing", subject)


def _names_alone(word: str) -> bool:
    """Tell whether one word can be a name: not a head, nor a short common noun ("kørsel", "planer")."""
    if words().head(word) is not None:
        return False
    return not word.islower() or len(word) >= SHORTEST_WORD or _kind(word) != "other"


def _matches(list_name: str, title: str) -> bool:
    pattern = rf"(?:{'|'.join(words().lists[list_name])})(?!\w)"
    return re.match(pattern, title.strip(), re.IGNORECASE) is not None


def _kind(subject: str) -> str:
    """Return the kind of the first head word in `subject`."""
    for word in re.findall(r"[\w-]+", subject):
        head = words().head(word) or (words().compound(word) or ("", None))[1]
        if head is not None and head.lemma not in words().sets["vague_heads"]:
            return head.kind
    return "other"
