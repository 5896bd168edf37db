"""Budget years: years that a budget is named by."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import find, names


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("vedtaget med Budget 2031", ["2031"]),
        ("forud for budget 2031 skal", ["2031"]),
        ("ansat via B2031", ["2031"]),
        ("Ved budgetforliget for 2031", ["2031"]),
        ("forhøje budgettet i 2031", ["2031"]),
        ("(2031 budgettet fratrukket besparelser)", ["2031"]),
        ("vedtaget ved budget 2030, 2031 og 2032", ["2030", "2031", "2032"]),
        ("Budget 2031-2034", ["2031"]),
        ("status for regnskab 2031", []),
        ("I 2031 begynder arbejdet med budgettet", []),
        ("rum B203", []),
        ("budgettemaer 2031", []),
    ],
)
def test_only_years_of_budgets_are_found(text: str, years: list[str]) -> None:
    assert [mention.attributes["year"] for mention in find(Kind.BUDGET_YEAR, text)] == years


def test_every_form_has_one_name() -> None:
    assert names(Kind.BUDGET_YEAR, "Budget 2031, B2031 og budgettet for 2031") == ["Budget 2031"]
