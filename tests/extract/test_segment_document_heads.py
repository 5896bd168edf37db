import pytest

from extract.segment_document_heads import document_head
from tests.extract.packages import paragraphs_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Indstilling\nNy mole\ni havnen\n1. Resume\nTekst.", "Ny mole i havnen"),
        (
            "Rådmandsindstilling\n[11/03/2031 - 10 minutter]\nÅBEN\nNy mole - status\nINDLEDNING",
            "Ny mole - status",
        ),
        ("20-05-31\n10 min - Lukket\nNy mole\nINDLEDNING", "Ny mole"),
        ("Indstilling til rådmandsmødet\n20. maj 2031 - 10 minutter\nNy mole\nINDLEDNING", "Ny mole"),
        ("Til Rådmanden\nFra Havnekontoret\nDato 3. marts 2031\nIndstilling\nNy mole\n1. Resume", "Ny mole"),
        ("Notat\nTil Rådmandsmøde\nTil Orientering\nMolens alder\nMolen er 80 år.", "Molens alder"),
        ("4. marts 2031\nBilag 1: Kort over havnen\nKortet viser havnen.", "Kort over havnen"),
        ("Bilag 1\nKort over havnen\nKortet viser havnen.", "Kort over havnen"),
        ("FJORDENS MOLER\nStatus 2031\nAlt går godt.", "FJORDENS MOLER Status 2031"),
        ("Ny mole\nINDLEDNING\nTekst.", "Ny mole"),
    ],
)
def test_the_title_stands_between_the_labels_and_the_text(text: str, title: str) -> None:
    assert document_head(paragraphs_of(text)).title == title


@pytest.mark.parametrize(
    "text", ["moler i havnen\nMolen er gammel.", "Molen er gammel.", "Notat\nTil Orientering"]
)
def test_a_lost_or_missing_title_is_none(text: str) -> None:
    assert document_head(paragraphs_of(text)).title is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("20-05-31\n10 min - Lukket\nNy mole\nINDLEDNING", ["meeting", "publicity"]),
        ("4. marts 2031\nBilag 1: Kort", ["date", "bilag"]),
        ("Indstilling\nNy mole\n1. Resume", ["indstilling"]),
        ("Notat\nTil Orientering\nNy mole", ["notat", "addressee"]),
    ],
)
def test_the_lines_of_a_head_are_labelled(text: str, names: list[str]) -> None:
    assert [label.name for label in document_head(paragraphs_of(text)).labels] == names


def test_the_authors_number_of_an_attachment_is_kept() -> None:
    assert document_head(paragraphs_of("Bilag 2: Kort over havnen")).attachment_number == "2"


def test_a_report_with_a_chapter_on_its_background_follows_no_template() -> None:
    assert not document_head(paragraphs_of("Moler i fremtiden\nBAGGRUND\nMoler er gamle.")).templated
