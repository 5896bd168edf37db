from itertools import pairwise
from pathlib import Path

import pytest

from extract.records import CleanText, Package
from extract.segment import segment
from tests.extract.packages import INDSTILLING_2031, clean_text, package_of

ENCLOSED = (
    "Information: Bo tager referat.\nPunkt 1: Dagsorden\nBeslutning for Punkt 1: Dagsorden\nGodkendt.",
    f"{INDSTILLING_2031}\n@ 2/1: Indstilling - Ny mole",
    "Emne:\nHavneudvalgsmøde\nMødedato: 19. marts 2031\n1. Godkendelse\n2. Lamper\n@ 3/1: Dagsorden",
    "Referat\nPunkt 1: Dagsorden\nGodkendt.\nPunkt 2: Ny mole i havnen (10 min)\n"
    "1) Godkendt med den rettelse, at den males.\nPunkt 3: Nyt fra udvalget\nDagsordenen blev drøftet.",
    "Overblik: Noter",
)


def test_every_part_of_a_package_is_found() -> None:
    package = package_of(*ENCLOSED)
    assert [(m.kind, m.date) for m in package.meetings] == [
        ("raadmandsmoede", None),
        ("udvalgsmoede", "2031-03-19"),
        ("raadmandsmoede", "2031-03-10"),
    ]
    assert [(i.meeting_id, i.number, i.outcome) for i in package.agenda_items if i.outcome] == [
        ("m1", "1", "approved"),
        ("m3", "1", "approved"),
        ("m3", "2", "approved_with_changes"),
        ("m3", "3", "discussed"),
    ]
    assert [(d.id, d.type, d.agenda_item_id) for d in package.documents] == [
        ("d1", "indstilling", "m3-2"),
        ("d2", "dagsorden", "m3-3"),
        ("d3", "referat", None),
    ]


def test_every_id_is_given_once_and_every_reference_has_a_target() -> None:
    package = package_of(*ENCLOSED)
    ids = [meeting.id for meeting in package.meetings]
    ids += [item.id for item in package.agenda_items]
    ids += [document.id for document in package.documents]
    assert len(ids) == len(set(ids))
    assert {item.meeting_id for item in package.agenda_items} <= set(ids)
    assert {d.agenda_item_id for d in package.documents if d.agenda_item_id} <= set(ids)


def test_every_title_and_date_stands_where_it_is_said_to_stand() -> None:
    clean = clean_text(*ENCLOSED)
    package = segment(clean, "pakke.txt")
    assert all(item.title in item.title_span.of(clean.text) for item in package.agenda_items)
    indstilling = package.documents[0]
    assert indstilling.title_span.of(clean.text) == indstilling.title
    assert indstilling.issued_span is not None
    assert indstilling.issued_span.of(clean.text) == "3. marts 2031"


@pytest.mark.parametrize("text", ["", "\n", "   "])
def test_an_empty_text_has_nothing(text: str) -> None:
    assert segment(CleanText(text, (), (0,)), "a.txt") == Package((), (), ())


def test_a_text_without_an_agenda_is_one_document() -> None:
    package = package_of("En sang om havet\nbølgen er blå og lang\nog ingen mødes her")
    assert (len(package.meetings), len(package.agenda_items), len(package.documents)) == (0, 0, 1)


def test_ten_thousand_items_are_taken_apart_in_linear_time() -> None:
    package = package_of("\n".join(f"Punkt {n % 90 + 1}: Mole {n}\nGodkendt." for n in range(10_000)))
    assert len(package.agenda_items) == 10_000


CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real packages are not beside the repository")
@pytest.mark.parametrize("number", ["000", "002", "003", "004"])
def test_documents_of_real_packages_are_in_order_and_share_nothing(number: str) -> None:
    from extract.clean import clean
    from extract.read import read_file

    path = next(CORPUS.glob(f"{number}*"))
    package = segment(clean(read_file(path)), path.name)
    spans = [span for document in package.documents for span in document.spans]
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(sorted(spans)))
