from extract.relate.initiatives import relate_initiatives
from extract.relations import Relations
from tests.extract.relate.stories import Case, told


def related(case: Case | str) -> Relations:
    return relate_initiatives(told(case).reading, ())


def test_all_that_is_said_of_an_initiative_is_put_together() -> None:
    found = related(
        Case(
            "Tryg Havn i Solby startede i 2030 med 30 børn og 2 mio. kr. fra budget 2030.",
            minutes="Mette Ravn følger op.",
        )
    )
    kinds = (found.abouts, found.ties, found.stages, found.figures, found.amounts, found.commitments)
    assert all(kinds)


def test_other_relations_are_left_to_others() -> None:
    found = related("Tryg Havn startede.")
    others = (found.caseworkers, found.issuers, found.cases, found.roles, found.parts)
    assert not any(others)


def test_every_relation_points_to_its_sentence() -> None:
    story = told("Det er forår. Tryg Havn udvides til Solby. Der er 30 børn.")
    found = relate_initiatives(story.reading, ())
    text = story.reading.text
    assert [each.evidence.of(text) for each in found.stages] == ["Tryg Havn udvides til Solby."]
    assert [each.evidence.of(text) for each in found.figures] == ["Der er 30 børn."]


def test_an_empty_text_says_nothing() -> None:
    assert related(Case("", title="")) == Relations()
