"""Case numbers by their printed shape."""

from __future__ import annotations

import pytest

from extract.records import Kind
from tests.extract.recognise.finding import names


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Sag: EMN-2031-000123", ["EMN-2031-000123"]),
        ("Sagsnummer: EMN-2031-000123 Lix: 44", ["EMN-2031-000123"]),
        ("Sagsnr. SAG-2031-12345.", ["SAG-2031-12345"]),
        ("EMN- 2031-000123 og EMN-2031-000124", ["EMN-2031-000123", "EMN-2031-000124"]),
        ("Sagsnr. 13/021251-1 Sagsbeh. X", ["13/021251-1"]),
        ("Sagsnr.: 330-2031-89665 Dok.nr.: 330-2031-707822", ["330-2031-89665"]),
        ("J.nr.: 00.01.00-A00-17-15", ["00.01.00-A00-17-15"]),
        ("Åbent - 13/021251 sider", []),
        ("Sagsnummer: xx", []),
        ("i perioden 2031-2033", []),
        ("TV-2031", []),
        ("emn-2031-000123", []),
        ("Tlf. 12-34-56-78", []),
    ],
)
def test_a_case_number_is_letters_a_year_and_a_serial(text: str, numbers: list[str]) -> None:
    assert names(Kind.CASE, text) == numbers
