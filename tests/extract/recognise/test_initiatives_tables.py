import pytest

from extract.recognise.initiatives_candidates import Candidate
from extract.recognise.initiatives_tables import find_rows, outside_heads
from extract.records import Span

HEAD = "Målgruppe Nr. Investeringsmodel Start år Årligt beløb (mio. kr.)\n"


def rows(text: str) -> list[tuple[str, str | None, str]]:
    return [
        (row.candidate.name, row.cells.start_year, row.amount.attributes["value_dkk"])
        for row in find_rows(text)
    ]


def test_a_row_gives_its_initiative_year_and_amount() -> None:
    assert rows(HEAD + "Unge 1 Flere i lære 2030 2,6\n2a Ro om natten 2031 0,9") == [
        ("Flere i lære", "2030", "2600000"),
        ("Ro om natten", "2031", "900000"),
    ]


def test_rows_that_were_joined_to_one_line_are_still_rows() -> None:
    assert [row[0] for row in rows(HEAD + "1 Flere i lære 2030 2,6 2 Ro om natten 2031 0,9")] == [
        "Flere i lære",
        "Ro om natten",
    ]


@pytest.mark.parametrize(
    ("unit", "value"),
    [("mio. kr.", "2500000"), ("t.kr.", "2500"), ("1.000 kr.", "2500"), ("kr.", "2.5")],
)
def test_the_unit_stands_in_the_head(unit: str, value: str) -> None:
    assert rows(f"Nr. Projekt Udgift ({unit})\n1 Flere i lære 2,5")[0][2] == value


def test_a_name_may_hold_numbers() -> None:
    assert [row[0] for row in rows(HEAD + "1 §9.2 – Indsats for unge (15-29 år) 2031 1,8")] == [
        "§9.2 – Indsats for unge (15-29 år)"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nr. Land Antal (mio. kr.)\n1 Norge 2,6",
        "Nr. Projekt Antal elever\n1 Flere i lære 2,6",
        "1 Flere i lære 2030 2,6",
        HEAD + "Vi har i 2031 brugt mange penge på de unge, og det fortsætter.",
        HEAD + "1 flere i lære 2030 2,6",
        "",
    ],
)
def test_without_a_head_of_initiatives_and_money_there_are_no_rows(text: str) -> None:
    assert rows(text) == []


def test_the_year_is_a_start_only_where_the_head_says_so() -> None:
    assert rows("Nr. Projekt År Udgift (mio. kr.)\n1 Flere i lære 2030 2,6")[0][1] is None


def test_the_head_itself_names_nothing() -> None:
    text = "Nr. Projekt Udgift (mio. kr.)\n1 Flere i lære 2,6"
    head = Candidate(Span(12, 18), "Udgift", "project", "cue_before", 0.62)
    below = Candidate(Span(32, 44), "Flere i lære", "project", "cue", 0.62)
    assert list(outside_heads(text, [head, below])) == [below]
