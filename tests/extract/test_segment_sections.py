import pytest

from extract.records import SegmentKind
from extract.segment_sections import heading_kind, headings, sections_of
from tests.extract.packages import paragraphs_of


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("INDLEDNING", SegmentKind.INTRODUCTION),
        ("1. Resume", SegmentKind.INTRODUCTION),
        ("Sagsresumé", SegmentKind.INTRODUCTION),
        ("2. Beslutningspunkter", SegmentKind.RECOMMENDATION),
        ("Indstilling", SegmentKind.RECOMMENDATION),
        ("3. Hvorfor fremsendes indstillingen?", SegmentKind.BACKGROUND),
        ("SAGSFREMSTILLING", SegmentKind.BACKGROUND),
        ("6. Hvilke ressourcer kræves?", SegmentKind.RESOURCES),
        ("VIDERE PROCES", SegmentKind.PROCESS),
        ("Bilag:", SegmentKind.ATTACHMENTS),
        ("Beslutning", SegmentKind.DECISION),
    ],
)
def test_headings_of_all_templates_are_known(heading: str, kind: SegmentKind) -> None:
    assert heading_kind(heading) is kind


@pytest.mark.parametrize(
    "text", ["Økonomi er svært.", "Indstillingen er god", "Molen", "bilag", "5. marts 2031"]
)
def test_other_lines_are_no_headings(text: str) -> None:
    assert heading_kind(text) is None


def test_no_heading_stands_under_two_kinds() -> None:
    kinds = SegmentKind
    assert set(headings().values()) <= set(kinds)
    assert all(heading == heading.casefold() for heading in headings())


def sections(text: str, head: int) -> list[tuple[str, str]]:
    found = sections_of(paragraphs_of(text), head)
    return [(section.kind.value, section.span.of(text)) for section in found]


def test_a_document_is_cut_at_its_headings() -> None:
    text = "Ny mole\nINDLEDNING\nKort.\nSAGSFREMSTILLING\nLangt.\nØKONOMI\n-"
    assert sections(text, 1) == [
        ("title", "Ny mole"),
        ("introduction", "INDLEDNING\nKort."),
        ("background", "SAGSFREMSTILLING\nLangt."),
        ("resources", "ØKONOMI\n-"),
    ]


def test_a_box_of_recommendations_cuts_the_section_it_landed_in() -> None:
    text = "SAGSFREMSTILLING\nLangt.\nDet indstilles,\n1. at molen bygges,\n2. at den males.\nVidere tekst."
    assert [(kind, part) for kind, part in sections(text, 0)] == [
        ("background", "SAGSFREMSTILLING\nLangt."),
        ("recommendation", "Det indstilles,\n1. at molen bygges,\n2. at den males."),
        ("background", "Videre tekst."),
    ]


def test_a_point_on_the_next_page_stays_with_the_box() -> None:
    address = "Til Rådmanden\nFra Havnekontoret\nDato 3. marts 2031"
    text = f"Det indstilles:\nAt 1) molen bygges.\n{address}\nAt 2) den males."
    assert sections(text, 0)[-1] == ("recommendation", "At 2) den males.")


def test_fields_and_the_sender_above_them_are_letterhead() -> None:
    text = "Molen er gammel.\nHavnekontoret\n3. marts 2031\nSagsbehandler: Anna Lund\nTlf.: 12 34 56 78"
    assert sections(text, 0) == [
        ("other", "Molen er gammel."),
        ("letterhead", "Havnekontoret\n3. marts 2031\nSagsbehandler: Anna Lund\nTlf.: 12 34 56 78"),
    ]


@pytest.mark.parametrize("line", ["Bilag 1: Kort", "-", "KOORDINERET MED", "Molen er gammel."])
def test_the_sender_ends_at_a_list_a_heading_or_prose(line: str) -> None:
    assert sections(f"{line}\nHavnekontoret\nSagsbehandler: Anna Lund", 0)[-1] == (
        "letterhead",
        "Havnekontoret\nSagsbehandler: Anna Lund",
    )
