import pytest

from extract.segment_layout import lay_out
from extract.segment_stretches import StretchKind, cut
from tests.extract.packages import INDSTILLING_2031, clean_text

ITEM = "Punkt 3: Ny mole (10 min)\nBeslutning for Punkt 3: Ny mole (10 min)\nGodkendt."
NOTE = "Notat\nTil Rådmandsmøde\nMolens alder\nMolen er 80 år."
AGENDA = "Emne:\nHavneudvalgsmøde\nMødedato: 3. marts 2031\n1. Godkendelse\n2. Molen"


def cut_pages(*pages: str) -> list[tuple[str, int, int]]:
    """Return kind, first and last page of every stretch."""
    stretches = cut(lay_out(clean_text(*pages)))
    return [(each.kind.value, each.paragraphs[0].page, each.paragraphs[-1].page) for each in stretches]


def test_own_pages_and_documents_take_turns() -> None:
    assert cut_pages(ITEM, INDSTILLING_2031, "Punkt 4: Bordet rundt\nIntet.") == [
        ("items", 1, 1),
        ("document", 2, 2),
        ("items", 3, 3),
    ]


def test_a_new_stamp_begins_a_document_and_the_same_goes_on() -> None:
    pages = (f"{INDSTILLING_2031}\n@ 3/1: Indstilling", "Slutning.\n@ 3/1: Indst", "Et kort\n@ 3/2: Kort")
    assert cut_pages(*pages) == [("document", 1, 2), ("document", 3, 3)]


def test_a_counted_document_ends_with_its_last_page() -> None:
    pages = ("Molens alder\n# 1/3", "Den er gammel\n# 2/3", "Meget gammel", "Et nyt kort")
    assert cut_pages(*pages) == [("document", 1, 3), ("document", 4, 4)]


@pytest.mark.parametrize(
    ("last", "following", "ends"),
    [
        ("Molens tilstand\nSten for sten\n# 3/3", "Molens tilstand\nSand for sand", False),
        ("Molens tilstand\n# 3/3", "Et nyt kort\nMolens tilstand", True),
        ("Molens tilstand\n# 3/3", "Molens tilstand i 2031", True),
        ("Molens tilstand\n# 3/3", "Molens tilstand\n# 1/2", True),
        ("Notat\nMolens alder\n# 3/3", NOTE, True),
    ],
)
def test_a_page_headed_as_the_last_counted_one_still_belongs_to_it(
    last: str, following: str, *, ends: bool
) -> None:
    pages = ("Molens alder\n# 1/3", "Den er gammel\n# 2/3", last, following)
    assert cut_pages(*pages) == ([("document", 1, 3), ("document", 4, 4)] if ends else [("document", 1, 4)])


def test_a_signature_ends_a_document_but_for_a_footnote() -> None:
    pages = (INDSTILLING_2031, "i https://fjordby.example/mole", "Molernes historie\nFørste del")
    assert cut_pages(*pages) == [("document", 1, 2), ("document", 3, 3)]


def test_the_letterhead_of_a_note_begins_a_document_whose_heading_was_lost() -> None:
    head = "moler i havnen\nMolen er gammel.\nHavnekontoret\nFjordby Kommune\nSagsbehandler: Anna Lund"
    assert cut_pages("Slides om moler\n@ 3/2: Slides", head) == [("document", 1, 1), ("document", 2, 2)]


def test_a_page_headed_as_listed_begins_that_attachment() -> None:
    pages = (INDSTILLING_2031, "Kort\n@ 3/2: Bilag 1 - kort", "Prisliste for sten og grus\n20 kr.")
    assert cut_pages(*pages) == [("document", 1, 1), ("document", 2, 2), ("document", 3, 3)]


def test_slides_without_stamps_stay_together() -> None:
    assert cut_pages("Molens fremtid", "Hvad ved vi?", "Hvad gør vi?") == [("document", 1, 3)]


def test_the_items_of_a_committee_stay_in_its_agenda() -> None:
    assert cut_pages(ITEM, AGENDA, "3. Eventuelt\nAnsvarlig: Bo") == [("items", 1, 1), ("document", 2, 3)]


def test_minutes_that_run_over_a_page_go_on() -> None:
    pages = (
        "Referat\nPunkt 1: Molen\nDen drøftes",
        "I forhold til farven følger Bo op.\nPunkt 2: Kajen\nGodkendt.",
    )
    assert cut_pages(*pages) == [("items", 1, 2)]


@pytest.mark.parametrize(
    "head",
    [
        "Rådmandsmøder 2029-2033 (Rådmandsmøde)\n03-03-2031 10:30 - 12:00",
        "Information: Anna deltager fra kl. 10.30.",
        "Rådmandsmøde i havnens afdeling\nmandag den 3. marts 2031 kl. 9.30",
    ],
)
def test_the_head_of_a_meeting_belongs_to_its_items(head: str) -> None:
    assert cut_pages(head, ITEM) == [("items", 1, 2)]


def test_documents_are_found_in_a_text_without_pages() -> None:
    text = f"{ITEM}\n{INDSTILLING_2031}\nPunkt 4: Kajen\nUdsat."
    kinds = [each.kind for each in cut(lay_out(clean_text(text)))]
    assert kinds == [StretchKind.ITEMS, StretchKind.DOCUMENT, StretchKind.ITEMS]


def test_what_the_reader_application_adds_is_debris() -> None:
    assert cut_pages(ITEM, "Overblik: Noter", "Overblik: Delte kommentarer") == [
        ("items", 1, 1),
        ("debris", 2, 3),
    ]
