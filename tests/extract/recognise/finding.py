"""Find the mentions of one kind in a short text, with the bundled term lists."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from extract.language import create_pipeline, mentions
from extract.records import Kind, Mention


@cache
def pipeline() -> Language:
    """Return one pipeline for all tests: building it reads the term lists."""
    return create_pipeline()


def find(kind: Kind, text: str) -> list[Mention]:
    """Return the mentions of `kind`, each standing letter for letter where it says."""
    found = [mention for mention in mentions(pipeline(), text) if mention.kind is kind]
    assert all(mention.span.of(text) == mention.text for mention in found)
    return found


def names(kind: Kind, text: str) -> list[str]:
    """Return the names of the mentions of `kind`, in order, each once."""
    return list(dict.fromkeys(mention.name for mention in find(kind, text)))
