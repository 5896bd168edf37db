import pytest

from extract.relate.stage_words import modality, stage_words

STAGES = set(
    "proposed approved funded started continued expanded delayed status evaluated made_permanent adjusted "
    "ended".split()
)


def test_every_stage_of_the_contract_has_its_words() -> None:
    assert {words.stage for words in stage_words()} == STAGES


@pytest.mark.parametrize("text", ["udvidede", "medudvidet", "udvidet-agtig"])
def test_a_cue_is_a_whole_word(text: str) -> None:
    (expanded,) = (words for words in stage_words() if words.stage == "expanded")
    assert expanded.verbs.search(text) is None


def test_modality_knows_denial_doubt_and_plan() -> None:
    words = modality()
    assert words.negations.search("er ikke klar")
    assert words.hypothetical.search("hvis den er klar")
    assert words.planned.search("skal være klar")
    assert words.negations.search("ikkevold") is None
