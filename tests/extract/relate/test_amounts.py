import pytest

from extract.relate.amounts import find_amounts_of
from tests.extract.relate.stories import Case, told


def amounts(case: Case | str) -> list[tuple[str, str | None, str | None, str | None]]:
    story = told(case)
    text = story.reading.text
    found = find_amounts_of(story.ground, story.scopes)
    return [
        (story.ground.span(each.amount).of(text), story.name(each.initiative), each.purpose, each.when)
        for each in found
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tryg Havn koster 2 mio. kr. i 2032.", ("2 mio. kr.", "Tryg Havn", None, "2032")),
        ("Der er 3 mio. kr. til leje af lokaler.", ("3 mio. kr.", "Tryg Havn", "leje af lokaler", None)),
        ("I år fik ”Ro på Banen” 4 mio. kr. fra byen.", ("4 mio. kr.", "Ro på Banen", None, None)),
        ("”Ro på Banen” er ny. Den koster 5 mio. kr. om året.", ("5 mio. kr.", "Tryg Havn", None, None)),
    ],
)
def test_an_amount_belongs_to_the_nearest_initiative_else_to_the_subject(
    body: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    assert amounts(body) == [expected]


def test_in_an_attachment_only_what_is_named_gets_the_money() -> None:
    assert amounts(Case("Byens udgift er 551 mio. kr. i alt.", type="bilag"))[0][1] is None


def test_in_minutes_the_initiative_of_the_line_gets_the_money() -> None:
    case = Case("", title="Bordet rundt", minutes="MJ: ”Ro på Banen” igen. Der er ca. 6 mio. kr. tilbage.")
    assert amounts(case)[0][1] == "Ro på Banen"


def test_a_table_row_has_its_own_amount_and_year() -> None:
    body = "Nr. Projekt Start år Udgift (mio. kr.)\n1 Unge i lære 2029 1,2\n2 Unge i job 2030 2,4"
    assert amounts(body) == [("1,2", "Unge i lære", None, "2029"), ("2,4", "Unge i job", None, "2030")]
