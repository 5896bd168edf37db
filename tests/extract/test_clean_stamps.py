import pytest

from extract.clean_stamps import take_stamps
from tests.extract.texts import pages_of, words_of

Case = tuple[str, list[list[str]], list[tuple[str, str, str]]]
CASES: list[Case] = [
    ("Tekst.\n\nPunkt 7, Bilag 2: Status.docx", [["Tekst."]], [("7", "2", "Status.docx")]),
    (
        "Tekst.\nPunkt 7, Bilag 2: Bilag 1_Status\nhavneløft",
        [["Tekst."]],
        [("7", "2", "Bilag 1_Status havneløft")],
    ),
    ("Tekst\nPunkt 7A, Bilag 2: Et\nPunkt 2, Bilag 1:", [["Tekst"]], [("7A", "2", "Et"), ("2", "1", "")]),
    ("Punkt 7, Bilag 2: Øverst\n\nTekst", [["Tekst"]], [("7", "2", "Øverst")]),
    (
        "Tekst\n\nPunkt 7, Bilag 2: I midten\n\nMere tekst",
        [["Tekst", "Mere tekst"]],
        [("7", "2", "I midten")],
    ),
    ("Slut.Punkt 7, Bilag 2: Limet på", [["Slut."]], [("7", "2", "Limet på")]),
    ("Punkt 7, Bilag 2: Et.docx\nTekst", [["Tekst"]], [("7", "2", "Et.docx")]),
    (
        "Tekst\fPunkt 7, Bilag 2: Dagsorden til\f\nmødet i udvalget",
        [["Tekst"], [], []],
        [("7", "2", "Dagsorden til")],
    ),
]
LEFT = [
    "Punkt 7: Status",
    "Vi behandler\nPunkt 7, Bilag 2: Status\nog\nandet\nog\nmeget\nmere\nog slutter",
    "Se Punkt 7, Bilag 2: Status",
    "Se (jf. punkt 7, bilag 2: Status)",
]


@pytest.mark.parametrize(("text", "left", "stamps"), CASES)
def test_takes_stamps_out(text: str, left: list[list[str]], stamps: list[tuple[str, str, str]]) -> None:
    pages, found = take_stamps(pages_of(text))
    assert words_of(pages) == left
    assert [(stamp.item_number, stamp.attachment_number, stamp.title) for stamp in found] == stamps


@pytest.mark.parametrize("text", LEFT)
def test_leaves_what_is_no_stamp(text: str) -> None:
    pages, found = take_stamps(pages_of(text))
    assert words_of(pages) == [text.split("\n")]
    assert found == []


def test_a_stamp_points_at_its_letters() -> None:
    text = "Tekst\n\nPunkt 7, Bilag 2: Status\npå alt\n"
    assert take_stamps(pages_of(text))[1][0].span.of(text) == "Punkt 7, Bilag 2: Status\npå alt"


def test_a_page_with_its_own_stamp_is_no_tail_of_another() -> None:
    text = "Bydele og havn\n\nPunkt 7, Bilag 2: Om bydele og havn"
    assert words_of(take_stamps(pages_of(text))[0]) == [["Bydele og havn"]]


TAILS = ["mødet i udvalget", "udvalget den 2."]
NO_TAILS = ["slutter i dag.", "Næste punkt", "et langt afsnit om havnen, der går over mange linjer"]


@pytest.mark.parametrize("tail", TAILS)
def test_a_page_with_the_tail_of_a_stamp_is_emptied(tail: str) -> None:
    text = f"Tekst\n\nPunkt 7, Bilag 2: Dagsorden til\nmødet i udvalget\f{tail}"
    assert words_of(take_stamps(pages_of(text))[0]) == [["Tekst"], []]


@pytest.mark.parametrize("text", NO_TAILS)
def test_a_short_page_stays(text: str) -> None:
    text = f"Tekst\n\nPunkt 7, Bilag 2: Dagsorden til\f{text}"
    assert len(take_stamps(pages_of(text))[0][1]) == 1


def test_a_short_page_stays_where_no_page_is_stamped() -> None:
    assert words_of(take_stamps(pages_of("et langt afsnit\fslutter her"))[0])[1] == ["slutter her"]
