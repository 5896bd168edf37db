"""Amounts of money in kroner."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import find


def values(text: str) -> list[str]:
    return [mention.attributes["value_dkk"] for mention in find(Kind.AMOUNT, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("afsat 1,4 mio. kr. i 2031", ["1400000"]),
        ("i alt 5,4 mio. Kr.", ["5400000"]),
        ("yderligere 4. mio. kr. samlet", ["4000000"]),
        ("knap 10 mio tilbage", ["10000000"]),
        ("ca. 6.6 mio går til skolen", ["6600000"]),
        ("estimeres til 1,9 mio.kr.", ["1900000"]),
        ("2 mia. kroner", ["2000000000"]),
        ("tilskud på 4.337,38 kr. pr. måned", ["4337.38"]),
        ("kr. 400.000 fra MTA", ["400000"]),
        ("DKK 2.500", ["2500"]),
        ("200 t.kr.", ["200000"]),
        ("fem millioner kroner", ["5000000"]),
        ("halvanden mio. kr.", ["1500000"]),
        ("2½ mio. kr.", ["2500000"]),
        ("400.000,- kr.", ["400000"]),
        ("14.106 kr./måned", ["14106"]),
        ("3-4 mio. kr.", ["3000000", "4000000"]),
        ("mellem 3 og 4 mio. kr.", ["3000000", "4000000"]),
        ("800.000 pr. år, finansieret af kr. 500.000 fra A; 300.000 fra B.", ["800000", "500000", "300000"]),
        ("2 mio. borgere", []),
        ("i 2031 til", []),
        ("3.257 ledige", []),
        ("steget med 7,8 pct.", []),
        ("krav om 600 timer", []),
        ("to millioner besøg", []),
        ("§ 18 midler", []),
    ],
)
def test_an_amount_is_read_in_kroner(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("3 mio. kr. årligt", "year"),
        ("Årlig udgift på ca. 3 mio. kr. (2031)", "year"),
        ("4.000 kr. pr. måned", "month"),
        ("14.106 kr./måned", "month"),
        ("et engangsbeløb på 75.000 kr.", "once"),
        ("3 mio. kr. i 2031", None),
        ("2 mio. kr. årligt og 75.000 kr. til lokaler", "year"),
    ],
)
def test_how_often_it_is_paid_is_read_beside_it(text: str, period: str | None) -> None:
    assert find(Kind.AMOUNT, text)[0].attributes.get("per") == period


def test_a_period_belongs_to_the_amount_it_stands_at() -> None:
    yearly, other = find(Kind.AMOUNT, "2 mio. kr. årligt og 75.000 kr. til lokaler")
    assert ("per" in yearly.attributes, "per" in other.attributes) == (True, False)


MILLIONS = "Nr. Model Årlig udgift (mio. kr.) Status\n1 Flere i mentorjob 4,2 Grøn\n2 Kortere kø 2031 0,9\n"
THOUSANDS = "Udgifter til kurset, 1.000 kr.\nPost 2031 2032\nLøn til teamet 2.650 2.700\nLokaler 400 0\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MILLIONS, ["4200000", "900000"]),
        (THOUSANDS, ["2650000", "2700000", "400000"]),
        ("Nr. Model Antal\n1 Flere i mentorjob 4,2\n", []),
        ("Beløb (mio. kr.)\nEn lang forklaring uden tal følger her.\n", []),
        ("Han betalte i alt, 1.000 kr.\nDerefter gik han hjem.\n", ["1000"]),
    ],
)
def test_a_table_says_in_its_head_what_its_numbers_are(text: str, expected: list[str]) -> None:
    assert values(text) == expected
