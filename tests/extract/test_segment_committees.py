import pytest

from extract.records import AgendaItem
from extract.segment_committees import committee_head, committee_items, committee_sections
from tests.extract.packages import paragraphs_of

HEAD = "5. marts 2031\nEmne:\nHavneudvalgsmøde\nMødedato: 19. marts 2031\nMødetid: Kl. 18.15 – 19.45"
LIST = "Dagsorden kort:\n1. Godkendelse af dagsorden\n2. Moler og kajer i 2031\n3.Orienteringer"
BODY = (
    "1. Godkendelse af dagsorden\nBaggrund/formål: Den skal godkendes.\nTid: 18.15 – 18.18 (3 min.)\n"
    "2. Moler og kajer i 2031\nAnsvarlig: Bo\nTid: 18.18 – 18.43 (25 min.)\n"
    "3. Orienteringer\nA) Evt. orientering\nTid: 18.43 - 18.48 (5 min.)\nB) Nyt fra havnen"
)


def items(text: str) -> list[AgendaItem]:
    return list(committee_items(paragraphs_of(text), "m2", text))


def test_the_short_list_and_the_headings_are_one_agenda() -> None:
    found = [(item.number, item.title, item.minutes) for item in items(f"{HEAD}\n{LIST}\n{BODY}")]
    assert found == [
        ("1", "Godkendelse af dagsorden", 3),
        ("2", "Moler og kajer i 2031", 25),
        ("3", "Orienteringer", 5),
        ("3A", "Evt. orientering", 5),
        ("3B", "Nyt fra havnen", None),
    ]


def test_an_item_whose_page_is_missing_is_known_from_the_list() -> None:
    body = BODY.replace("2. Moler og kajer i 2031\n", "")
    assert [item.number for item in items(f"{HEAD}\n{LIST}\n{body}")] == ["1", "2", "3", "3A", "3B"]


def test_an_agenda_without_a_list_is_read_from_its_headings() -> None:
    assert [item.title for item in items(f"{HEAD}\n1. Molen\nTekst.\n2. Kajen\n2029: 40 både")] == [
        "Molen",
        "Kajen",
    ]


def test_a_page_number_in_the_list_is_no_part_of_a_title() -> None:
    text = "Referat\nHavneudvalget\nMødedato: 3. marts 2031\n1. Molen 3\n2. Kajen 5\n1. Molen\n2. Kajen"
    assert [item.title for item in items(text)] == ["Molen", "Kajen"]


def test_a_decision_is_read_below_its_heading() -> None:
    text = f"{HEAD}\n1. Molen\nDen er gammel.\nBeslutning\nUdsat.\nBilag\n- Kort\n2. Lukket sag: Grund"
    molen, grund = items(text)
    assert (molen.outcome, molen.decision and molen.decision.of(text)) == ("postponed", "Udsat.")
    assert (grund.outcome, grund.is_public) == (None, False)


def test_a_decision_may_stand_on_the_line_of_its_heading() -> None:
    text = f"{HEAD}\n1. Molen\nBeslutning: Godkendt.\n2. Kajen\nBeslutning:\nUdsat."
    assert [(i.outcome, i.decision and i.decision.of(text)) for i in items(text)] == [
        ("approved", "Godkendt."),
        ("postponed", "Udsat."),
    ]


def test_a_sentence_about_a_decision_is_no_heading() -> None:
    assert (
        items(f"{HEAD}\n1. Molen\nBeslutningen er godkendt.\nBeslutning følger på næste møde.")[0].outcome
        is None
    )


@pytest.mark.parametrize("line", ["A) Havnen lukkes den 3. marts.", "2. marts 2031", "1) at molen bygges."])
def test_sentences_and_dates_are_no_items(line: str) -> None:
    assert [item.number for item in items(f"{HEAD}\n1. Molen\n{line}")] == ["1"]


def test_the_head_gives_body_and_day() -> None:
    head = committee_head(paragraphs_of(f"{HEAD}\n{LIST}"))
    assert head is not None
    assert (head.body, head.date, head.start) == ("Havneudvalget", "2031-03-19", "18:15")


@pytest.mark.parametrize(
    "text",
    [
        "Notat\nTil Havneudvalget\nMolen blev drøftet den 3. marts 2031.",
        "Indstilling\nMolen\n1. Resume",
        "Rådmandsmøde\nMødedato: 3. marts 2031",
    ],
)
def test_other_documents_have_no_committee_head(text: str) -> None:
    assert committee_head(paragraphs_of(text)) is None


def test_there_is_a_section_for_the_head_and_one_an_item() -> None:
    text = f"{HEAD}\n{LIST}\n{BODY}"
    sections = committee_sections(paragraphs_of(text))
    assert [section.heading for section in sections] == [
        "",
        "1. Godkendelse af dagsorden",
        "2. Moler og kajer i 2031",
        "3. Orienteringer",
    ]
    assert sections[-1].span.end == len(text)
