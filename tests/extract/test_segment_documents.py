import pytest

from extract.records import Document
from tests.extract.packages import INDSTILLING_2031, package_of

LETTERHEAD = "Havnekontoret\nFjordby Kommune\n8999 Fjordby\nSagsbehandler: Anna Lund"


def document(*pages: str) -> Document:
    return package_of(*pages).documents[0]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (INDSTILLING_2031, "indstilling"),
        ("Ny mole\nINDLEDNING\nTekst.\nDet indstilles,\n1. at molen bygges.", "indstilling"),
        ("Notat\nTil Rådmandsmøde\nMolens alder", "notat"),
        (f"Bilag 1: Plan for moler\n1. Resume\nTekst.\n{LETTERHEAD}", "notat"),
        ("Emne:\nHavneudvalgsmøde\nMødedato: 3. marts 2031\n1. Molen", "dagsorden"),
        ("Referat\nHavneudvalget\nMødedato: 3. marts 2031\n1. Molen", "referat"),
        ("Bilag 1\nOversigt over moler\n12 moler", "oversigt"),
        ("Bilag 1\nHandleplan for moler", "plan"),
        ("Bilag 1\nAfrapportering om moler", "rapport"),
        ("Molerne\n@ 3/2: Moler.pptx", "slides"),
        ("Bilag 1\nKort over moler", "bilag"),
    ],
)
def test_the_type_follows_from_form_stamp_and_title(page: str, kind: str) -> None:
    assert document(page).type == kind


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (
            "Indstilling\nMolen\n1. Resume\nKort.\nTil Rådmanden\nFra Havnekontoret\nDato 3. marts 2031",
            "2031-03-03",
        ),
        (INDSTILLING_2031, "2031-03-03"),
        (
            "Rådmandsindstilling\nMolen\nINDLEDNING\n[Havnekontoret]\n[3. marts 2031]\nSagsbehandler: [A B]",
            "2031-03-03",
        ),
        ("4. marts 2031\nBilag 1: Kort over moler", "2031-03-04"),
        ("20-05-31\n10 min - Lukket\nMolen\nINDLEDNING\nKort.", None),
        ("Notat\nTil Rådmandsmøde\nMolens tidsplan\n1. maj 2031\nMolen bygges.", None),
    ],
)
def test_the_date_of_issue_is_not_that_of_the_meeting(page: str, day: str | None) -> None:
    assert document(page).issued == day


def test_a_date_atop_a_later_page_dates_the_document() -> None:
    pages = (
        "Bilag 2: Molens alder\nDen er gammel.\n@ 3/2: Alder",
        "15. februar 2031\nMeget gammel.\n@ 3/2: Alder",
    )
    assert document(*pages).issued == "2031-02-15"


def test_pages_that_stand_apart_are_one_document() -> None:
    pages = (
        "Bilag 2: Molens alder\nDen er\n@ 3/2: Alder",
        "Punkt 3: Molen\nBeslutning for Punkt 3: Molen\nGodkendt.",
        "gammel.\n@ 3/2: Alder",
    )
    assert [len(each.spans) for each in package_of(*pages).documents] == [2]


def test_the_number_of_the_stamp_is_kept_before_the_authors() -> None:
    assert document("Bilag 1: Kort over moler\n@ 3/2: Bilag 1 - kort").attachment_number == "2"


def test_without_a_stamp_the_number_is_that_of_the_list() -> None:
    documents = package_of(INDSTILLING_2031, "Kort over havnens moler\nSe kortet.").documents
    assert [each.attachment_number for each in documents] == [None, "1"]
