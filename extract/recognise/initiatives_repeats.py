"""Find an accepted name everywhere else in the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.recognise.initiatives_candidates import Accepted
from extract.recognise.initiatives_names import bare_name
from extract.recognise.initiatives_tokens import Tokens, tokens
from extract.records import Mention, Span

ENDINGS = ("", "s", "’s", "'s", "n", "en", "et", "ens", "ets", "r", "er", "erne", "ne", "ns")
SHORTEST_INFLECTED = 6
LONGEST_NUMBER = 10
NUMBER_BEFORE = re.compile(r"\W*(?:\d{1,2}[a-z]?[.)]?)?\W*$")


@dataclass(frozen=True, slots=True)
class Form:
    """One printing of a name as words, in lower case where it is looked for so.

    A name of ordinary words is looked for as it is printed, and in any case only where it is a whole line.
    """

    owner: Accepted
    words: tuple[str, ...]
    folded: bool
    line_only: bool


def find_repeats(found: Tokens, accepted: Iterable[Accepted]) -> Iterator[Mention]:
    """Yield the other places where accepted names stand, as printed, inflected or in lower case where safe.

    Linear in the text: each word is looked up once, and only forms that begin with it are compared.
    """
    forms = _forms(accepted)
    for index, (word, folded) in enumerate(zip(found.words, found.folded, strict=True)):
        for form in _beginning_with(forms, word, folded):
            span = _match(found, index, form)
            if span is not None:
                yield form.owner.mention(found.text, span, "repeated")


def _beginning_with(forms: dict[str, list[Form]], word: str, folded: str) -> Sequence[Form]:
    beginning: Sequence[Form] = forms.get(folded, ())
    if word != folded and word in forms:
        beginning = (*beginning, *forms[word])
    if "-" in folded and (part := folded.partition("-")[0]) in forms:
        beginning = (*beginning, *forms[part])
    return beginning


def _forms(accepted: Iterable[Accepted]) -> dict[str, list[Form]]:
    forms: dict[str, list[Form]] = defaultdict(list)
    for owner in accepted:
        printed = {owner.name, *(bare_name(each.name) for each in owner.candidates)}
        for name in sorted(printed):
            cut = tokens(name)
            words = tuple(cut.word(index) for index in range(len(cut.spans)))
            if words:
                _add(forms, owner, words)
    return forms


def _add(forms: dict[str, list[Form]], owner: Accepted, words: tuple[str, ...]) -> None:
    folded = tuple(map(str.casefold, words))
    wanted = [Form(owner, folded, folded=True, line_only=not owner.safe)]
    if not owner.safe:
        wanted.append(Form(owner, words, folded=False, line_only=False))
    for form in wanted:
        for first in _first_forms(form.words):
            forms[first].append(form)


def _first_forms(words: tuple[str, ...]) -> set[str]:
    """Return how the first word may stand: inflected only if it is the last one too."""
    if len(words) > 1 or len(words[0]) < SHORTEST_INFLECTED:
        return {words[0]}
    return {words[0] + ending for ending in ENDINGS}


def _match(found: Tokens, index: int, form: Form) -> Span | None:
    last = index + len(form.words) - 1
    if last >= len(found.spans):
        return None
    for offset, word in enumerate(form.words[:-1]):
        if _printed(found, index + offset, form) != word or not _one_line(found, index + offset):
            return None
    length = _last_length(_printed(found, last, form), form.words[-1])
    if length is None:
        return None
    span = Span(found.spans[index].start, found.spans[last].start + length)
    return span if not form.line_only or _fills_line(found.text, span) else None


def _fills_line(text: str, span: Span) -> bool:
    """Tell whether a name is a line of its own, but for a number before it."""
    start = text.rfind("\n", 0, span.start) + 1
    behind = text[span.end : span.end + 2].lstrip(" ")
    if span.start - start > LONGEST_NUMBER:
        return False
    return (not behind or behind[0] == "\n") and NUMBER_BEFORE.match(text, start, span.start) is not None


def _printed(found: Tokens, index: int, form: Form) -> str:
    return found.folded[index] if form.folded else found.words[index]


def _one_line(found: Tokens, index: int) -> bool:
    return "\n" not in found.text[found.spans[index].end : found.spans[index + 1].start]


def _last_length(here: str, word: str) -> int | None:
    """Return how much of `here` is `word`: all of "Solspringets", the first part of "Solspring-messen"."""
    if here == word:
        return len(here)
    if len(word) < SHORTEST_INFLECTED or not here.startswith(word):
        return None
    if here[len(word) :] in ENDINGS:
        return len(here)
    return len(word) if here[len(word)] == "-" else None
