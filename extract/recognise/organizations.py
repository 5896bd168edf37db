"""Organizations: known ones, those whose form or printed place names them, and the same again everywhere.

Each kind of evidence has a file of its own beside this one; here they are put together. What only stands
beside an organization, or behind a cue word, is looked at when people have been found: `organizations_near`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.lang.da.stop_words import STOP_WORDS

from extract.patterns import SPEAKER
from extract.recognise.organizations_defined import defined_again, definitions
from extract.recognise.organizations_form import Forms, organization_forms
from extract.recognise.organizations_known import find_known
from extract.recognise.organizations_units import find_units
from extract.recognise.phrases import find_phrases
from extract.recognise.scene import Recogniser, Scene, without_overlaps
from extract.records import Mention
from extract.terms import Terms


@dataclass(frozen=True, slots=True)
class OrganizationFinder:
    """The recogniser of organizations, with its term lists, forms and cues."""

    terms: Terms
    forms: Forms
    words: Mapping[str, tuple[str, ...]]

    def __call__(self, scene: Scene) -> tuple[Mention, ...]:
        """Return the organizations in order of start."""
        text = scene.text
        known = [each for each in find_known(self.terms, scene) if not _speaks(text, each)]
        units = _of_one(find_units(text, self.words, known), known)
        sure = without_overlaps([*_outside(known, units), *units, *self.forms.find(text)])
        defined = _outside(defined_again(text, definitions(text), sure, self.words["not_acronyms"]), units)
        sure = without_overlaps([*sure, *defined])
        return printed_again(scene, sure)


def _speaks(text: str, known: Mention) -> bool:
    """Tell whether an acronym is a speaker's initials: "KL: Nyt om …" with other speakers above or below."""
    if known.attributes["type"] != "external" or not SPEAKER.match(text, known.span.start):
        return False
    start, end = known.span.start, text.find("\n", known.span.end)
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    return text[start - 1 : start] == "\n" and bool(
        SPEAKER.match(text, above) or (end >= 0 and SPEAKER.match(text, end + 1))
    )


def _of_one(units: Iterable[Mention], known: Sequence[Mention]) -> list[Mention]:
    """Leave out what holds two known organizations: "Fra Pleje og Omsorg og Borgmesterens Afdeling"."""
    full = [each.span for each in known if " " in each.text]
    return [unit for unit in units if sum(span in unit.span for span in full) < 2]


def _outside(known: Iterable[Mention], units: Sequence[Mention]) -> list[Mention]:
    """Return those that are no part of a unit's name, as the acronym is in "MSX Sekretariat og Jura"."""
    spans = sorted(unit.span for unit in units)
    return [each for each in known if not any(each.span in span and each.span != span for span in spans)]


def printed_again(scene: Scene, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """Add every other place where what has been found once, and is in no term list, is printed."""
    names = {each.text: each for each in found if each.rule != "term_list" and len(each.text) > 2}
    again = (
        replace(names[form], span=span, text=form, confidence=min(0.65, names[form].confidence))
        for span, form in find_phrases(scene.doc, tuple(sorted(names)))
    )
    return without_overlaps([*found, *again])


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of organizations."""
    words = terms.words["organizations"]
    return OrganizationFinder(terms, organization_forms(words, frozenset(STOP_WORDS)), words)
