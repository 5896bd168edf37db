import pytest

from extract.segment_meetings import own_body
from tests.extract.packages import package_of

ITEM = "Punkt 1: Molen\nBeslutning for Punkt 1: Molen\nGodkendt."


@pytest.mark.parametrize(
    ("pages", "body", "kind"),
    [
        ((f"{ITEM} Rådmanden takkede.",), "Rådmandsmøde", "raadmandsmoede"),
        ((ITEM,), "Møde", "other"),
        (("Referat\nHavneudvalget\nMødedato: 3. marts 2031", ITEM), "Havneudvalget", "udvalgsmoede"),
        (("Byrådets møde\nMødedato: 3. marts 2031", f"{ITEM} Rådmanden takkede."), "Byrådet", "other"),
    ],
)
def test_the_body_is_that_of_the_head_else_a_raadmands_where_one_is_spoken_of(
    pages: tuple[str, ...], body: str, kind: str
) -> None:
    meeting = package_of(*pages).meetings[0]
    assert (meeting.body, meeting.kind) == (body, kind)


def test_a_meeting_without_a_head_has_its_first_item_for_evidence() -> None:
    assert package_of(ITEM).meetings[0].evidence.of(ITEM) == "Molen"


def test_no_word_of_a_raadmand_is_no_raadmands_meeting() -> None:
    assert own_body("Havnen er dyb.") == ("Møde", "other")
