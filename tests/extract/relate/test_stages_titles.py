import pytest

from extract.relate.stages_titles import find_framed_stages
from tests.extract.relate.stories import Case, told

HARBOUR = "Tryg Havn"


def framed(case: Case | str) -> list[tuple[str | None, str, str | None]]:
    story = told(case)
    found = find_framed_stages(story.ground, story.scopes)
    return [(story.name(each.initiative), each.stage, each.when) for each in found]


def test_a_report_titled_status_is_a_status_of_its_subject() -> None:
    assert (HARBOUR, "status", "2031-03-03") in framed(Case("", title="Status på ”Tryg Havn”", type="notat"))


def test_an_evaluation_in_a_title_is_one() -> None:
    assert (HARBOUR, "evaluated", None) in framed(Case("", title="Evaluering af ”Tryg Havn”"))


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [("approved", 1), ("approved_with_changes", 1), ("noted", 0), ("not_endorsed", 0), (None, 0)],
)
def test_an_approved_item_approves_its_subject(outcome: str | None, expected: int) -> None:
    found = framed(Case("", minutes="Godkendt.", outcome=outcome))
    assert found.count((HARBOUR, "approved", "2031-03-10")) == expected


def test_an_approved_status_approves_nothing() -> None:
    case = Case("", title="Status på ”Tryg Havn”", minutes="Godkendt.", outcome="approved")
    assert "approved" not in [stage for _, stage, _ in framed(case)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. at rådmanden godkender planen.", 1),
        ("At 2) planen godkendes.", 1),
        ("Midlerne foreslås brugt på havnen.", 1),
        ("1. at rådmanden godkender statusrapporten.", 0),
        ("1. at rådmanden tager orienteringen til efterretning.", 0),
        ("Rådmanden godkendte planen.", 0),
    ],
)
def test_a_recommendation_to_approve_proposes_the_subject(body: str, expected: int) -> None:
    assert framed(body).count((HARBOUR, "proposed", "2031-03-03")) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. at rådmanden godkender, at ”Ro på Banen” indgår i budgettet.", ["Ro på Banen"]),
        ("1. at rådmanden godkender forslaget om ”Ro på Banen”.", ["Ro på Banen"]),
        ("1. at ”Ro på Banen” drøftes.", []),
        ("1. at rådmanden godkender rapporten om ”Ro på Banen”.", []),
        ("1. at rådmanden godkender planen, som ”Ro på Banen” ikke er med i.", []),
        ("Rådmanden godkendte ”Ro på Banen”.", []),
    ],
)
def test_a_document_about_nothing_proposes_what_it_asks_for_by_name(body: str, expected: list[str]) -> None:
    found = framed(Case(body, title="Dagsorden"))
    assert [name for name, stage, _ in found if stage == "proposed"] == expected


def test_only_an_indstilling_proposes() -> None:
    assert framed(Case("1. at rådmanden godkender planen.", type="notat")) == []


def test_what_stands_below_a_status_heading_is_a_status() -> None:
    body = "1. Tryg Havn\nOM INDSATSEN\nDen er ny.\nSTATUS\nMålet er nået i 2030."
    assert (HARBOUR, "status", "2031-03-03") in framed(Case(body, type="rapport"))


def test_a_table_row_started_in_its_year() -> None:
    body = "Nr. Projekt Start år Udgift (mio. kr.)\n1 Unge i lære 2029 1,2"
    assert ("Unge i lære", "started", "2029") in framed(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Evalueringen viser gode resultater.", 1),
        ("Evalueringen af Tryg Havn peger på to ting.", 1),
        ("Evalueringen er under vejs.", 0),
    ],
)
def test_a_finding_shows_that_it_was_evaluated(body: str, expected: int) -> None:
    assert framed(body).count((HARBOUR, "evaluated", None)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Byrådet har afsat 2 mio. kr. i 2030 til formålet.", (HARBOUR, "funded", "2030")),
        ("Byrådet har afsat 3 mio. kr. til Ro på Banen i budget 2032.", ("Ro på Banen", "funded", "2032")),
    ],
)
def test_a_grant_is_to_the_one_named_behind_it_else_to_the_subject(
    body: str, expected: tuple[str, str, str]
) -> None:
    assert framed(body) == [expected]


@pytest.mark.parametrize("body", ["Byrådet har afsat god tid.", "Der er sat 2 mio. kr. på spil."])
def test_without_money_or_a_verb_of_granting_nothing_is_granted(body: str) -> None:
    assert framed(body) == []


def test_what_has_been_since_a_year_started_then() -> None:
    assert framed("Siden 2024 er Tryg Havn drevet af frivillige.") == [(HARBOUR, "started", "2024")]


def test_a_next_edition_continues_it() -> None:
    assert framed("Tryg Havn 2032 afholdes i Solhallen den 4. maj 2032.") == [
        (HARBOUR, "continued", "2032-05-04")
    ]


def test_an_event_without_an_edition_does_not_continue() -> None:
    assert framed("Tryg Havn afholdes i Solhallen den 4. maj 2032.") == []


def test_the_first_start_is_the_subjects() -> None:
    assert framed("Første uddannelsesstart bliver 1. august 2031.") == [(HARBOUR, "started", "2031-08-01")]
