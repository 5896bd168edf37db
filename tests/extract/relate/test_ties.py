import pytest

from extract.records import Kind, Span
from extract.relate.abouts import find_abouts
from extract.relate.figures import find_figures
from extract.relate.stages import find_stages
from extract.relate.ties import distinct, figured_ties, find_ties, staged_ties
from extract.relations import Issuer
from tests.extract.relate.stories import Case, told


def ties(case: Case | str, relation: str, issuer: str | None = None) -> list[tuple[str | None, str | None]]:
    story = told(case)
    mentions = story.reading.mentions
    issuers = [
        Issuer("d1", index, "unit", Span(0, 1), 0.9)
        for index, mention in enumerate(mentions)
        if mention.kind is Kind.ORGANIZATION and mention.name == issuer
    ]
    found = [
        *find_ties(story.ground, story.scopes, find_abouts(story.ground), issuers),
        *staged_ties(find_stages(story.ground, story.scopes)),
        *figured_ties(find_figures(story.ground, story.scopes)),
    ]
    every = distinct(story.ground, found)
    return sorted(
        (story.name(tie.initiative), story.name(tie.object)) for tie in every if tie.relation == relation
    )


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Tryg Havn i Solby går godt.", ["Solby"]),
        ("Indsatsen i henholdsvis Solby og Havnby går godt.", ["Havnby", "Solby"]),
        ("Tryg Havn udvides til Bakken.", ["Bakken"]),
        ("Tryg Havn i Solby\nHer er mere.", ["Solby"]),
        ("Tryg Havn holdes den 4. maj 2032 i Solhallen.", ["Solhallen"]),
        ("Indsatsen går ud på opsøgende arbejde i Solby og Havnby.", ["Havnby", "Solby"]),
        ("I dag er der 46 unge, heraf 28 i Solby.", ["Solby"]),
        ("I Solby har 70 unge deltaget, i Havnby 48.", ["Havnby", "Solby"]),
        ("Solby har 70 unge, der deltager.", []),
        ("I Solby ved havnen har vi 70 unge.", []),
        ("Der er 46 unge. Solby er en by.", []),
        ("I Danmark er der 46 unge i Solby.", []),
        ("Projektet har til huse i Solhallen.", ["Solhallen"]),
        ("Vi mødes i Solby.", []),
        ("Solby er en by.", []),
        ("De unge fra Havnby kender Tryg Havn.", []),
    ],
)
def test_a_place_is_tied_by_what_stands_beside_it(body: str, places: list[str]) -> None:
    assert ties(body, "place") == [("Tryg Havn", place) for place in places]


@pytest.mark.parametrize(
    ("body", "offices"),
    [
        ("Indsatsen er forankret i Kystkontoret.", ["Kystkontoret"]),
        ("Placeret i Kystkontoret og Læring og Leg", ["Kystkontoret", "Læring og Leg"]),
        ("Tryg Havn i LOL fortsætter.", ["LOL"]),
        ("Kystkontoret er tovholder på arbejdet.", ["Kystkontoret"]),
        (
            "Tryg Havn drives i et samarbejde mellem Kystkontoret og Mad og Sundhed.",
            ["Kystkontoret", "Mad og Sundhed"],
        ),
        ("Projektet drives af Kystkontoret.", ["Kystkontoret"]),
        ("Indsatsen er lavet af Kystkontoret.", ["Kystkontoret"]),
        ("Indsatsen hører hjemme i Kystkontoret.", ["Kystkontoret"]),
        ("Kystkontoret står bag indsatsen.", ["Kystkontoret"]),
        ("Indsatsen er lavet om. Kystkontoret er lukket.", []),
        ("Kystkontoret har sommerferie.", []),
        ("Vi har spurgt Kystkontoret.", []),
    ],
)
def test_an_office_is_tied_by_what_it_does(body: str, offices: list[str]) -> None:
    assert ties(body, "department") == [("Tryg Havn", office) for office in offices]


def test_the_issuer_of_the_document_is_tied_to_its_subject() -> None:
    assert ties("Kystkontoret\n4. maj 2031", "department", "Kystkontoret") == [("Tryg Havn", "Kystkontoret")]


def test_but_not_to_what_the_document_only_mentions() -> None:
    found = ties("Vi har lært af ”Ro på Banen”.\nKystkontoret", "department", "Kystkontoret")
    assert found == [("Tryg Havn", "Kystkontoret")]


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("Det blev ved Budget 2032 aftalt, at Tryg Havn fortsætter.", ["Budget 2032"]),
        ("Vi ser på indsatsen igen forud for budget 2033.", ["budget 2033"]),
        ("Forslaget spilles ind til Budget 2034.", ["Budget 2034"]),
        ("Byen vedtog Budget 2031 i går.", ["Budget 2031"]),
        ("Tryg Havn fortsætter i 2032.", []),
    ],
)
def test_a_budget_year_is_tied_by_the_sentence_or_the_document(body: str, years: list[str]) -> None:
    assert ties(body, "budget_year") == [("Tryg Havn", year) for year in years]


def test_the_year_of_a_row_is_a_budget_year_only_where_the_file_calls_it_so() -> None:
    table = "Nr. Projekt Start år Udgift (mio. kr.)\n1 Unge i lære 2029 1,2\n2 Unge i job 2030 1,2"
    assert ties(f"{table}\nDet følger af budget 2029 for byen, som alle kender.", "budget_year") == [
        ("Tryg Havn", "budget 2029"),
        ("Unge i lære", "budget 2029"),
    ]


def test_the_surest_of_two_ties_is_kept() -> None:
    story = told("Tryg Havn i Solby er god. Indsatsen i Solby er god.")
    found = tuple(find_ties(story.ground, story.scopes, (), ()))
    assert len(found) > 1
    (kept,) = distinct(story.ground, found)
    assert kept.confidence == max(tie.confidence for tie in found)
