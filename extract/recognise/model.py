"""People, organizations and places as an installed spaCy pipeline sees them, where no rule saw anything."""

from __future__ import annotations

from collections.abc import Iterator

import spacy
from spacy.language import Language

from extract.errors import ModelError
from extract.recognise.scene import Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention, Span

KINDS = {
    "PER": Kind.PERSON,
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "ORGANIZATION": Kind.ORGANIZATION,
    "LOC": Kind.PLACE,
    "GPE": Kind.PLACE,
    "LOCATION": Kind.PLACE,
    "FAC": Kind.PLACE,
}
CONFIDENCE = 0.5  # below every rule: what a model alone has seen is never sure


def load_model(name: str) -> Language:
    """Load the installed pipeline `name`.

    Raises: ModelError if it is not installed or cannot be read.
    """
    try:
        return spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(name, str(error).splitlines()[0]) from error


def recogniser(model: Language) -> Recogniser:
    """Return a recogniser that asks `model`, paragraph by paragraph, and never overrides a rule."""

    def find_entities(scene: Scene) -> tuple[Mention, ...]:
        return without_overlaps(_entities(model, scene.text), [mention.span for mention in scene.found])

    return find_entities


def _entities(model: Language, text: str) -> Iterator[Mention]:
    start = 0
    for paragraph in model.pipe(text.splitlines(keepends=True)):
        for entity in paragraph.ents:
            kind = KINDS.get(entity.label_)
            if kind and entity.text.strip():
                span = Span(start + entity.start_char, start + entity.end_char)
                yield Mention(kind, span, entity.text, " ".join(entity.text.split()), "model", CONFIDENCE)
        start += len(paragraph.text)
