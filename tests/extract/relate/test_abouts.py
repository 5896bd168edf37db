import pytest

from extract.relate.abouts import find_abouts, subjects_of, subjects_of_item
from tests.extract.relate.stories import Case, told


def abouts(case: Case | str) -> list[tuple[str | None, str, str]]:
    story = told(case)
    return [
        (story.name(each.initiative), each.relation, each.target_id) for each in find_abouts(story.ground)
    ]


def test_an_item_and_a_document_are_about_what_their_titles_name() -> None:
    assert abouts("") == [("Tryg Havn", "subject_of", "i1"), ("Tryg Havn", "subject_of", "d1")]


def test_what_is_named_elsewhere_is_mentioned_in_the_document_and_its_item() -> None:
    found = abouts("Vi har lært af ”Ro på Banen” i år.")
    assert ("Ro på Banen", "mentioned_in", "d1") in found
    assert ("Ro på Banen", "mentioned_in", "i1") in found


def test_an_initiative_is_mentioned_once_however_often_it_is_named() -> None:
    found = abouts("Vi ser ”Ro på Banen”. Alle kender Ro på Banen. Ro på Banen er godt.")
    assert found.count(("Ro på Banen", "mentioned_in", "d1")) == 1


def test_the_subject_is_not_mentioned_as_well() -> None:
    assert ("Tryg Havn", "mentioned_in", "d1") not in abouts("Tryg Havn går godt.")


@pytest.mark.parametrize(("type_", "targets"), [("indstilling", ["d1", "i1"]), ("bilag", ["d1"])])
def test_only_an_indstilling_speaks_for_its_item(type_: str, targets: list[str]) -> None:
    case = Case("Projektet går godt.", title="”Ro på Banen”", type=type_, item_title="Dagsorden")
    assert [target for _, relation, target in abouts(case) if relation == "subject_of"] == targets


def test_what_minutes_name_is_mentioned_in_the_item() -> None:
    found = abouts(Case("", minutes="Vi skal lære af ”Ro på Banen”."))
    assert ("Ro på Banen", "mentioned_in", "i1") in found
    assert ("Ro på Banen", "mentioned_in", "d1") not in found


def test_a_document_without_a_name_in_its_title_is_about_its_items_subject() -> None:
    story = told(Case("Noget tekst", title="Notat", item_title="Status på ”Tryg Havn”"))
    (document,) = story.reading.package.documents
    assert [story.name(index) for index in subjects_of(story.ground, document)] == ["Tryg Havn"]


def test_an_item_without_a_name_in_its_title_is_about_what_is_put_forward() -> None:
    story = told(Case("Noget tekst", title="”Ro på Banen”", item_title="Forslag til uddannelse"))
    (item,) = story.reading.package.agenda_items
    assert [story.name(index) for index in subjects_of_item(story.ground, item)] == ["Ro på Banen"]
