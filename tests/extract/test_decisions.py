import pytest

from extract.decisions import decide


@pytest.mark.parametrize(
    ("minutes", "outcome"),
    [
        ("Godkendt.", "approved"),
        ("Dagsordnen blev godkendt", "approved"),
        ("Godkendt uden bemærkninger.", "approved"),
        ("Dagsordenen blev godkendt, idet punkt 5 blev udsat.", "approved"),
        ("At 1) Godkendt. Rådmanden bakker op.\nAt 2) Godkendt", "approved"),
        ("At 1) Rådmanden godkender, at havnen uddybes", "approved"),
        ("Rådmanden ønsker at følge forvaltningens anbefaling.", "approved"),
        ("Udvalget vedtog indstillingen.", "approved"),
        ("1) Godkender med følgende tilføjelser\nHusk broen.", "approved_with_changes"),
        ("At 1) Godkendt.\nAt 2) Godkendt med den tilføjelse, at broen males.", "approved_with_changes"),
        ("Indstillingen blev godkendt med den ændring, at kajen flyttes.", "approved_with_changes"),
        ("Rådmanden godkendte indstillingen, dog således at kajen males.", "approved_with_changes"),
        ("Indstillingen blev tiltrådt på nær punkt 3.", "approved_with_changes"),
        ("Godkendt. Dog således forstået.", "approved"),
        ("Oplægget kunne ikke godkendes i sin nuværende form.", "not_endorsed"),
        ("Indstillingen kunne ikke tiltrædes.", "not_endorsed"),
        ("Rådmanden godkendte ikke forslaget.", "not_endorsed"),
        ("1) Rådmanden tager orienteringen til efterretning.", "noted"),
        ("Kredsen tog med glæde evalueringen til efterretning.", "noted"),
        ("Rådmandskredsen kvitterede for et flot oplæg.", "noted"),
        ("Rådmanden gennemgik punkterne i overskrifter.", "noted"),
        ("Rådmandskredsen drøftede oplægget. Tallene tages til efterretning.", "noted"),
        ("Punktet blev kort drøftet.", "discussed"),
        ("Dagsordenen til mødet blev drøftet uden bemærkninger.", "discussed"),
        ("Punktet blev udsat til mødet den 27. maj.", "postponed"),
        ("Sagen udsættes.", "postponed"),
        ("Punktet udgik.", "dropped"),
        ("Blev ikke drøftet.", "dropped"),
        ("Intet til referatet", "nothing_recorded"),
        ("Intet at referere.", "nothing_recorded"),
        ("Ingen bemærkninger.", "nothing_recorded"),
    ],
)
def test_the_wording_of_minutes_says_what_was_decided(minutes: str, outcome: str) -> None:
    decision = decide(minutes)
    assert decision is not None
    assert decision.outcome == outcome


@pytest.mark.parametrize(
    "minutes",
    [
        "",
        "AL: Planen blev drøftet med havnen.\nBF: Regnskabet er godkendt.",
        "Anna følger op. Dette drøftes på et snarligt møde.",
        "Broen lukker. Bo ringer. Kajen males, når farven er godkendt af Anna.",
        "Der laves et notat om havnens udvidelse.",
        "Rådmanden mødte udsatte borgere og en udsat ung.",
        "Det ønskes ikke, at sagen kommer igen.",
    ],
)
def test_other_wording_decides_nothing(minutes: str) -> None:
    assert decide(minutes) is None


def test_the_evidence_is_the_deciding_sentence() -> None:
    minutes = "Anna fortalte. Indstillingen blev godkendt. Bo følger op."
    decision = decide(minutes)
    assert decision is not None
    assert decision.span.of(minutes) == "Indstillingen blev godkendt."
