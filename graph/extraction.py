"""Everything about one file: read, clean, segment, recognise, relate, and back to the raw text's offsets.

The stages know the records, not each other; they are composed here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.language import Language

from extract.clean import clean
from extract.language import create_pipeline, mentions
from extract.locate import raw_span, relocate
from extract.read import read_bytes
from extract.recognise.initiatives import find_initiatives
from extract.records import CleanText, Mention, Package, RawText, Reading, Span
from extract.relate.all_relations import relate
from extract.relations import Extract, Relations
from extract.segment import segment
from extract.sentences import sentences
from graph.ingesting.recognisers import Recognisers


def extract_bytes(data: bytes, name: str, recognisers: Recognisers) -> Extract:
    """Read everything out of the content of one file. `name` is what the file is called in the graph.

    Raises: ReadError if the file cannot be read; TermListError, ModelError if the recognisers cannot be made.
    """
    return extract_text(read_bytes(data, name), recognisers)


def extract_text(raw: RawText, recognisers: Recognisers) -> Extract:
    """Read everything out of a file's text; all offsets in the result are in `raw.text`."""
    cleaned = clean(raw)
    package = segment(cleaned, raw.name)
    found = _mentions(_pipeline(recognisers), cleaned, package)
    reading = Reading(cleaned.text, package, tuple(sentences(cleaned.text)), found, cleaned.page_starts)
    extracted = _Extracted(package, found, relate(reading), reading.sentences)
    located = relocate(extracted, raw_span(cleaned))
    return Extract(raw, located.package, located.mentions, located.relations, located.sentences)


@dataclass(frozen=True, slots=True)
class _Extracted:
    package: Package
    mentions: tuple[Mention, ...]
    relations: Relations
    sentences: tuple[Span, ...]


def _mentions(nlp: Language, cleaned: CleanText, package: Package) -> tuple[Mention, ...]:
    others = mentions(nlp, cleaned.text)
    initiatives = find_initiatives(cleaned.text, package, others)
    return tuple(sorted((*others, *initiatives), key=lambda mention: mention.span))


@cache
def _pipeline(recognisers: Recognisers) -> Language:
    return create_pipeline(recognisers.term_lists, recognisers.model)
