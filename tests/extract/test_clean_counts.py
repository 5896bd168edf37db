import pytest

from extract.clean_counts import take_counts
from tests.extract.texts import pages_of, words_of

Counts = list[tuple[int, int]]
CASES: list[tuple[str, list[list[str]], Counts]] = [
    ("Tekst\n\nSide 3 af 5", [["Tekst"]], [(3, 5)]),
    ("side 1 af 2\n\nTekst", [["Tekst"]], [(1, 2)]),
    ("Tekst\n\n3 / 5", [["Tekst"]], [(3, 5)]),
    ("Side 4 af 5Metode: Drøftelse", [["Metode: Drøftelse"]], [(4, 5)]),
    ("Side 1 af 5\fSide 3 af 55. Opfølgning", [[], ["5. Opfølgning"]], [(1, 5), (3, 5)]),
    ("Side 3 af 55. Opfølgning", [["5. Opfølgning"]], [(3, 5)]),
    ("Side 12 af 129. Kurser", [["9. Kurser"]], [(12, 12)]),
    ("Side 2 af 2 Mette Ravn", [["Mette Ravn"]], [(2, 2)]),
    ("Indstillingens titel side 2 af 3\n\nTekst\n\nmere\n\nslut", [["Tekst", "mere", "slut"]], [(2, 3)]),
    ("5. marts 2025\nSide 1 af 5\nTekst", [["5. marts 2025", "Tekst"]], [(1, 5)]),
    (
        "5. marts 2025\nSide 1 af 2\f5. marts 2025\nSide 2 af 2\nTekst",
        [["5. marts 2025"], ["Tekst"]],
        [(1, 2), (2, 2)],
    ),
    ("Tekst\f5. marts 2025\nSide 2 af 5", [["Tekst"], ["5. marts 2025"]], [(2, 5)]),
    ("et\n\n1\fto\n\n2\ftre\n\n3", [["et"], ["to"], ["tre"]], []),
]
LEFT = [
    "På side 3 af 5 står der",
    "et\n\nSide 3 af 5 i rapporten\n\nto",
    "Der var 3 / 5 med",
    "Side 7 af 5",
    "et\n\n1\fto",
    "et\n\n4\fto\n\n9",
    "Bedside 1 af 2",
]


@pytest.mark.parametrize(("text", "left", "counts"), CASES)
def test_takes_counts_out(text: str, left: list[list[str]], counts: Counts) -> None:
    pages, found = take_counts(pages_of(text))
    assert words_of(pages) == left
    assert [(count.number, count.total) for count in found] == counts


@pytest.mark.parametrize("text", LEFT)
def test_leaves_other_numbers(text: str) -> None:
    pages, found = take_counts(pages_of(text))
    assert pages == pages_of(text)
    assert found == []
