"""An added spaCy pipeline finds what no rule saw, is never sure, and overrides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.training import Example

from extract.errors import ModelError
from extract.language import create_pipeline, mentions
from extract.recognise.model import CONFIDENCE
from extract.records import Kind, Mention

SEEN_BY_THE_MODEL = "Så gik Zorbalinux hjem."
SEEN_BY_A_RULE = "Sag: EMN-2031-000123"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of a tiny pipeline that calls one word a person, and case numbers too."""
    spacy.util.fix_random_seed(7)  # type: ignore[attr-defined]  # not exported, but documented
    nlp = spacy.blank("da")
    nlp.add_pipe("ner")
    taught: list[tuple[str, dict[str, Any]]] = [
        (SEEN_BY_THE_MODEL, {"entities": [(7, 17, "PER")]}),
        (SEEN_BY_A_RULE, {"entities": [(5, 20, "PER")]}),
        ("Så gik alle hjem.", {"entities": []}),
    ]
    examples = [Example.from_dict(nlp.make_doc(text), entities) for text, entities in taught]
    nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples)
    folder: Path = tmp_path_factory.mktemp("model") / "tiny"
    nlp.to_disk(folder)
    return str(folder)


def found(text: str, model: str | None = None) -> tuple[Mention, ...]:
    return mentions(create_pipeline(model=model), text)


def test_the_model_adds_a_person_that_no_rule_finds(model: str) -> None:
    assert found(SEEN_BY_THE_MODEL) == ()
    (added,) = found(SEEN_BY_THE_MODEL, model)
    assert (added.kind, added.text, added.span.of(SEEN_BY_THE_MODEL)) == (
        Kind.PERSON,
        "Zorbalinux",
        "Zorbalinux",
    )


def test_what_a_model_alone_has_seen_is_never_sure(model: str) -> None:
    (added,) = found(SEEN_BY_THE_MODEL, model)
    assert (added.rule, added.confidence) == ("model", CONFIDENCE)


def test_offsets_count_in_the_whole_text_and_not_in_the_paragraph(model: str) -> None:
    text = f"Så gik alle hjem.\n\n{SEEN_BY_THE_MODEL}\n"
    assert [each.span.of(text) for each in found(text, model)] == ["Zorbalinux"]


def test_the_model_never_overrides_a_rule(model: str) -> None:
    assert [entity.text for entity in spacy.load(model)(SEEN_BY_A_RULE).ents] == ["EMN-2031-000123"]
    assert found(SEEN_BY_A_RULE, model) == found(SEEN_BY_A_RULE)


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere"):
        create_pipeline(model=str(tmp_path / "nowhere"))


def test_a_folder_that_holds_no_pipeline_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="tiny"):
        create_pipeline(model=str(tmp_path.rename(tmp_path.with_name("tiny"))))
