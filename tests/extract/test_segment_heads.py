import pytest

from extract.segment_heads import body_of, read_head
from tests.extract.packages import paragraphs_of


@pytest.mark.parametrize(
    ("text", "body", "kind"),
    [
        ("Rådmandsmøder 2029-2033 (Rådmandsmøde)", "Rådmandsmøde", "raadmandsmoede"),
        ("Social- og Havneudvalgsmøde", "Social- og Havneudvalget", "udvalgsmoede"),
        ("Trafik- og Havneudvalget", "Trafik- og Havneudvalget", "udvalgsmoede"),
        ("Teknisk Udvalg", "Teknisk Udvalg", "udvalgsmoede"),
        ("Udvalget for Børn og Unge", "Udvalget for Børn og Unge", "udvalgsmoede"),
        ("Byrådets møde", "Byrådet", "other"),
        ("Magistraten", "Magistraten", "other"),
    ],
)
def test_the_body_is_named_by_its_own_name(text: str, body: str, kind: str) -> None:
    assert body_of(text) == (body, kind)


@pytest.mark.parametrize("text", ["Havnekontoret, lokale 3", "udvalgt til mødet", "Sagen kommer i byrådet"])
def test_other_lines_name_no_body(text: str) -> None:
    assert body_of(text) is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Havneudvalgsmøde\nMødedato: 19. marts 2031\nMødetid: Kl. 18.15 – 19.45\nMødested: Kajen 3",
            ("2031-03-19", "18:15", "19:45", "Kajen 3"),
        ),
        (
            "Rådmandsmøde\n28-11-2031 10:30 - 12:30\nRådmandens kontor, vær. 4\nInformation: Bo kl. 11",
            ("2031-11-28", "10:30", "12:30", "Rådmandens kontor, vær. 4"),
        ),
        (
            "Referat\nHavneudvalget onsdag den 8. oktober 2031 kl. 15.45 Rådhuset i Fjordby",
            ("2031-10-08", "15:45", None, "Rådhuset i Fjordby"),
        ),
        ("Rådmandsmøde\nmandag den 3. marts 2031", ("2031-03-03", None, None, None)),
        ("Rådmandsmøde", (None, None, None, None)),
    ],
)
def test_day_time_and_place_are_read(head: str, expected: tuple[str | None, ...]) -> None:
    found = read_head(paragraphs_of(head))
    assert found is not None
    assert (found.date, found.start, found.end, found.location) == expected


def test_lines_that_name_neither_body_nor_day_are_no_head() -> None:
    assert read_head(paragraphs_of("Information: Bo deltager.\nKajen")) is None
