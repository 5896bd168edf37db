"""Small charts of one figure over time: only what is the same, and never a value that nobody is sure of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from api.pages.charts import HEIGHT, MARGIN, TOP, WIDTH, charts
from api.pages.story import Story
from graph.traces.records import Amount, Appearance, Decision, Figure, Named, Occasion

NORTH, SOUTH = Named("http://e/place/north", "Nordbyen"), Named("http://e/place/south", "Sydhavnen")


def said(date: str | None, *claims: Figure | Amount) -> Appearance:
    figures = tuple(each for each in claims if isinstance(each, Figure))
    amounts = tuple(each for each in claims if isinstance(each, Amount))
    at = Occasion(None, None, date, None, "explicit" if date else None, None)
    return Appearance(
        f"http://e/{date}",
        at,
        None,
        None,
        "subject",
        Decision(None, None, ()),
        ("a.pdf",),
        (),
        (),
        figures,
        amounts,
    )


def figure(
    value: str, label: str = "familier", place: Named | None = None, unit: str | None = None
) -> Figure:
    return Figure(label, Decimal(value), unit, place, None, ())


def drawn(*appearances: Appearance, language: str = "da") -> list[tuple[str, list[str]]]:
    anchors = {each.iri: f"m{number}" for number, each in enumerate(appearances, 1)}
    made = charts(appearances, anchors, Story(language))
    return [(chart.title, [point.text for point in chart.points]) for chart in made]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (figure("20"), figure("35"), [("Familier", ["20", "35"])]),
        (figure("20"), figure("35", "Familier"), [("Familier", ["20", "35"])]),
        (figure("20", place=NORTH), figure("35", place=NORTH), [("Familier, Nordbyen", ["20", "35"])]),
        (figure("9.5", "i job", unit="%"), figure("12", "i job", unit="%"), [("I job", ["9,5 %", "12 %"])]),
        (
            Amount(Decimal(1400000), "drift", None, ()),
            Amount(Decimal(1500000), "Drift", None, ()),
            [("Drift", ["1.400.000 kr.", "1.500.000 kr."])],
        ),
        (figure("20", place=NORTH), figure("35", place=SOUTH), []),
        (figure("20"), figure("35", unit="%"), []),
        (figure("20"), figure("35", "børn"), []),
        (figure("20", ""), figure("35", ""), []),
        (Amount(Decimal(1), None, None, ()), Amount(Decimal(2), None, None, ()), []),
    ],
)
def test_only_the_same_is_drawn_together(
    first: Figure | Amount, second: Figure | Amount, expected: list[tuple[str, list[str]]]
) -> None:
    assert drawn(said("2023-05-08", first), said("2024-05-13", second)) == expected


@pytest.mark.parametrize(
    "appearances",
    [
        [said("2023-05-08", figure("20"))],
        [said("2023-05-08", figure("20")), said("2023-05-08", figure("20"))],
        [said("2023-05-08", figure("20")), said(None, figure("35"))],
        [said("2023-05-08", figure("20")), said("2023-99-99", figure("35"))],
        [said("2023-05-08", figure("20")), said("2024-05-13", figure("35"), figure("36"))],
    ],
)
def test_what_is_not_said_surely_on_two_dates_is_not_drawn(appearances: list[Appearance]) -> None:
    assert drawn(*appearances) == []


def test_a_point_stands_by_its_date_and_its_value_from_zero() -> None:
    parts = (
        said("2023-01-01", figure("10")),
        said("2023-07-02", figure("20")),
        said("2024-01-01", figure("40")),
    )
    (chart,) = charts(parts, {each.iri: "m" for each in parts}, Story())
    assert [point.x for point in chart.points] == [MARGIN, pytest.approx(WIDTH / 2, abs=1), WIDTH - MARGIN]
    assert (chart.points[-1].y, chart.base) == (TOP, HEIGHT - MARGIN)
    assert chart.points[1].y == pytest.approx((TOP + chart.base) / 2)
    assert chart.line.startswith("M10")


@pytest.mark.parametrize("values", [("0", "0"), ("-3", "5"), ("-3", "-3"), ("99999999999999", "0")])
def test_no_value_falls_outside_the_drawing(values: tuple[str, str]) -> None:
    parts = (said("2023-01-01", figure(values[0])), said("2024-01-01", figure(values[1])))
    (chart,) = charts(parts, {each.iri: "m" for each in parts}, Story())
    assert all(TOP <= point.y <= HEIGHT for point in chart.points)
    assert TOP <= chart.base <= HEIGHT


def test_numbers_are_written_in_the_language_of_the_page() -> None:
    parts = (said("2023-01-01", figure("1400")), said("2024-01-01", figure("1500")))
    assert drawn(*parts, language="en") == [("Familier", ["1,400", "1,500"])]
