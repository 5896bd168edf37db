"""Places: known towns, districts and venues, those whose form names them, and their neighbours in rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.lang.da.stop_words import STOP_WORDS

from extract.recognise.names import COMMON_NOUN, common_words, name_runs
from extract.recognise.organizations import printed_again
from extract.recognise.phrases import find_phrases
from extract.recognise.places_context import ADDRESS, PlaceContexts, place_contexts
from extract.recognise.places_form import PlaceForms, place_forms, preposition
from extract.recognise.rows import between, row_members
from extract.recognise.scene import Coverage, Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention, Span
from extract.terms import PlaceTerm, Terms

SEPARATOR = re.compile(r",? (?:og|samt|eller|&) (?:på |i |ved )?|, (?:i |på )?|/|-(?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """The recogniser of places, with its term lists, forms and cues."""

    terms: Terms
    forms: PlaceForms
    contexts: PlaceContexts
    preposition: re.Pattern[str]
    words: Mapping[str, Collection[str]]

    def __call__(self, scene: Scene) -> tuple[Mention, ...]:
        """Return the places in order of start."""
        taken = [each.span for each in scene.of_kind(Kind.ORGANIZATION, Kind.PERSON, Kind.INITIATIVE)]
        common = common_words(scene.text)
        sure = without_overlaps([*self._known(scene, common), *self._formed(scene.text, common)], taken)
        sure = without_overlaps([*sure, *self._in_context(scene, sure, taken, common)], taken)
        rows = without_overlaps([*sure, *self._in_rows(scene, sure, taken, common)], taken)
        return without_overlaps(printed_again(scene, rows), taken)

    def _known(self, scene: Scene, common: Collection[str]) -> Iterator[Mention]:
        known = {place.name: place for each in self.terms.lists_for(scene.text) for place in each.places}
        known |= {name: PlaceTerm(name, "venue") for name in self.words["venues"]}
        known |= {name + "s": place for name, place in known.items() if not name.endswith("s")}
        for span, form in find_phrases(scene.doc, tuple(known)):
            unsure = form in self.words["ambiguous"] or form.casefold() in common
            if not unsure or self._after_preposition(scene.text, span):
                place = known[form]
                yield _mention(scene.text, span, place.name, ("term_list", place.type, 0.95))

    def _formed(self, text: str, common: Collection[str]) -> Iterator[Mention]:
        doubted = self.contexts.doubted(text)
        for found in self.forms.find(text):
            small = found.span.of(text).casefold()
            is_word = small in self.words["not_places"] or small in common
            if not is_word and found.span.of(text) not in doubted:
                yield _mention(text, found.span, found.span.of(text), ("form", found.type, found.confidence))

    def _in_context(
        self, scene: Scene, sure: Collection[Mention], taken: Iterable[Span], common: Collection[str]
    ) -> Iterator[Mention]:
        covered = Coverage([*taken, *(each.span for each in sure)])
        found = self.contexts.find(scene.text, frozenset(each.name for each in sure), common, covered)
        forms = {name + ending: name for name in found for ending in ("", "s")}
        for span, form in find_phrases(scene.doc, tuple(sorted(forms))):
            name = forms[form]
            if not covered.touches(span):
                yield _mention(scene.text, span, name, ("context", self._type(name), found[name]))

    def _type(self, name: str) -> str:
        return "venue" if name.endswith(self.forms.endings) else "district"

    def _after_preposition(self, text: str, span: Span) -> bool:
        return self.preposition.search(text, max(0, span.start - 14), span.start) is not None

    def _in_rows(
        self, scene: Scene, known: Iterable[Mention], taken: Iterable[Span], common: Collection[str]
    ) -> Iterator[Mention]:
        """Yield single words in a row with a known place: "Gammelby, Solby og Engby"."""
        spans = [each.span for each in known]
        covered = Coverage([*taken, *spans])
        free = (
            run.span
            for run in name_runs(scene.text, lambda word: word.casefold() in STOP_WORDS)
            if len(run.words) == 1
            and not covered.touches(run.span)
            and _may_be(run.words[0], common)
            and not ADDRESS.match(scene.text, run.span.end)
            and not run.words[0].endswith(self.forms.streets)
        )
        text = scene.text
        for span in row_members(spans, free, lambda *pair: between(SEPARATOR, text, *pair) is not None):
            yield _mention(text, span, span.of(text), ("row", "place", 0.7))


def _may_be(word: str, common: Collection[str]) -> bool:
    return (
        word.isalpha()
        and not word.isupper()
        and word.casefold() not in common
        and not COMMON_NOUN.search(word)
    )


def _mention(text: str, span: Span, name: str, how: tuple[str, str, float]) -> Mention:
    rule, type_, confidence = how
    return Mention(Kind.PLACE, span, span.of(text), " ".join(name.split()), rule, confidence, {"type": type_})


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of places with the term lists and the forms of the word list."""
    words = terms.words["places"]
    kept = {key: frozenset(words[key]) for key in ("venues", "ambiguous", "not_places")}
    contexts = place_contexts(words, STOP_WORDS)
    return PlaceFinder(terms, place_forms(words), contexts, preposition(words), kept)
