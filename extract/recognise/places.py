"""Places: known towns and districts, and venues."""

from __future__ import annotations

from extract.recognise.phrases import find_phrases
from extract.recognise.scene import Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention
from extract.terms import Terms


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of places."""

    def find_places(scene: Scene) -> tuple[Mention, ...]:
        known = {place.name: place for each in terms.lists_for(scene.text) for place in each.places}
        candidates = [
            Mention(Kind.PLACE, span, span.of(scene.text), name, "term_list", 0.9, {"type": known[name].type})
            for span, name in find_phrases(scene.doc, tuple(known))
        ]
        taken = [each.span for each in scene.of_kind(Kind.ORGANIZATION, Kind.PERSON)]
        return without_overlaps(candidates, taken)

    return find_places
