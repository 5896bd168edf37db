from extract.records import Meeting
from tests.extract.packages import INDSTILLING_2031, package_of

MINUTES = "Referat\nPunkt 1: Dagsorden\nGodkendt.\nPunkt 2: Ny mole i havnen\nGodkendt."
OLD = "Indstilling\nNy mole i havnen\n1. Resume\n{text}\nTil Rådmanden\nFra Havnekontoret\nDato 3. marts 2031"


def own(*pages: str, name: str = "pakke.txt") -> Meeting:
    """Return the last of the rådmand's meetings."""
    return [m for m in package_of(*pages, name=name).meetings if m.kind == "raadmandsmoede"][-1]


def test_the_head_of_the_meeting_comes_first() -> None:
    head = "Rådmandsmøde\n12-03-2031 10:30 - 12:00"
    meeting = own(
        head, "Punkt 2: Ny mole i havnen\nBeslutning for Punkt 2: Ny mole i havnen\nUdsat.", INDSTILLING_2031
    )
    assert (meeting.date, meeting.date_basis, meeting.start, meeting.end) == (
        "2031-03-12",
        "explicit",
        "10:30",
        "12:00",
    )


def test_the_head_of_a_document_names_the_meeting_it_is_for() -> None:
    meeting = own(INDSTILLING_2031, MINUTES)
    assert (meeting.date, meeting.date_basis) == ("2031-03-10", "explicit")


def test_a_stamp_names_the_file_of_an_enclosed_meeting() -> None:
    page = "Punkt 2: Molen\nBeslutning for Punkt 2: Molen\nUdsat.\n@ 2/1: 20310303-Rådmandsmøde.pdf"
    assert own(page).date == "2031-03-03"


def test_a_sentence_about_the_circle_dates_the_meeting_with_the_year_of_the_documents() -> None:
    meeting = own(OLD.format(text="Molen forelægges rådmandskredsen d. 10. marts."), MINUTES)
    assert (meeting.date, meeting.date_basis) == ("2031-03-10", "inferred")
    assert meeting.date_reason


def test_another_meeting_that_is_spoken_of_dates_nothing() -> None:
    for text in (
        "Molen drøftes på næste rådmandsmøde d. 10. marts.",
        "Et fælles rådmandsmøde holdes d. 10. marts.",
        "Kajen sendes til udvalget d. 10. marts.",
        "Molen blev drøftet i rådmandskredsen d. 10. januar.",
    ):
        meeting = own(OLD.format(text=text), MINUTES)
        assert (meeting.date, meeting.date_basis, meeting.date_reason) == (None, None, None)


def test_two_possible_days_date_nothing() -> None:
    text = "Molen forelægges rådmandskredsen d. 10. marts. Rådmandskredsen ser den d. 17. marts."
    assert own(OLD.format(text=text), MINUTES).date is None


def test_an_earlier_meeting_is_dated_by_the_item_that_approves_its_minutes() -> None:
    earlier = "Referat\nPunkt 1: Dagsorden\nGodkendt.\nPunkt 2: Gamle sager\nUdsat."
    head = "Rådmandsmøde\n12-01-2031 10:30"
    items = (
        "Punkt 1: Dagsorden\nBeslutning for Punkt 1: Dagsorden\nGodkendt.\nPunkt 2: Referat af 29. december"
    )
    meetings = package_of(earlier, head, items).meetings
    assert [(m.date, m.date_basis) for m in meetings] == [
        ("2030-12-29", "inferred"),
        ("2031-01-12", "explicit"),
    ]


def test_the_name_of_the_file_dates_what_nothing_else_dates() -> None:
    assert own(MINUTES, "Til Rådmanden", name="2031-03-10-raadmandsmoede.pdf").date == "2031-03-10"
    assert own(MINUTES, "Til Rådmanden", name="2031-03-10-budget.pdf").date is None
