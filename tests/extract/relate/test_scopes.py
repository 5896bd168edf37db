from extract.relate.scopes import find_scopes
from tests.extract.relate.stories import Case, Story, told


def at(story: Story, phrase: str) -> tuple[str | None, str | None, int]:
    scope = story.scopes.at(story.reading.text.index(phrase))
    assert scope is not None
    return story.name(scope.initiative), story.name(scope.place), scope.nearness


def test_a_document_is_about_its_subject() -> None:
    assert at(told("Her er prosa om noget."), "prosa") == ("Tryg Havn", None, 1)


def test_below_a_heading_its_initiative_and_place_hold() -> None:
    story = told("Først.\nTryg Havn i Solby\nHer er prosa.\nTryg Havn – Havnby\nHer er vers.")
    assert at(story, "Først") == ("Tryg Havn", None, 1)
    assert at(story, "prosa") == ("Tryg Havn", "Solby", 2)
    assert at(story, "vers") == ("Tryg Havn", "Havnby", 2)


def test_a_line_that_says_more_than_the_name_is_no_heading() -> None:
    assert at(told("Tryg Havn i Solby er kommet godt fra start\nHer er prosa."), "prosa")[2] == 1


def test_a_bullet_is_no_heading() -> None:
    assert at(told("• ”Ro på Banen”\nHer er prosa."), "prosa") == ("Tryg Havn", None, 1)


def test_a_heading_in_capitals_ends_at_the_next_one() -> None:
    story = told("”RO PÅ BANEN”\nHer er prosa.\nVIDERE PROCES\nHer er vers.")
    assert at(story, "prosa")[2] == 2
    assert at(story, "vers")[2] == 1


def test_a_page_with_one_numbered_heading_is_about_it_wherever_it_stands() -> None:
    body = "Om indsatsen er der prosa.\n7. ”Ro på Banen”\nHer er vers."
    start = len("Indsatsen ”Tryg Havn”\n")
    story = told(Case(body, type="rapport", page_starts=(0, start, start + len(body) + 1)))
    assert at(story, "prosa") == ("Ro på Banen", None, 2)


def test_a_page_with_two_is_about_neither_as_a_whole() -> None:
    body = "Om indsatsen er der prosa.\n7. ”Ro på Banen”\nHer er vers.\n8. ”Leg ved Vandet”\nSlut."
    start = len("Indsatsen ”Tryg Havn”\n")
    story = told(Case(body, type="rapport", page_starts=(0, start, start + len(body) + 1)))
    assert at(story, "prosa") == ("Tryg Havn", None, 1)
    assert at(story, "vers") == ("Ro på Banen", None, 2)


def test_a_text_about_nothing_has_no_scope() -> None:
    story = told(Case("Her er prosa.", title="Dagsorden"))
    assert find_scopes(story.ground).far == ()
