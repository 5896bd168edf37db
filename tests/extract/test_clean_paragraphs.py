from extract.clean_paragraphs import paragraphs, single_spaced
from tests.extract.texts import cleaned, pages_of

DOUBLE = (
    "Havnen har flere gange\n\ninviteret udvalget ind i det\n\nfaglige netværk, senest i en\n\n"
    "henvendelse.\n\n \n\nNæste afsnit"
)


def test_double_spacing_is_seen_page_by_page() -> None:
    assert [line.gap for line in single_spaced(pages_of(DOUBLE)[0])] == [0, 0, 0, 0, 1]


def test_a_page_of_headings_is_not_double_spaced() -> None:
    page = pages_of("Punkt 1: Dagsorden\n\nGodkendt.\n\nPunkt 2: Referat")[0]
    assert single_spaced(page) == page


def test_a_double_spaced_paragraph_is_one() -> None:
    assert cleaned(DOUBLE).split("\n") == [
        "Havnen har flere gange inviteret udvalget ind i det faglige netværk, senest i en henvendelse.",
        "Næste afsnit",
    ]


def test_a_paragraph_runs_on_over_a_page() -> None:
    found = paragraphs(pages_of("et langt afsnit om havnen, der\fslutter her\n\nNæste"))
    assert [paragraph.text for paragraph in found] == ["et langt afsnit om havnen, der slutter her", "Næste"]


def test_an_agenda_keeps_its_items_apart() -> None:
    text = "Dagsorden kort:\n\n1. Budget\n2. Byrådshenvist sag: Status på det \n\nsociale område\n3. Evt.\n"
    assert cleaned(text).split("\n") == [
        "Dagsorden kort:",
        "1. Budget",
        "2. Byrådshenvist sag: Status på det sociale område",
        "3. Evt.",
    ]


def test_an_address_keeps_its_lines_apart() -> None:
    text = "Fagligt Sekretariat\nFjordby Kommune\n\nHavnegade 4\n8000 Fjordby C\n\nTelefon: 55 00 01 22"
    assert cleaned(text).split("\n") == [line for line in text.split("\n") if line]


def test_a_hyphen_that_fell_to_the_next_line_is_brought_back() -> None:
    text = "vejledning i de mange spørgsmål om barnets bus\n-  og  cykelvaner."
    assert cleaned(text) == "vejledning i de mange spørgsmål om barnets bus- og cykelvaner."
