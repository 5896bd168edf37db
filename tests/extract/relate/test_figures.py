import pytest

from extract.relate.figures import find_figures
from tests.extract.relate.stories import Case, told


def figures(case: Case | str) -> list[tuple[str | None, str, float, str | None]]:
    story = told(case)
    found = find_figures(story.ground, story.scopes)
    return [(story.name(each.initiative), each.label, each.value, each.unit) for each in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tryg Havn har 75 glade familier i Solby.", [("glade familier", 75.0, None)]),
        ("I dag er der 176 børn og 81 voksne.", [("børn", 176.0, None), ("voksne", 81.0, None)]),
        ("Otte børn har fået et fritidsjob.", [("børn", 8.0, None)]),
        (
            "Fraværet er faldet fra 13 % til 9,7 %.",
            [("Fraværet er faldet fra", 13.0, "%"), ("Fraværet er faldet fra", 9.7, "%")],
        ),
        (
            "12 forældre har fået arbejde, og 9 har fundet en læreplads.",
            [("forældre", 12.0, None), ("forældre", 9.0, None)],
        ),
        (
            "Antallet af tilmeldinger steg fra 955 til 1110.",
            [("tilmeldinger", 955.0, None), ("tilmeldinger", 1110.0, None)],
        ),
        ("Der kom 1.240 gæster, hvor målet var 900.", [("gæster", 1240.0, None), ("mål", 900.0, None)]),
        (
            "I alt 108 familier er med, heraf 66 i Solby og 42 i Havnby.",
            [("familier", 108.0, None), ("familier", 66.0, None), ("familier", 42.0, None)],
        ),
        ("I Solby er der 34 børn, i Havnby 23.", [("børn", 34.0, None), ("børn", 23.0, None)]),
        ("Fraværet i skolen var 9,7 % i maj 2030.", [("Fraværet i skolen var", 9.7, "%")]),
        ("57% er enige i, at det virker.", [("enige", 57.0, "%")]),
        ("Indsatsen er indenfor 80 % målopfyldelse.", [("målopfyldelse", 80.0, "%")]),
    ],
)
def test_what_is_counted_is_a_figure_of_the_subject(
    body: str, expected: list[tuple[str, float, str | None]]
) -> None:
    assert figures(body) == [("Tryg Havn", *each) for each in expected]


@pytest.mark.parametrize(
    "body",
    [
        "Mødet er den 4. maj 2031.",
        "De unge er mellem 16 og 24 år.",
        "Forløbet varer 26 uger.",
        "Se bilag 2 og punkt 7, der er vedlagt.",
        "Der er afsat 3 mio. kr. til det.",
        "Tre ud af ti voksne har ikke et job.",
        "De to centre har åbent.",
        "Tlf. 12345678 er åben for alle.",
        "Alle, der har et 12-trins kursus, er med.",
        "Antal unge 17 18 19",
        "Det er den 3. plads på listen, der er ledig.",
        "Værdien 0 er lav.",
        "1. at rådmanden har tid",
        "I hele landet er der 1.100 unge, der mangler en bolig.",
        "På landsplan er 12 % af de unge med.",
        "Til sammenligning har nabokommunens klub 200 deltagere.",
        "Andre kommuner har 40 steder af den slags.",
        "De unge er med, i Havnby 23.",
    ],
)
def test_dates_measures_labels_and_tables_count_nothing(body: str) -> None:
    assert figures(body) == []


def test_a_number_belongs_to_the_initiative_named_beside_it() -> None:
    assert [name for name, *_ in figures("I ”Ro på Banen” er der 30 børn.")] == ["Ro på Banen"]
    assert [name for name, *_ in figures("29 virksomheder er med i ”Ro på Banen”.")] == ["Ro på Banen"]


def test_place_and_time_are_those_of_the_sentence_or_the_heading() -> None:
    story = told("Tryg Havn i Solby\nI 2030 var der 30 børn.\nDer var 12 børn i Havnby.")
    found = [
        (each.value, story.name(each.place), each.when) for each in find_figures(story.ground, story.scopes)
    ]
    assert found == [(30.0, "Solby", "2030"), (12.0, "Havnby", None)]


def test_without_an_initiative_nothing_is_counted() -> None:
    assert figures(Case("Der er 30 børn i byen.", title="Dagsorden")) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Et af sporene er Spisevennerne. Spisevennerne har 22 frivillige.", []),
        ("Familierne har 22 frivillige.", ["Tryg Havn"]),
        ("Vi har spurgt hos Byrådet. Byrådet har hørt 22 unge.", ["Tryg Havn"]),
        ("Kom til Spisevennerne. Der er 22 frivillige.", ["Tryg Havn"]),
    ],
)
def test_a_sentence_that_opens_with_another_name_is_about_that(body: str, expected: list[str]) -> None:
    assert [name for name, *_ in figures(body)] == expected
