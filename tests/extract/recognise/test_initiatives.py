from itertools import pairwise

import pytest

from extract.recognise.initiatives import find_initiatives
from extract.records import Kind, Mention
from tests.extract.recognise.naming import NOTHING, document, item, names, others

HITS = [
    ("Indsatsen ”Tryg i Solby” fortsætter næste år.", ["Tryg i Solby"]),
    ("Udvalget ser på projekt Nye Skridt i maj.", ["Nye Skridt"]),
    ("Byrådet vedtog trivselsstrategien i maj.", ["trivselsstrategien"]),
    ("Der nedsættes en Kystsikring Task Force.", ["Kystsikring Task Force"]),
    (
        "Vi har strategier såsom Bakkevisionen, Grøn Kyst og Hav for Alle.",
        ["Bakkevisionen", "Grøn Kyst", "Hav for Alle"],
    ),
    ("De unge er glade for Solskinsløftet på havnen.", ["Solskinsløftet"]),
    ("Flere skoler er med i Ro på Banen i år.", ["Ro på Banen"]),
    ("Der holdes en temadag om grøn omstilling i maj.", ["temadag om grøn omstilling"]),
]
REFUSALS = [
    "Indsatsen fortsætter næste år.",
    "Projektet har en tidsplan og en handleplan.",
    "Rådmanden sagde ”Det er et godt forslag” på mødet.",
    "Medarbejderne arbejder med beskæftigelse og trivsel i bydelen.",
    "Udvalget drøftede ordet ”Trivsel” og andre begreber.",
    "Direktionen og Borgmesteren deltager på mødet i Regionen.",
    "Denne indsats og flere nye tiltag drøftes med de unge.",
    "En plan for arbejdet og et projekt om unge er på vej.",
    "Vi når det tirsdag den 4. maj kl. 10.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_what_has_a_name_is_an_initiative(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", REFUSALS)
def test_what_is_only_an_activity_is_none(text: str) -> None:
    assert names(text) == []


def test_an_accepted_name_is_found_everywhere_in_the_file() -> None:
    text = "Indsatsen ”Skridt for Skridt” er ny.\nVi ser skridt for skridt brede sig."
    found = find_initiatives(text, NOTHING, ())
    assert [(mention.text, mention.name) for mention in found] == [
        ("Skridt for Skridt", "Skridt for Skridt"),
        ("skridt for skridt", "Skridt for Skridt"),
    ]


def test_ordinary_words_are_not_repetitions_of_a_descriptive_name() -> None:
    text = "Nr. Indsats Start år Udgift (mio. kr.)\n1 Unge mødre 2030 1,2\nMange unge mødre bor i byen."
    found = [mention for mention in find_initiatives(text, NOTHING, ()) if mention.kind is Kind.INITIATIVE]
    assert [mention.text for mention in found] == ["Unge mødre"]


def test_a_place_behind_the_name_is_not_part_of_it() -> None:
    text = "”Skridt for Skridt” i Solby\nProjektet Skridt for Skridt i Solby og Havnby går godt."
    places = others(text, Kind.PLACE, "Solby", "Havnby")
    assert names(text, others=places) == ["Skridt for Skridt"]


def test_a_head_word_alone_keeps_its_place() -> None:
    text = "Punkt 4: Indsatser i Solby"
    assert names(text, item(text, "Indsatser i Solby"), others(text, Kind.PLACE, "Solby")) == []


@pytest.mark.parametrize("kind", [Kind.ORGANIZATION, Kind.PERSON, Kind.PLACE])
def test_the_name_of_something_else_is_no_initiative(kind: Kind) -> None:
    text = "De unge er glade for Solskinsløftet på havnen."
    assert names(text, others=others(text, kind, "Solskinsløftet")) == []


def test_a_surer_initiative_wins_over_a_doubtful_organization() -> None:
    text = "Indsatsen ”Stille Havn” fortsætter."
    doubtful = [
        Mention(Kind.ORGANIZATION, mention.span, mention.text, mention.name, "tail", 0.6, {})
        for mention in others(text, Kind.ORGANIZATION, "Stille Havn")
    ]
    assert names(text, others=doubtful) == ["Stille Havn"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Byrådet vedtog trivselsstrategien i maj.", "strategy"),
        ("Udvalget ser på projekt Nye Skridt i maj.", "project"),
        ("Vi søger Grøn Omstillingspulje og får svar fra Kystpuljen.", "scheme"),
        ("Der nedsættes en Kystsikring Task Force.", "task_force"),
        ("Der holdes en temadag om grøn omstilling i maj.", "event"),
    ],
)
def test_the_head_word_gives_the_kind(text: str, kind: str) -> None:
    found = find_initiatives(text, NOTHING, ())
    assert kind in {mention.attributes["kind"] for mention in found}


def test_spans_are_letter_for_letter_and_do_not_overlap() -> None:
    text = "Projektet ”Ro på Banen” og Ro på Banen-messen. Ro på Banen er et projekt.\nRo på Banen 2031"
    found = find_initiatives(text, document(text, "Ro på Banen 2031"), ())
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_the_amounts_of_a_table_are_given_once() -> None:
    text = "Nr. Projekt Udgift (mio. kr.)\n1 Unge mødre 1,2"
    known = tuple(others(text, Kind.AMOUNT, "1,2"))
    assert [mention.kind for mention in find_initiatives(text, NOTHING, known)] == [Kind.INITIATIVE]
    assert Kind.AMOUNT in [mention.kind for mention in find_initiatives(text, NOTHING, ())]
