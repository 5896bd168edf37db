"""People: runs of capitalised words that their neighbourhood shows to be names of people.

No list of names is used: a name is known by what stands around it (a role, a field, a party letter, what a
person does), by standing in a row of names, by the endings of Danish surnames, or by having been found
elsewhere in the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.lang.da.stop_words import STOP_WORDS

from extract.fields import Field, letterhead_fields
from extract.patterns import DEFINITE_GENITIVE, SURNAME_ENDING
from extract.recognise.contexts import Context, contexts, word_before
from extract.recognise.names import (
    COMMON_NOUN,
    DEFINITE_NOUN,
    NameRun,
    common_words,
    name_runs,
    without_covered,
)
from extract.recognise.people_again import found_again
from extract.recognise.people_contacts import with_contacts
from extract.recognise.people_short import short_names
from extract.recognise.rows import between, row_members
from extract.recognise.scene import Coverage, Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention, Span
from extract.terms import Terms

FIELDS = {"caseworker": "sagsbehandler", "responsible": "ansvarlig", "contact": "kontaktperson"}
# What may stand between two names in a row: "A B/ C D", "A B, C D og E F", "A B (Stab), C D".
SEPARATOR = re.compile(r"\]?(?: ?\([^()\n]{1,60}\))?\s*(?:/|,|;|&|\bog\b|\bsamt\b|\n ?[-•]?)\s*\[?")


SMALL_PART = re.compile(r"-[^\WA-ZÆØÅ]")  # "Solspring-messen"
NAMES_TOO = frozenset({"hans"})  # "his" and a given name: "Hans Kristian Lund"
LINE_START = re.compile(r"(?:^|[\n:/]) ?[-•\[]? ?$")


@dataclass(frozen=True, slots=True)
class Runs:
    """The capitalised runs of a text and the words that the text itself writes with a small letter."""

    text: str
    runs: tuple[NameRun, ...]
    common: frozenset[str]


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of people with the cue words of the term lists."""
    words = terms.words["people"]
    rules = contexts(words)
    is_never = _never(words, terms.words["organizations"]["tails"])
    short = short_names(words)

    def find_people(scene: Scene) -> tuple[Mention, ...]:
        taken = [mention.span for mention in scene.of_kind(Kind.ORGANIZATION)]
        runs = Runs(scene.text, _free_runs(scene.text, is_never, taken), common_words(scene.text))
        fields = tuple(letterhead_fields(scene.text))
        sure = without_overlaps(
            [*_in_fields(scene.text, fields, is_never), *_in_contexts(runs, rules), *_by_form(runs)], taken
        )
        rows = without_overlaps([*sure, *_in_rows(runs, sure)], taken)
        again = without_overlaps([*rows, *found_again(scene.text, runs.runs, rows)], taken)
        found = without_overlaps([*again, *short.find(scene.text, runs.runs, again)], taken)
        return tuple(with_contacts(scene.text, found, fields))

    return find_people


def _never(words: Mapping[str, tuple[str, ...]], of_organizations: Iterable[str]) -> Callable[[str], bool]:
    exact = frozenset(words["never"]) | STOP_WORDS - NAMES_TOO | frozenset(words["role_adjectives"])
    exact |= {word.casefold() for word in of_organizations}
    role = re.compile(rf"\w*(?:{'|'.join(words['roles'])})(?:e|en|er|ne|erne|n|s|ens)?", re.IGNORECASE)

    @lru_cache(maxsize=8192)
    def is_never(word: str) -> bool:
        return word.casefold().rstrip(".") in exact or role.fullmatch(word) is not None

    return is_never


def _free_runs(text: str, is_never: Callable[[str], bool], taken: Sequence[Span]) -> tuple[NameRun, ...]:
    """Return the runs, cut where an organization stands: "formanden for Havnerådet Maja Lund"."""
    covered = Coverage(taken)
    free = (part for run in name_runs(text, is_never) for part in without_covered(run, covered))
    return tuple(run for run in free if not any(map(str.isdigit, run.text)))


def _without_role(text: str, span: Span, is_never: Callable[[str], bool]) -> Span:
    """Leave out what a person is before the name: "Ansvarlig: Havnechef Anna Lund"."""
    start = span.start
    for word in re.finditer(r"\S+ ", span.of(text)):
        if word.start() != start - span.start or not is_never(word.group().strip()):
            break
        start = span.start + word.end()
    return Span(start, span.end)


def _in_fields(text: str, fields: Iterable[Field], is_never: Callable[[str], bool]) -> Iterator[Mention]:
    for each in fields:
        if each.name in FIELDS:
            for span in each.values:
                named = _without_role(text, span, is_never)
                if " " in named.of(text):
                    yield person(text, named, "field", 0.97, {"role": FIELDS[each.name]})


def person(text: str, span: Span, rule: str, confidence: float, attributes: dict[str, str]) -> Mention:
    """Return a mention of a person whose name is the words of `span`."""
    printed = span.of(text)
    return Mention(Kind.PERSON, span, printed, " ".join(printed.split()), rule, confidence, attributes)


def _in_contexts(runs: Runs, rules: Sequence[Context]) -> Iterator[Mention]:
    role_end = 0  # a role printed after one name is not read again as the role before the next
    for run in runs.runs:
        before = word_before(runs.text, run.span.start)
        plain = _unusual(runs, run)
        for rule in rules:
            if len(run.words) < rule.words or (rule.plain and not plain) or not rule.may_open(before):
                continue
            if match := rule.match(runs.text, run.span, role_end):
                role_end = match.end if "role" in match.attributes else role_end
                yield person(runs.text, run.span, rule.name, rule.confidence, match.attributes)
                break


def _unusual(runs: Runs, run: NameRun) -> bool:
    """Tell whether no word of the run is a noun by its form or is written small elsewhere in this text."""
    noun = DEFINITE_NOUN if len(run.words) > 1 else COMMON_NOUN
    return not DEFINITE_GENITIVE.search(run.words[0]) and not any(
        word.casefold() in runs.common or noun.search(word) or (len(word) > 2 and word.isupper())
        for word in run.words
    )


def _by_form(runs: Runs) -> Iterator[Mention]:
    for run in runs.runs:
        if (
            2 <= len(run.words) <= 5
            and len(run.words[0]) > 2
            and SURNAME_ENDING.search(run.words[-1])
            and not SMALL_PART.search(run.words[-1])
            and _unusual(runs, run)
        ):
            yield person(runs.text, run.span, "surname", 0.7, {})


def _in_rows(runs: Runs, sure: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the runs of two or more words that stand in a row with a person, after or before it."""
    free = [run.span for run in runs.runs if len(run.words) > 1 and _unusual(runs, run)]
    known = [mention.span for mention in sure]
    for span in row_members(known, free, lambda *pair: _is_row(runs.text, *pair)):
        yield person(runs.text, span, "row", 0.8, {})


def _is_row(text: str, member: Span, candidate: Span) -> bool:
    """Tell whether only a separator is between; on lines of their own both must begin their line."""
    found = between(SEPARATOR, text, member, candidate)
    if found is None or "\n" not in found.group():
        return found is not None
    return all(LINE_START.search(text, max(0, each.start - 6), each.start) for each in (member, candidate))
