"""The spaCy pipeline: a tokeniser and one component per recogniser.

A recogniser is a function from a `Scene` to mentions. To add one, write a module in `extract/recognise` with
a function `recogniser(terms) -> Recogniser` and enter it in `RECOGNISERS`; the order there is the order in
which they run, and each sees what the earlier ones found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.vocab import Vocab

from extract.recognise import (
    amounts,
    budget_years,
    cases,
    dates,
    organizations,
    organizations_near,
    people,
    places,
)
from extract.recognise.model import load_model
from extract.recognise.model import recogniser as model_recogniser
from extract.recognise.scene import Recogniser, Scene, in_order
from extract.recognise.tokens import tokenize
from extract.records import Mention
from extract.terms import Terms, load_terms

RecogniserFactory = Callable[[Terms], Recogniser]
RECOGNISERS: dict[str, RecogniserFactory] = {
    "cases": cases.recogniser,
    "budget_years": budget_years.recogniser,
    "amounts": amounts.recogniser,
    "dates": dates.recogniser,
    "organizations": organizations.recogniser,
    "people": people.recogniser,
    "places": places.recogniser,
    "organizations_near": organizations_near.recogniser,
}

Doc.set_extension("mentions", default=())
Doc.set_extension("source", default="")  # the text; `doc.text` puts it together anew each time


@dataclass(frozen=True, slots=True)
class WordTokenizer:
    """Cuts text into words, signs and blanks; loses nothing."""

    vocab: Vocab

    def __call__(self, text: str) -> Doc:
        """Return the document, whose text is `text`."""
        doc = tokenize(self.vocab, text)
        doc._.source = text
        return doc


@dataclass(frozen=True, slots=True)
class RecogniserComponent:
    """Runs one recogniser as a spaCy component: mentions go to `doc._.mentions` and `doc.spans[kind]`."""

    recognise: Recogniser

    def __call__(self, doc: Doc) -> Doc:
        """Add what the recogniser finds."""
        found = tuple(self.recognise(Scene(doc._.source or doc.text, doc, doc._.mentions)))
        doc._.mentions = in_order((*doc._.mentions, *found))
        _fill_spans(doc, found)
        return doc


def _fill_spans(doc: Doc, found: Iterable[Mention]) -> None:
    """Show the mentions as spans of whole tokens, for displacy and other spaCy tools."""
    for mention in found:
        span = doc.char_span(
            mention.span.start, mention.span.end, mention.kind.value, alignment_mode="expand"
        )
        if mention.kind.value not in doc.spans:
            doc.spans[mention.kind.value] = SpanGroup(doc, name=mention.kind.value)
        doc.spans[mention.kind.value].append(span)


@Language.factory("sagsgraf_recogniser")
def _component(nlp: Language, name: str, recogniser: str, own_lists: list[str]) -> RecogniserComponent:
    terms = load_terms(tuple(Path(path) for path in own_lists))
    return RecogniserComponent(RECOGNISERS[recogniser](terms))


@Language.factory("sagsgraf_model")
def _model_component(nlp: Language, name: str, model: str) -> RecogniserComponent:
    return RecogniserComponent(model_recogniser(load_model(model)))


def create_pipeline(own_lists: Iterable[Path] = (), model: str | None = None) -> Language:
    """Build the pipeline that finds every kind of mention in Danish municipal text.

    `own_lists` are term lists of the user's own, besides the bundled ones. `model` names an installed spaCy
    pipeline that is asked as well, last, for people, organizations and places that the rules have not seen.

    Raises: TermListError if a list is malformed; ModelError if the model is not installed.

    >>> [mention.name for mention in mentions(create_pipeline(), "Sag: EMN-2024-000123")]
    ['EMN-2024-000123']
    """
    nlp = spacy.blank("da")
    nlp.tokenizer = WordTokenizer(nlp.vocab)
    paths = [str(path) for path in own_lists]
    for name in RECOGNISERS:
        nlp.add_pipe("sagsgraf_recogniser", name=name, config={"recogniser": name, "own_lists": paths})
    if model is not None:
        nlp.add_pipe("sagsgraf_model", name="model", config={"model": model})
    return nlp


def mentions(nlp: Language, text: str) -> tuple[Mention, ...]:
    """Return what the pipeline finds in cleaned `text`, in order of start."""
    found: tuple[Mention, ...] = nlp(text)._.mentions
    return found
