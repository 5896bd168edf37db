import pytest

from extract.segment_agendas import Agendas, likeness
from extract.segment_documents import Tie
from extract.segment_items import rounds_of
from extract.segment_layout import lay_out
from extract.segment_stretches import cut
from extract.segment_threads import threads_of
from tests.extract.packages import clean_text


def agendas(*pages: str) -> Agendas:
    clean = clean_text(*pages)
    stretches = cut(lay_out(clean))
    return Agendas(threads_of(each for one in stretches for each in rounds_of(one, clean.text)))


TWO = agendas(
    "Referat\nPunkt 1: Moler\nGodkendt.\nPunkt 2: Lamper\nUdsat.\nPunkt 4: Kajer\nUdsat.",
    "Referat\nPunkt 1: Både\nGodkendt.",
)


def test_a_number_is_looked_up_in_every_meeting() -> None:
    assert [(tie.thread, TWO.title(tie)) for tie in TWO.numbered("1")] == [(0, "Moler"), (1, "Både")]
    assert list(TWO.numbered("9")) == []


def test_items_are_found_by_the_stem_of_a_word() -> None:
    assert [TWO.title(tie) for tie in TWO.sharing("Status på lamperne")] == ["Lamper"]
    assert list(TWO.sharing("Status på broer")) == []


def test_the_items_between_two_are_those_of_the_same_meeting() -> None:
    assert [tie.number for tie in TWO.between(Tie(0, "1"), Tie(0, "4"))] == ["2"]


@pytest.mark.parametrize(
    ("title", "item", "alike"),
    [
        ("Orientering om ændrede havneafgifter", "Ændrede havneafgifter", True),
        ("Referat", "Referat", True),
        ("FjordFag - opsamling på 2031-dagen", "Fjord Fag", True),
        ("Status på referater", "Referat", False),
        ("Status på moler", "Orientering fra udvalget", False),
    ],
)
def test_a_title_fits_an_item_by_its_telling_words(title: str, item: str, alike: bool) -> None:
    assert (likeness(title, item) > 0.85) is alike
