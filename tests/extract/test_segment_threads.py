from tests.extract.packages import package_of

OWN = "Punkt 3: Ny mole (10 min)\nBeslutning for Punkt 3: Ny mole (10 min)\nGodkendt."


def numbers(*pages: str) -> list[list[str]]:
    """Return the numbers of each meeting's items."""
    package = package_of(*pages)
    items = package.agenda_items
    return [[item.number for item in items if item.meeting_id == meeting.id] for meeting in package.meetings]


def test_minutes_on_scattered_pages_are_one_meeting() -> None:
    pages = (OWN, "Notat\nTil Rådmandsmøde\nMolen", "Punkt 4: Kajen\nBeslutning for Punkt 4: Kajen\nUdsat.")
    assert numbers(*pages) == [["3", "4"]]


def test_the_same_number_with_another_title_is_another_meeting() -> None:
    assert numbers(OWN, "Referat\nPunkt 3: Nye lamper\nGodkendt.") == [["3"], ["3"]]


def test_the_same_item_decided_twice_is_of_two_meetings() -> None:
    first = "Punkt 3: Nyt fra udvalget\nBeslutning for Punkt 3: Nyt fra udvalget\nIntet til punktet"
    later = "Referat\nPunkt 3: Nyt fra udvalget\nBo orienterede om molen."
    assert numbers(first, later) == [["3"], ["3"]]


def test_agenda_and_minutes_printed_apart_are_one_meeting() -> None:
    agenda = "Punkt 1: Dagsorden\n.\nPunkt 2: Molen\n."
    minutes = "Referat\nPunkt 1: Dagsorden\nGodkendt.\nPunkt 2: Molen\nUdsat."
    package = package_of(agenda, minutes)
    assert [(item.number, item.outcome) for item in package.agenda_items] == [
        ("1", "approved"),
        ("2", "postponed"),
    ]


def test_an_earlier_meetings_minutes_stand_between_the_pages_of_the_own() -> None:
    head = "Rådmandsmøde\n03-03-2031 10:30 - 12:00"
    own = f"{head}\nPunkt 1: Dagsorden\nBeslutning for Punkt 1: Dagsorden\nGodkendt."
    earlier = (
        "Information: Bo tager referat.\nPunkt 1: Dagsorden\nBeslutning for Punkt 1: Dagsorden\nGodkendt.\n"
        "Punkt 2: Lamper\nBeslutning for Punkt 2: Lamper\nUdsat."
    )
    later = "Punkt 2: Ny mole\nBeslutning for Punkt 2: Ny mole\nGodkendt."
    assert numbers(own, earlier, later) == [["1", "2"], ["1", "2"]]


def test_two_heads_with_two_days_are_two_meetings() -> None:
    head = "Rådmandsmøde\n{day}-03-2031 10:30 - 12:00\nPunkt {n}: {t}"
    assert numbers(head.format(day="03", n=1, t="Molen"), head.format(day="10", n=2, t="Kajen")) == [
        ["1"],
        ["2"],
    ]


def test_the_longest_printed_title_is_kept_and_the_decision_located() -> None:
    pages = (
        "Punkt 3: Plan for havnen 2031",
        "Beslutning for Punkt 3: Plan for havnen\n1) Godkendt.\nBo følger op.",
    )
    item = package_of(*pages).agenda_items[0]
    text = "\n".join(pages) + "\n"
    assert item.title == "Plan for havnen 2031"
    assert item.decision is not None
    assert item.decision.of(text) == "1) Godkendt.\nBo følger op."
    assert item.outcome_evidence is not None
    assert item.outcome_evidence.of(text) == "1) Godkendt."
