import pytest

from extract.clean_joints import (
    Neighbours,
    column_widths,
    is_capitals,
    is_list_item,
    runs_on,
    starts_paragraph,
)
from tests.extract.texts import pages_of

PROSE = "Udvalget drøftede sagen og bad om at få en ny status"

RUNS_ON = [
    (PROSE, "inden sommerferien.", 0),
    (PROSE + " i", "Nordhavn.", 0),
    (PROSE + " for", "Nordhavn.", 1),
    (PROSE, "inden sommerferien.", 1),
    ("mødet i Trivselsudvalget den 19.", "marts 2025", 1),
    ("mødet i Trivselsudvalget den 19. marts", "2025 og igen", 0),
    ("Status på indsatsen i uge 8", "2023", 0),
    ("SUNDHED OG", "OMSORG", 0),
    ("FLERE BORGERE", "I ARBEJDE", 0),
    ("Beslutning for Punkt 4: Nyt om havnebadet (15", "min)", 0),
    ("Sagsbehandler:", "Mette Ravn", 0),
    ("Sagsbehandler:", "Mette Ravn", 2),
    ("Sagsbehandler: Mette Ravn/", "Ole Holm", 0),
    (PROSE + " i job", "– hvor alle kan være med", 0),
    ("Der er møder mellem udvalget og", "10 andre", 0),
    ("Elever fra Fjordby Skole, VIA -", "Håndværkeruddannelsen", 0),
    ("5 elever, jf.", "Politisk aftale", 0),
]
STOPS = [
    (PROSE + ".", "Næste punkt", 1),
    ("Baggrund", "Udvalget har bedt om en status", 0),
    ("INDLEDNING", "Udvalget har bedt om en status", 0),
    ("INDLEDNING", "BAGGRUND", 0),
    ("VIDERE PROCES", "KOORDINERET MED", 0),
    (PROSE, "• et punkt", 0),
    (PROSE, "- et punkt", 0),
    (PROSE, "2. Budget", 0),
    (PROSE, "At 2) rådmanden godkender", 0),
    (PROSE, "1. at rådmanden godkender", 0),
    (PROSE, "b) noget andet", 0),
    (PROSE, "Punkt 3: Budget", 0),
    (PROSE, "Sagsbehandler: Mette Ravn", 0),
    (PROSE, "Til Rådmanden", 0),
    (PROSE, "Det indstilles,", 0),
    (PROSE, "onsdag den 8. oktober 2025 kl. 17.00", 0),
    ("onsdag den 8. oktober 2025", "Rådhuset i Fjordby", 0),
    ("Havnegade 4", "8000 Fjordby C", 0),
    ("Baggrund:", "Udvalget har bedt om en status", 0),
    ("4. Hvad får byen ud af det?", "Det anslås, at", 0),
    ("Flere i arbejde 1 1 2", "Flere i job 3 4 7", 0),
    ("12 Flere i arbejde 2023 1,8", "Fleksjob", 0),
    ("Punkt 7: Bordrunde", "intet", 0),
    ("• Et tilbud til alle", "– for unge", 1),
    ("Anders Holm /", "Rådmand", 0),
    ("fra Fagligt Sekretariat,", "Sociale Forhold", 1),
]


@pytest.mark.parametrize(("above", "below", "gap"), RUNS_ON)
def test_runs_on(above: str, below: str, gap: int) -> None:
    assert runs_on(Neighbours(above, below, gap, width=60, first=True))


@pytest.mark.parametrize(("above", "below", "gap"), STOPS)
def test_stops(above: str, below: str, gap: int) -> None:
    assert not runs_on(Neighbours(above, below, gap, width=60, first=True))


def test_the_first_line_of_a_list_item_may_stand_apart_from_its_rest() -> None:
    pair = Neighbours(
        "3. Byrådshenvist sag: Udvikling i boligområder i", "Nordhavn", gap=1, width=48, list_goes_on=True
    )
    assert runs_on(pair)


def test_what_follows_a_short_list_item_is_no_rest_of_it() -> None:
    pair = Neighbours("3. Budget", "Fælles opmærksomhed", gap=1, width=48, list_goes_on=True)
    assert not runs_on(pair)


def test_a_number_runs_on_over_a_page_but_not_over_an_empty_line() -> None:
    above, below = PROSE + " på højst", "12 møder."
    assert runs_on(Neighbours(above, below, gap=1, width=60, interrupted=True))
    assert not runs_on(Neighbours(above, below, gap=1, width=60))


LIST_ITEMS = [
    "• punkt",
    "- punkt",
    "– Punkt",
    "1. Resume",
    "10.Kommende møder",
    "1) Godkendt",
    "A) Evt.",
    "a. havde",
    "1a Flere job",
]
NO_LIST_ITEMS = [
    "- og institutioner",
    "d. 28. februar",
    "2. maj",
    "-",
    "1.200 elever",
    "2023 var",
    "1 ud af",
    "A Holm",
]


@pytest.mark.parametrize("text", LIST_ITEMS)
def test_list_items(text: str) -> None:
    assert is_list_item(text)


@pytest.mark.parametrize("text", NO_LIST_ITEMS)
def test_no_list_items(text: str) -> None:
    assert not is_list_item(text)


@pytest.mark.parametrize(
    "text", ["Bilag 1: Status", "Bilag 2 Betydningen", "Tlf.: 55", "8000 Fjordby C", "Information:Ole"]
)
def test_starts_a_paragraph(text: str) -> None:
    assert starts_paragraph(text)


@pytest.mark.parametrize(
    "text", ["Bilag er vedlagt", "2025 henvise", "https://fjordby.example", "Fra 1. maj", "Kommune har"]
)
def test_starts_no_paragraph(text: str) -> None:
    assert not starts_paragraph(text)


def test_acronyms_are_no_headings() -> None:
    assert not is_capitals("MSB OL")


def test_columns_are_as_wide_as_the_lines_around() -> None:
    page = pages_of("\n".join(["x" * 30, *["y"] * 9]))[0]
    assert column_widths(page)[:6] == [30, 30, 30, 30, 30, 1]


def test_a_line_far_longer_than_the_others_makes_no_column_wider() -> None:
    page = pages_of("\n".join([*["x" * 30] * 8, "y" * 90, *["x" * 30] * 8]))[0]
    assert {*column_widths(page)} == {30}


def test_a_page_of_few_lines_does_not_tell_which_are_too_long() -> None:
    page = pages_of("\n".join([*["x" * 30] * 3, "y" * 90]))[0]
    assert {*column_widths(page)} == {90}


COLUMN = "Udvalget besøgte den nye klubhal ved havnen og"  # as wide as the column, and it connects
CUT_SHORT = "- Klubben holder åbent hver eftermiddag med bordtennis"


@pytest.mark.parametrize(
    ("above", "below", "gap", "first"),
    [
        (CUT_SHORT, "musik og værksted.", 2, True),
        ("Klubben holder åbent hver eftermiddag (uden gebyr)", "til kl. 18.", 2, True),
        ("og holder åbent hver eftermiddag med bordtennis", "musik og værksted.", 2, False),
        (COLUMN, "rosede stedet.", 2, True),
    ],
)
def test_a_line_cut_short_runs_on_into_the_next_paragraph(
    above: str, below: str, gap: int, *, first: bool
) -> None:
    assert runs_on(Neighbours(above, below, gap, width=60, first=first))


@pytest.mark.parametrize(
    ("above", "below", "gap"),
    [
        (CUT_SHORT, "musik og værksted.", 3),  # two paragraphs with another, empty one between them
        (CUT_SHORT, "Musik og værksted.", 2),
        (CUT_SHORT, "- musik og værksted.", 2),
        (CUT_SHORT + ".", "musik og værksted.", 2),
        ("har boet i byen de seneste tre år med sine børn", "er under tredive", 2),  # items without bullets
        ("Klubbens budget 2031", "alle beløb i kroner", 2),  # a heading
    ],
)
def test_another_paragraph_is_no_rest_of_a_line(above: str, below: str, gap: int) -> None:
    assert not runs_on(Neighbours(above, below, gap, width=60, first=True))
