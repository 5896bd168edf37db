import pytest

from extract.danish import other_language

DANISH = (
    "Udvalget drøftede sagen og bad om en ny status efter sommerferien, da flere familier er kommet til. "
)
OTHERS = [
    (
        "English",
        "The committee discussed the report, and it was noted that the plan will be ready by summer. ",
    ),
    (
        "German",
        "Der Ausschuss hat den Bericht besprochen und die Verwaltung wird für die Sitzung Listen machen. ",
    ),
    (
        "Swedish",
        "Nämnden diskuterade ärendet och beslutade att planen inte är klar för sommaren när mötet hålls. ",
    ),
    (
        "Norwegian",
        "Utvalget drøftet saken og noen av medlemmene ble enige etter møtet, uten at planen ble vedtatt. ",
    ),
    (
        "French",
        "Le comité a examiné le rapport et les services sont chargés de la suite pour une réunion. ",
    ),
    (
        "Polish",
        "Komisja omówiła sprawozdanie i nie przyjęła planu, który jest przez zarząd oraz radę gminy. ",
    ),
]


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_another_language_is_named(language: str, text: str) -> None:
    assert other_language(text * 8) == language


@pytest.mark.parametrize(
    "text", ["Комітет обговорив звіт про роботу. ", "ناقشت اللجنة التقرير السنوي اليوم. "]
)
def test_another_script_is_named(text: str) -> None:
    assert other_language(text * 20) == "a language in other than Latin letters"


NOT_TOLD = [
    DANISH * 8,
    DANISH * 8 + OTHERS[0][1] * 4,  # an English summary
    OTHERS[0][1],  # too short to tell
    "12 13 14 " * 100,
    "Havnegade Fjordby Mølleparken Engdalen " * 30,  # names
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_danish_and_what_cannot_be_told_is_let_through(text: str) -> None:
    assert other_language(text) is None
