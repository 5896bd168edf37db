import pytest

from extract.relate.stages import find_stages
from tests.extract.relate.stories import Case, told

HARBOUR = "Tryg Havn"


def stages(case: Case | str) -> list[tuple[str | None, str, str | None, str | None]]:
    story = told(case)
    found = find_stages(story.ground, story.scopes)
    return [(story.name(each.initiative), each.stage, each.when, story.name(each.place)) for each in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tryg Havn startede i maj 2030.", [("started", "2030-05", None)]),
        ("Indsatsen i Solby startede i 2030.", [("started", "2030", "Solby")]),
        ("Indsatsen åbnede i Solby den 4. maj 2030.", [("started", "2030-05-04", "Solby")]),
        ("Byrådet har besluttet, at projektet bør videreføres i Solby.", [("continued", None, "Solby")]),
        (
            "Tryg Havn udvides til Solby, Havnby og Bakken.",
            [("expanded", None, place) for place in ("Solby", "Havnby", "Bakken")],
        ),
        ("Tryg Havn udvides i maj 2032 til Solby.", [("expanded", "2032-05", "Solby")]),
        ("Indsatsen kom til Havnby i 2031.", [("expanded", "2031", "Havnby")]),
        ("Implementeringen i Solby er blevet forsinket.", [("delayed", None, "Solby")]),
        ("Det var to måneder senere end planlagt.", [("delayed", None, None)]),
        ("Tryg Havn er i 2031 overgået fra projekt til drift.", [("made_permanent", "2031", None)]),
        ("Projektet slutter den 1. juni 2031.", [("ended", "2031-06-01", None)]),
        ("Projektet er godt i gang.", [("status", "2031-03-03", None)]),
        ("Konsulenterne har evalueret Tryg Havn.", [("evaluated", None, None)]),
        ("Der arbejdes på en udvidelse af indsatsen.", [("expanded", None, None)]),
        ("Udvidelsen af indsatsen til Solby går godt.", [("expanded", None, "Solby")]),
        ("Tryg Havn har modtaget 2 mio. kr. i støtte.", [("funded", None, None)]),
        ("Det foreslås at oprette en ny ”Tryg Havn”.", [("proposed", "2031-03-03", None)]),
        ("Tryg Havn blev vedtaget i 2030.", [("approved", "2030", None)]),
        ("Tryg Havn flyttes til Bakken.", [("adjusted", None, "Bakken")]),
        ("Tryg Havn så dagens lys i maj 2030.", [("started", "2030-05", None)]),
        ("Tryg Havn har kørt siden maj 2030.", [("started", "2030-05", None)]),
        ("Indsatsen blev skudt i gang i Solby i maj 2030.", [("started", "2030-05", "Solby")]),
        ("Vi vil køre Tryg Havn videre i 2032.", [("continued", "2032", None)]),
        ("Konsulenterne vil brede Tryg Havn ud til Solby.", [("expanded", None, "Solby")]),
        ("I maj 2032 kommer Tryg Havn også til Havnby.", [("expanded", "2032-05", "Havnby")]),
        ("Tryg Havn kom for sent fra land.", [("delayed", None, None)]),
        ("Tryg Havn i Solby er sat på pause.", [("delayed", None, "Solby")]),
        ("Indsatsen følger planen.", [("status", "2031-03-03", None)]),
        ("Tryg Havn bliver fast fra 2032.", [("made_permanent", "2032", None)]),
        ("Tryg Havn går over i almindelig drift i 2032.", [("made_permanent", "2032", None)]),
        ("Tryg Havn er blevet skåret til undervejs.", [("adjusted", None, None)]),
        ("Tryg Havn blev rundet af i maj 2030.", [("ended", "2030-05", None)]),
        ("Tryg Havn, som har ligget i Solby siden 2030.", [("started", "2030", None)]),
        ("Arbejdet med Tryg Havn blev sat i gang i 2030.", [("started", "2030", None)]),
        ("Indsatsen ligger stille i Solby.", [("delayed", None, "Solby")]),
        ("Tryg Havn blev i 2030 ændret, så alle kan være med.", [("adjusted", "2030", None)]),
        ("Nu lægges Tryg Havn sammen med skolen.", [("adjusted", None, None)]),
        ("Aftalen sikrede Tryg Havn 2 mio. kr. i 2031.", [("funded", "2031", None)]),
        ("Byrådet sagde ja til Tryg Havn i 2030.", [("approved", "2030", None)]),
        (
            "Tryg Havn, som byrådet tiltrådte i 2030, og som løb ud i 2031.",
            [("approved", "2030", None), ("ended", "2031", None)],
        ),
    ],
)
def test_a_sentence_tells_a_stage(body: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert stages(body) == [(HARBOUR, *each) for each in expected]


@pytest.mark.parametrize(
    "body",
    [
        "Tryg Havn blev ikke udvidet.",
        "Der er tale om en status, ikke en evaluering af indsatsen.",
        "Tryg Havn kunne ikke godkendes.",
        "Det overvejes, om indsatsen kan udvides.",
        "Hvis indsatsen udvides, skal der flere penge til.",
        "Der tages stilling til en eventuel udvidelse af indsatsen.",
        "De unge er glade, siden de startede i indsatsen.",
        "Med indsatsen startede mange unge i arbejde.",
        "Der er blevet etableret flere praktikpladser end ventet.",
        "Ordningen med fuld løn blev lukket.",
        "Indsatsen kom til at betyde meget.",
        "Indstillingen blev godkendt.",
        "Tryg Havn er et godt sted; kantinen i byen blev lukket.",
        "Skulle Tryg Havn lukke ned, lukker byen ned.",
        "Bliver Tryg Havn udvidet, skal der flere penge til.",
        "Vi vurderer ikke, at Tryg Havn bør genoptages.",
        "Forvaltningen regner ikke med, at indsatsen udvides.",
        "Kystkontoret vil ikke køre Tryg Havn videre.",
        "Kystkontoret vil køre ikke Tryg Havn videre.",
        "Det er afvist at udvide Tryg Havn.",
        "Tryg Havn kommer de unge til gode.",
        "Tryg Havn har ændret de unges liv.",
        "Arbejdet med de unge i Tryg Havn blev sat i gang.",
        "Aftalen sikrede skolerne 2 mio. kr., og Tryg Havn er glad.",
        "Tryg Havn er for udsatte unge.",
        "Et fast tilbud kender Tryg Havn ikke.",
        "De unge i Tryg Havn slog ikke dørene op.",
    ],
)
def test_what_is_denied_considered_or_said_of_others_is_no_stage(body: str) -> None:
    assert stages(body) == []


@pytest.mark.parametrize(
    ("body", "planned"),
    [
        ("Tryg Havn startede i maj 2030.", False),
        ("Tryg Havn starter i maj 2032.", True),
        ("Tryg Havn skal udvides.", True),
        ("Tryg Havn er udvidet.", False),
        ("Tryg Havn udvides i 2031.", False),
    ],
)
def test_what_is_later_than_the_document_or_still_to_be_done_is_planned(body: str, planned: bool) -> None:
    story = told(body)
    assert [each.planned for each in find_stages(story.ground, story.scopes)] == [planned]


def test_these_are_the_initiatives_listed_before() -> None:
    body = "Vi har politikker såsom Bakkevisionen og Hav for Alle.\nDisse politikker er alle vedtaget i 2030."
    assert stages(body) == [
        ("Bakkevisionen", "approved", "2030", None),
        ("Hav for Alle", "approved", "2030", None),
    ]


def test_a_bracketed_name_may_stand_far_behind_its_verb() -> None:
    body = "Der er etableret et forløb for unge uden job og bolig (Solspring) i byen."
    assert stages(body) == [("Solspring", "started", None, None)]


def test_an_agenda_tells_no_stage() -> None:
    body = "4. Udvidelse af Tryg Havn\n- Status på Tryg Havn"
    assert stages(Case(body, type="dagsorden")) == []


def test_the_heading_of_an_item_tells_no_stage() -> None:
    assert stages(Case("", title="Udvidelse af ”Tryg Havn”", type="bilag")) == [
        (HARBOUR, "expanded", None, None)
    ]


def test_the_evidence_is_the_sentence() -> None:
    story = told("Det er forår. Tryg Havn startede i maj 2030. Alle er glade.")
    (stage,) = find_stages(story.ground, story.scopes)
    assert stage.evidence.of(story.reading.text) == "Tryg Havn startede i maj 2030."


def test_a_sentence_without_end_costs_nothing() -> None:
    assert stages("Tryg Havn startede " * 400) == []
