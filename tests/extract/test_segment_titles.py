from tests.extract.packages import INDSTILLING_2031, package_of


def titles(*pages: str) -> list[str]:
    return [document.title for document in package_of(*pages).documents]


def test_a_cover_gives_the_title_where_nothing_lists_the_document() -> None:
    assert titles("FJORDENS MOLER\nStatus 2031\n@ 3/1: moler.pptx") == ["FJORDENS MOLER Status 2031"]


def test_the_list_knows_the_title_of_slides_better_than_their_first_line() -> None:
    pages = (
        f"{INDSTILLING_2031}\n@ 3/1: Indstilling",
        "Hvad koster det?\n20 kr.\n@ 3/2: Bilag 2 - priser.pptx",
    )
    assert titles(*pages)[1] == "Prisliste for sten"


def test_the_longer_of_a_printed_and_a_listed_title_is_taken() -> None:
    pages = (INDSTILLING_2031, "Kort over havnens moler og kajer\nSe kortet.")
    assert titles(*pages)[1] == "Kort over havnens moler og kajer"


def test_attachments_without_numbers_follow_the_list_in_order() -> None:
    pages = (f"{INDSTILLING_2031}", "moler tegnet ind\nher.\n# 1/1", "priser i alt\n20 kr.\n# 1/1")
    assert titles(*pages)[1:] == ["Kort over havnens moler", "Prisliste for sten"]


def test_a_stamp_names_what_nothing_else_names() -> None:
    long = "Her står en lang tekst uden overskrift, som ingen ville kalde en titel, for den slutter nu. " * 3
    assert titles(f"{long}\n@ 3/2: Bilag 1_Molens histo- rie.docx") == ["Molens historie"]


def test_the_agenda_of_a_committee_is_named_by_its_stamp() -> None:
    page = "Emne:\nHavneudvalgsmøde\nMødedato: 3. marts 2031\n1. Molen"
    stamped = f"{page}\n@ 4/1: Dagsorden til mødet i Havneudvalget den 3. marts 2031.docx"
    assert titles(stamped) == ["Dagsorden til mødet i Havneudvalget den 3. marts 2031"]


def test_the_agenda_of_a_committee_without_a_stamp_is_named_by_body_and_day() -> None:
    page = "Emne:\nHavneudvalgsmøde\nMødedato: 3. marts 2031\n1. Molen\nBilag:\n- Kort"
    assert titles(page) == ["Dagsorden til mødet i Havneudvalget den 3. marts 2031"]


def test_the_agenda_of_a_committee_may_list_itself() -> None:
    own = "Dagsorden til udvalgsmødet den 3. marts 2031"
    page = f"Emne:\nHavneudvalgsmøde\nMødedato: 3. marts 2031\n1. Molen\nBilag:\n- {own}"
    assert titles(page) == [own]
