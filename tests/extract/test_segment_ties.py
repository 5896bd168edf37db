from tests.extract.packages import INDSTILLING_2031, package_of

MINUTES = (
    "Referat\nPunkt 1: Dagsorden\nGodkendt.\nPunkt 2: Ny mole i havnen (10 min)\nGodkendt.\n"
    "Punkt 3: Lamper på kajen\nUdsat.\nPunkt 4: Fjord Dage\nGodkendt.\nPunkt 5: Bordrunde\nIntet."
)
UNMARKED = INDSTILLING_2031.replace("Ny mole i havnen", "Indstilling til godkendelse").replace(
    "10. marts 2031 - ", ""
)
FJORD = "Indstilling\nFjordDage - opsamling på året\n1. Resume\nTekst.\nSagsbehandler: Bo Friis"


def items(*pages: str) -> list[str | None]:
    """Return the number of the item of each enclosed document."""
    package = package_of(*pages)
    numbers = {item.id: item.number for item in package.agenda_items}
    return [numbers.get(d.agenda_item_id or "") for d in package.documents if d.type != "referat"]


def test_a_stamp_ties_a_document_to_its_item() -> None:
    assert items("Et kort\n@ 3/2: Kort", MINUTES) == ["3"]


def test_a_title_ties_a_document_without_a_stamp() -> None:
    assert items(INDSTILLING_2031, FJORD, MINUTES) == ["2", "4"]


def test_an_attachment_goes_with_the_document_that_lists_it() -> None:
    assert items(INDSTILLING_2031, "Kort over havnens moler\nSe kortet.", MINUTES) == ["2", "2"]


def test_a_document_between_two_items_belongs_to_the_one_left() -> None:
    assert items(INDSTILLING_2031, UNMARKED, FJORD, MINUTES) == ["2", "3", "4"]


def test_as_many_documents_as_items_left_have_one_each_in_order() -> None:
    other = FJORD.replace("FjordDage - opsamling på året", "Bådene i havnen")
    last = FJORD.replace("FjordDage - opsamling på året", "Bordrunde")
    minutes = MINUTES.replace("Fjord Dage", "Både").replace("Bordrunde", "Bordrunde om vinteren")
    last = last.replace("Bordrunde", "Bordrunde om vinteren")
    assert items(INDSTILLING_2031, UNMARKED, other, last, minutes) == ["2", "3", "4", "5"]
    assert items(INDSTILLING_2031, UNMARKED, other, other, last, minutes)[1:3] == [None, None]


def test_a_document_with_nothing_to_go_by_is_not_tied() -> None:
    assert items(UNMARKED, MINUTES) == [None]


def test_a_document_goes_with_the_item_printed_before_it() -> None:
    assert items("Punkt 3: Lamper\nBeslutning for Punkt 3: Lamper\nUdsat.", UNMARKED) == ["3"]


def test_stamps_count_in_the_meeting_whose_items_they_fit() -> None:
    earlier = "Referat\nPunkt 2: Gamle sager\nGodkendt.\nPunkt 3: Andre sager\nUdsat."
    package = package_of(earlier, f"{INDSTILLING_2031}\n@ 2/1: Indstilling", MINUTES)
    tied = next(d.agenda_item_id for d in package.documents if d.type == "indstilling")
    assert [item.title for item in package.agenda_items if item.id == tied] == ["Ny mole i havnen"]


def test_the_stamp_of_a_whole_package_ties_no_document() -> None:
    page = "Et kort\n@ 4/2: Kort\n@ 2/1: 20310303-Rådmandsmøde.pdf"
    assert items(page, MINUTES) == ["4"]
