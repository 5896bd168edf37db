import pytest

from extract.printed_dates import first_date, printed_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mødedato: 19. marts 2031", "2031-03-19"),
        ("28-11-2032 10:30 - 12:30", "2032-11-28"),
        ("[11/03/2031 - 10 minutter]", "2031-03-11"),
        ("20-05-31", "2031-05-20"),
        ("20310311-Rådmandsmøde.pdf", "2031-03-11"),
        ("onsdag den 1. oktober 2031 kl. 15.45", "2031-10-01"),
    ],
)
def test_a_printed_day_is_read(text: str, iso: str) -> None:
    found = first_date(text)
    assert found is not None
    assert found.iso() == iso


@pytest.mark.parametrize("text", ["31. februar 2031", "den 3. marts", "uge 8 2031", "1.200 kr.", "99-99-31"])
def test_what_is_no_whole_day_is_left(text: str) -> None:
    assert first_date(text) is None


def test_a_day_without_a_year_takes_the_one_given() -> None:
    assert [each.iso(2031) for each in printed_dates("d. 20. februar")] == ["2031-02-20"]
