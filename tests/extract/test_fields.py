import pytest

from extract.fields import letterhead_fields


def values(text: str, name: str) -> list[list[str]]:
    return [[v.of(text) for v in f.values] for f in letterhead_fields(text) if f.name == name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sagsbehandler: Anna Bech Lund \n\nE-post: abl@fjordby.dk", ["Anna Bech Lund"]),
        ("Sag: FJB-2031-004411\nSagsbehandler:\nAnna Lund/\nBo Friis\n", ["Anna Lund", "Bo Friis"]),
        ("Sag: FJB-2031-004411 Sagsbehandler: Anna Lund/ Bo Friis", ["Anna Lund", "Bo Friis"]),
        (
            "Sagsbehandler: Anna Lund og\n\nBo Friis Holm\n\n E-post: al@fjordby.dk",
            ["Anna Lund", "Bo Friis Holm"],
        ),
        ("Sagsbehandler: [Anna L. Lund] \n\nTlf.: [12 34 56 78]", ["Anna L. Lund"]),
        ("Byens Sekretariat Sagsbehandler: Bo Friis-Holm Tlf.: 12345678", ["Bo Friis-Holm"]),
        (" Sagsbehandler:  \n\nŁucja Özdemir  \n\nE-post: x@fjordby.dk", ["Łucja Özdemir"]),
        ("Kontor\nSagsbehandler Anna Lund\nTlf. 12", ["Anna Lund"]),
    ],
)
def test_caseworkers_are_named_one_by_one(text: str, names: list[str]) -> None:
    assert values(text, "caseworker") == [names]


@pytest.mark.parametrize(
    "text", ["Sagsbehandler: \n\n\n\n\nBilag 1", "Sagsbehandler: ikke udpeget", "Sagsbehandler:"]
)
def test_an_empty_field_has_no_value(text: str) -> None:
    assert values(text, "caseworker") == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Hver sagsbehandler: se bilaget",
        "Familiens Sagsbehandler Anna Lund deltog",
        "Medsagsbehandler: Anna Lund",
    ],
)
def test_a_word_in_prose_is_no_label(text: str) -> None:
    assert values(text, "caseworker") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sag: FJB-2031-004411\n", ["FJB-2031-004411"]),
        ("angive tekst.Sagsnummer: xx\n", ["xx"]),
        ("Sagsnummer: FJB-2031-004411 Lix: Klik her", ["FJB-2031-004411"]),
    ],
)
def test_a_case_field_holds_its_number(text: str, number: list[str]) -> None:
    assert values(text, "case") == [number]


@pytest.mark.parametrize("text", ["3. Evt. Byrådshenvist sag: Ny havnepark", "Byrådets Sag: Ny havnepark"])
def test_a_case_announced_by_title_is_no_case_field(text: str) -> None:
    assert values(text, "case") == []


@pytest.mark.parametrize(
    "text",
    [
        "Til Rådmanden\nFra Havn og Kaj \nDato 3. marts 2031",
        "ende. Til Rådmanden Fra Havn og Kaj Dato 3. marts 2031 Videre",
        "Til: Rådmanden\nFra: Havn og Kaj\nDato: 3. marts 2031",
    ],
)
def test_addressee_sender_and_date_are_read_from_their_three_lines(text: str) -> None:
    assert (values(text, "from"), values(text, "date")) == ([["Havn og Kaj"]], [["3. marts 2031"]])


def test_a_sender_may_run_over_two_lines() -> None:
    text = "Til Byrådet via Magistraten\nFra Afdelingen for Havn /\nAfdelingen for Kaj\nDato 1. marts 2031"
    assert values(text, "from") == [["Afdelingen for Havn /\nAfdelingen for Kaj"]]


def test_a_journey_is_no_address() -> None:
    assert values("Til sommer kører bussen.\nFra byen til havnen.\nDato følger.", "from") == []


def test_ten_thousand_labels_are_read_in_linear_time() -> None:
    assert len(list(letterhead_fields("Til x\nFra y\nSagsbehandler: A/" * 10_000))) == 10_000
