import pytest

from tests.extract.texts import cleaned

BROKEN = "Indsatsen er lykkedes godt med at støtte familierne i Nordhavn, og det ses"
REST = "blandt andet på fraværet i skolen."
BOX = "Det indstilles,\n\n1. at rådmanden godkender status på Havneløftet."
LETTERHEAD = "Trivsel og Arbejde\nFjordby Kommune\n\nSag: EMN-2024-000001\nSagsbehandler:\nMette Ravn"

LIFTED = [
    f"{BROKEN}\n\n{BOX}\f{REST}",
    f"{BROKEN}\n\n{BOX}\n\n{REST}",
    f"{BROKEN}\n\n{LETTERHEAD}\f{REST}",
    f"{BROKEN}\n\n{LETTERHEAD}\n\nPunkt 3, Bilag 1: Indstilling\f{REST}",
    f"{BROKEN}\f\n12. maj 2025\nSide 2 af 2\n\n{REST}",
    f"{BROKEN}\n\nTil Rådmanden\nFra Fagligt Sekretariat\nDato 3. maj 2025\f{REST}",
]
LEFT = [
    f"{BROKEN}.\n\n{BOX}\f{REST}",  # the sentence is at its end
    f"{BROKEN}\n\n{BOX}\fBlandt andet ses det.",  # a new sentence
    f"{BROKEN}\n\n{'Et helt andet afsnit står her og er ingen boks, for det er for langt. ' * 2}\n\n{REST}",
    f"Baggrund\n\n{BOX}\f{REST}",  # a heading is no sentence
]


@pytest.mark.parametrize("text", LIFTED)
def test_a_box_is_lifted_out_of_a_sentence(text: str) -> None:
    assert f"{BROKEN} {REST}" in cleaned(text)


@pytest.mark.parametrize("text", LEFT)
def test_other_paragraphs_keep_their_order(text: str) -> None:
    assert f"{BROKEN} {REST}" not in cleaned(text)
    assert cleaned(text).rstrip().endswith((REST, "Blandt andet ses det."))


def test_the_box_stands_behind_the_sentence() -> None:
    assert cleaned(LIFTED[0]).split("\n")[1:] == [
        "Det indstilles,",
        "1. at rådmanden godkender status på Havneløftet.",
    ]


def test_a_box_without_a_full_stop_does_not_swallow_the_rest() -> None:
    box = BOX.replace("Havneløftet.", "Havneløftet til\nudvalgets møde den 2. juni i Nordhavn")
    assert f"{BROKEN} {REST}" in cleaned(f"{BROKEN}\n\n{box}\n\n{REST}")
