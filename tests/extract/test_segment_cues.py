import pytest

from extract.segment_cues import (
    cues_of,
    is_meeting_file,
    listed_titles,
    opens_at_top,
    opens_within,
    resembles,
)
from extract.segment_layout import lay_out
from tests.extract.packages import clean_text, paragraphs_of


@pytest.mark.parametrize(
    "page",
    [
        "Indstilling\nNy mole",
        "Rådmandsindstilling\n[11/03/2031 - 10 minutter]",
        "Notat\nTil Rådmandsmøde",
        "Bilag 1\nKort",
        "4. marts 2031\nBilag 1: Kort over havnen",
        "Emne:\nHavneudvalgsmøde",
        "Ny mole\nINDLEDNING\nTekst.",
        "Social- og Havneudvalgsmøde\nMødedato: 3. marts 2031",
    ],
)
def test_the_top_of_a_document_is_known(page: str) -> None:
    assert opens_at_top(paragraphs_of(page))


@pytest.mark.parametrize(
    "page",
    [
        "og derfor er molen gammel.\nIndstillingen er god.",
        "Molen\nDen er gammel.",
        "INDSTILLING\nSAGSFREMSTILLING",
        "3. Hvorfor fremsendes indstillingen?",
        "Bilag 1 viser molen.",
    ],
)
def test_the_top_of_a_following_page_is_no_beginning(page: str) -> None:
    assert not opens_at_top(paragraphs_of(page))


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Indstilling\nNy mole\nINDLEDNING\nTekst.", True),
        ("Indstilling\nForvaltningen indstiller, at\n1. at molen bygges.", False),
        ("Notat\nTil Rådmandsmødet\nMolen", True),
        ("Notat\nskrives senere.", False),
        ("Havneudvalget\nMødedato: 3. marts 2031", True),
        ("Havneudvalget\nDet mødes tit.", False),
    ],
)
def test_a_document_within_a_page_must_show_more(text: str, opens: bool) -> None:
    assert opens_within(paragraphs_of(text)) is opens


@pytest.mark.parametrize(
    ("title", "is_file"),
    [
        ("20310311-Rådmandsmøde.pdf", True),
        ("Referat rådmandsmøde 11-03-2031.pdf", True),
        ("Dagsorden til mødet i Havneudvalget den 11. marts 2031", False),
        ("Rådmandsmøde", False),
    ],
)
def test_a_stamp_may_name_the_file_of_a_meeting(title: str, is_file: bool) -> None:
    assert is_meeting_file(title) is is_file


def test_a_letterhead_is_the_mark_of_a_first_page_and_no_signature() -> None:
    letterhead = (
        "Molen er gammel.\nHavnekontoret\nFjordby Kommune\nKajen 1\n8999 Fjordby\nSagsbehandler: Anna Lund"
    )
    cues = cues_of(lay_out(clean_text(letterhead))[0], frozenset())
    assert (cues.template, cues.signed) == (True, False)


def test_a_signature_ends_a_document() -> None:
    cues = cues_of(lay_out(clean_text("Slut.\nHavnekontoret\nSagsbehandler: Anna Lund"))[0], frozenset())
    assert (cues.template, cues.signed) == (False, True)


def test_titles_in_a_column_of_their_own_are_paired_with_their_numbers() -> None:
    lines = ["Bilag", "Bilag 1: Kort", "Bilag 2:", "Bilag 3:", "Prisliste", "Tidsplan", "Sagsnummer: X-1"]
    assert list(listed_titles(lines)) == [("1", "Kort"), ("2", "Prisliste"), ("3", "Tidsplan")]


@pytest.mark.parametrize("line", ["Bilag 1 viser molen.", "Se bilag 2: Kort", "Bilag til sagen"])
def test_prose_about_attachments_lists_none(line: str) -> None:
    assert list(listed_titles([line])) == []


@pytest.mark.parametrize(
    ("heading", "title", "alike"),
    [
        ("Oversigt over aktive havneprojekter fordelt på kajer", "Oversigt over havneprojekter", True),
        ("Driftsudgifter pr. mole sammenholdt med andre", "Driftsudgifter sammenlignet med naboerne", True),
        ("Løft af molerne Tilskud til nye pullerter", "Byrådsindstilling – Løft af molerne", True),
        ("Status fra teamet", "Statusrapport om molen", False),
        ("Notat om molen", "Notat – Kajen", False),
        ("Molen", "Molen", False),
    ],
)
def test_a_heading_may_be_a_listed_title_in_other_words(heading: str, title: str, alike: bool) -> None:
    assert resembles(heading, title) is alike
