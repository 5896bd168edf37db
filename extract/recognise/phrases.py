"""Find many fixed phrases at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.recognise.tokens import tokenize
from extract.records import Span


def find_phrases(doc: Doc, phrases: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """Yield where the phrases stand, letter for letter, and which one stands there."""
    yield from _find(doc, _matcher(doc.vocab, phrases, "ORTH"))


def find_phrases_in_any_case(doc: Doc, phrases: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """Yield where the phrases stand, in capitals or small letters, and which one stands there."""
    yield from _find(doc, _matcher(doc.vocab, phrases, "LOWER"))


def _find(doc: Doc, matcher: PhraseMatcher) -> Iterator[tuple[Span, str]]:
    strings = doc.vocab.strings
    for key, start, end in matcher(doc):
        last = doc[end - 1]
        yield Span(doc[start].idx, last.idx + len(last)), strings[key]


@lru_cache(maxsize=64)
def _matcher(vocab: Vocab, phrases: tuple[str, ...], attribute: str) -> PhraseMatcher:
    matcher = PhraseMatcher(vocab, attr=attribute)
    for phrase in phrases:
        matcher.add(phrase, [tokenize(vocab, phrase)])
    return matcher
