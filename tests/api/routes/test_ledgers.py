"""The pages of promises and of money: their filters, and what they offer of many names."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from api.pages.choices import MOST
from tests.api.serving import serving, write_graph

COUNT = MOST + 30
TRIG = (
    """
@prefix sg: <https://w3id.org/sagsgraf/ns#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix b: <http://localhost:8000/> .
b:entities {
"""
    + "\n".join(
        f"""b:p{n} a sg:Commitment ; schema:text "Rydde hylde {n}." ; sg:responsibleName "Kontor {n:03}" .
b:a{n} a sg:Amount ; sg:value {n}.5 ; sg:initiative b:i{n} .
b:i{n} a sg:Initiative ; skos:prefLabel "Hylde {n}" ; sg:department b:d{n} .
b:d{n} skos:prefLabel "Enhed {n:03}" ."""
        for n in range(COUNT)
    )
    + """
  b:p b:more "Kontor" . b:q a sg:Commitment ; schema:text "Feje." ; sg:responsibleName "Kontor 129" .
}"""
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("ledgers")
    write_graph(data, TRIG)
    with serving(data) as found:
        yield found


@pytest.mark.parametrize(
    ("path", "has", "has_not"),
    [
        (
            "/loefter",
            [f"{COUNT + 1} løfter", "… og 30 til", "<option>Kontor 129</option>"],
            ["Kontor 128</opt"],
        ),
        (
            "/loefter?who=kontor+128",
            ["1 løfter", "<option selected>Kontor 128</option>", "og 29 til"],
            ["Feje"],
        ),
        ("/loefter?q=KONTOR+128", ["1 løfter", "Rydde hylde 128."], ["Feje"]),
        ("/loefter?who=Kontor+129&q=feje", ["1 løfter", "Feje."], ["Rydde hylde 129."]),
        ("/loefter?state=followed", ["0 løfter"], ["Rydde"]),
        ("/loefter?state=overdue", ["0 løfter"], ["Rydde"]),
        ("/loefter?state=open", [f"{COUNT + 1} løfter"], []),
        ("/penge", [f"{COUNT} initiativer", "… og 30 til", "Hylde 129"], ["Enhed 128</option>"]),
        ("/penge?lang=en", ["… and 30 more: write the name under Words"], ["skriv navnet"]),
        (
            "/penge?department=enhed+128",
            ["1 initiativer", "<option selected>Enhed 128</option>"],
            ["Hylde 12<"],
        ),
        ("/penge?q=enhed+128", ["1 initiativer", "Hylde 128"], ["Hylde 127"]),
        ("/penge?department=Ingen", ["0 initiativer"], ["Hylde"]),
    ],
)
def test_a_page_shows_what_fits_and_offers_what_is_frequent(
    address: str, path: str, has: list[str], has_not: list[str]
) -> None:
    answer = httpx.get(f"{address}{path}", timeout=30)
    assert answer.status_code == 200
    assert [each for each in has if each not in answer.text] == []
    assert [each for each in has_not if each in answer.text] == []


@pytest.mark.parametrize(
    "path", ["/loefter?state=lost", "/penge?year=24", "/penge?page=0", "/loefter?more=1"]
)
def test_what_is_no_filter_is_refused(address: str, path: str) -> None:
    assert httpx.get(f"{address}{path}", timeout=30).status_code == 400
