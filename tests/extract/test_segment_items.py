import pytest

from extract.segment_items import heading_of, order, rounds_of
from extract.segment_layout import lay_out
from extract.segment_stretches import cut
from tests.extract.packages import clean_text


def rounds(*pages: str) -> list[list[tuple[str, str, bool, str]]]:
    """Return number, title, whether it decides, and body of all entries, round by round."""
    clean = clean_text(*pages)
    return [
        [
            (e.number, e.heading.title, e.decides, e.body.of(clean.text) if e.body else "")
            for e in each.entries
        ]
        for stretch in cut(lay_out(clean))
        for each in rounds_of(stretch, clean.text)
    ]


@pytest.mark.parametrize(
    ("text", "title", "minutes"),
    [
        ("Ny mole (10 min)", "Ny mole", 10),
        ("Ny mole (5 min.)", "Ny mole", 5),
        ("Ny mole - 10 minutter", "Ny mole", 10),
        ("Ny mole", "Ny mole", None),
        ("Havnens 10 minutters regel", "Havnens 10 minutters regel", None),
        ("Strategi 2031 (udkast)", "Strategi 2031 (udkast)", None),
    ],
)
def test_the_time_is_split_from_a_title(text: str, title: str, minutes: int | None) -> None:
    heading = heading_of(text, 0)
    assert (heading.title, heading.minutes) == (title, minutes)


def test_agenda_and_minutes_of_an_item_are_told_apart() -> None:
    assert rounds("Punkt 3: Ny mole\nSe bilag.\nBeslutning for Punkt 3: Ny mole\nGodkendt.") == [
        [("3", "Ny mole", False, "Se bilag."), ("3", "Ny mole", True, "Godkendt.")]
    ]


def test_under_referat_the_text_below_an_item_is_its_minutes() -> None:
    assert rounds("Referat\nPunkt 1: Molen\nBo følger op.") == [[("1", "Molen", True, "Bo følger op.")]]


def test_a_public_page_headed_referat_decides_under_beslutning_only() -> None:
    page = "Referat\nPunkt 1: Molen\nEn mole.\nBeslutning for Punkt 1: Molen\nGodkendt.\nSagens forløb\nX"
    assert rounds(page)[0] == [("1", "Molen", False, "En mole."), ("1", "Molen", True, "Godkendt.")]


def test_an_agenda_without_minutes_decides_nothing() -> None:
    assert rounds("Punkt 1: Molen\n.\nPunkt 2: Kajen\n3 / 5\n.") == [
        [("1", "Molen", False, ""), ("2", "Kajen", False, "")]
    ]


def test_a_new_round_begins_where_the_numbers_begin_anew() -> None:
    pages = ("Punkt 4: Kajen\nPunkt 5: Bordrunde", "Punkt 3: Molen\nPunkt 4: Kajen")
    assert [[number for number, *_ in each] for each in rounds(*pages)] == [["4", "5"], ["3", "4"]]


@pytest.mark.parametrize(
    "line", ["Punkt 7, Bilag 2: Status", "Se Punkt 3: Molen", "Punktet 3: Molen", "Punkt: Molen"]
)
def test_other_lines_are_no_items(line: str) -> None:
    assert rounds(f"Indstilling\nMolen\n{line}") == []


def test_numbers_are_ordered_as_a_reader_would() -> None:
    assert sorted(["10", "7B", "7", "7A", "1"], key=order) == ["1", "7", "7A", "7B", "10"]
