import pytest

from extract.relate.subjects import subjects_in
from tests.extract.relate.stories import Case, told


def subjects(case: Case | str, sentence: str) -> list[tuple[str, str | None, str | None]]:
    story = told(case)
    span = story.ground.sentence(story.reading.text.index(sentence))
    found = subjects_in(story.ground, story.scopes, span)
    text = story.reading.text
    return [(each.span.of(text), story.name(each.initiative), story.name(each.place)) for each in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Indsatsen går godt.", [("Indsatsen", "Tryg Havn", None)]),
        ("Projektet i Solby går godt.", [("Projektet", "Tryg Havn", "Solby")]),
        ("Tryg Havn i Solby går godt.", [("Tryg Havn", "Tryg Havn", "Solby")]),
        ("Indsatsen ”Tryg Havn” går godt.", [("Tryg Havn", "Tryg Havn", None)]),
        ("Implementeringen er ny.", [("Implementeringen", "Tryg Havn", None)]),
        (
            "Her er ”Ro på Banen”, og projektet er nyt.",
            [("Ro på Banen", "Ro på Banen", None), ("projektet", "Ro på Banen", None)],
        ),
        ("Puljen er tom.", []),
        ("Strategien er ny.", []),
        ("De unge er glade.", []),
        ("Ordningen for de ældre er god.", []),
    ],
)
def test_a_sentence_speaks_of_initiatives_by_name_or_by_a_noun(
    body: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert subjects(body, body) == expected


def test_a_plural_stands_for_an_initiative_that_is_several() -> None:
    case = Case("Modellerne er gode.", title="Opfølgning på investeringsmodeller i køkkener")
    assert subjects(case, "Modellerne") == [("Modellerne", "investeringsmodeller i køkkener", None)]


def test_or_that_runs_at_several_places() -> None:
    case = Case("Indsatserne er gode.", title="”Tryg Havn” i Solby og Havnby")
    assert subjects(case, "Indsatserne er") == [("Indsatserne", "Tryg Havn", None)]


def test_a_plural_of_others_stands_for_none() -> None:
    assert subjects("Indsatserne er gode.", "Indsatserne er") == []


def test_a_sentence_that_no_one_wrote_speaks_of_nothing() -> None:
    assert subjects("Tryg Havn går og " * 200, "Tryg Havn går") == []
