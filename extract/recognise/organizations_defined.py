"""Acronyms that the text itself defines: "Familier og Nærhed (FON)", "DRC (Dansk Flygtningehjælp)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from extract.patterns import ACRONYM, DEFINED_ACRONYM, LONG_FORM
from extract.records import Kind, Mention, Span

LONGEST_COINED = 6  # words


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym, the name it stands for, and where both are printed."""

    acronym: str
    name: str
    name_span: Span
    acronym_span: Span
    inside: bool  # a preposition stands before the name, as before those one works with


def definitions(text: str) -> Iterator[Definition]:
    """Yield the acronyms in brackets whose letters can be read, in order, in the words before them."""
    for match in DEFINED_ACRONYM.finditer(text):
        long_form = LONG_FORM.search(text, max(0, match.start() - 120), match.start())
        if long_form is None:
            continue
        start = _first_word(long_form.group(), match["acronym"])
        if start is not None:
            span = Span(long_form.start() + start, long_form.end())
            name = " ".join(span.of(text).split())
            inside = re.search(
                r"\b(?:fra|i|hos|ved|af|og|med|til|under|mellem) $", text[max(0, span.start - 9) : span.start]
            )
            yield Definition(match["acronym"], name, span, Span(*match.span("acronym")), inside is not None)


def _first_word(long_form: str, acronym: str) -> int | None:
    """Return where the name begins: at the first capitalised word from which the letters can be read."""
    for word in re.finditer(r"[^\W\d_][\w’-]*", long_form):
        begins = word.group()[0].isupper() and not long_form[: word.start()].endswith("-")
        if begins and _spells(long_form[word.start() :].casefold(), acronym.casefold()):
            return word.start()
    return None


def _spells(words: str, letters: str) -> bool:
    position = 0
    for letter in letters:
        position = words.find(letter, position) + 1
        if position == 0:
            return False
    initials = {word[0] for word in re.findall(r"\w+", words)}
    return letters[0] in initials and sum(letter in initials for letter in letters) * 2 > len(letters)


def defined_again(
    text: str, found: Iterable[Definition], organizations: Iterable[Mention], refused: Collection[str]
) -> Iterator[Mention]:
    """Yield every place of the defined acronyms and names that are of organizations.

    A definition is of an organization where its name or its acronym has been found to be one, or where it
    is a name that no sentence start explains and `refused` (acronyms of courses and conditions) lacks it.
    """
    known = {mention.span: mention for mention in organizations}
    meant: dict[str, Mention] = {}
    for each in found:
        mention = known.get(each.name_span) or known.get(each.acronym_span) or _coined(each, refused)
        if mention:
            attributes = {**mention.attributes, "notation": each.acronym, "full_name": each.name}
            name = mention.name if mention.rule == "term_list" else each.name
            defined = replace(mention, name=name, rule="defined", confidence=0.96, attributes=attributes)
            meant.setdefault(each.acronym, defined)
            yield replace(defined, span=each.name_span, text=each.name_span.of(text))
    yield from _everywhere(text, meant)


def _coined(each: Definition, refused: Collection[str]) -> Mention | None:
    """Return an organization that only its definition tells: "to fra Kajfornyelse (KF)"."""
    words = each.name.split()
    if (
        each.acronym in refused
        or len(words) > LONGEST_COINED
        or not each.inside
        or each.acronym.lower() == each.name
    ):
        return None
    return Mention(Kind.ORGANIZATION, each.name_span, each.name, each.name, "coined", 0.65, {"type": "unit"})


def _everywhere(text: str, meant: Mapping[str, Mention]) -> Iterator[Mention]:
    for match in ACRONYM.finditer(text):
        if mention := meant.get(match.group()):
            yield replace(mention, kind=Kind.ORGANIZATION, span=Span(*match.span()), text=match.group())
