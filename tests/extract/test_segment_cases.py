from itertools import pairwise

from extract.records import Span
from extract.segment_cases import outside
from tests.extract.packages import package_of

PAGE = (
    "Referat\nHavneudvalget\nMødedato: onsdag den 8. oktober 2031 kl. 17.00\nPunkt 1: Dagsorden\n"
    "Beslutning for Punkt 1: Dagsorden\nGodkendt.\nPunkt 2: Ny mole\nSagsnummer: SAG-2031-00411\nSagsresumé\n"
    "En mole.\nIndstilling\nHavnekontoret indstiller til udvalget,\n1. at molen bygges.\n"
    "Beslutning for Punkt 2: Ny mole\nGodkendt."
)


def test_a_case_presented_below_its_item_is_a_document_of_it() -> None:
    package = package_of(PAGE)
    cases = [(d.title, d.agenda_item_id) for d in package.documents if d.type == "indstilling"]
    assert cases == [("Ny mole", "m1-2")]


def test_its_recommendations_are_a_section() -> None:
    case = next(d for d in package_of(PAGE).documents if d.type == "indstilling")
    assert "recommendation" in [section.kind.value for section in case.sections]


def test_no_two_documents_share_a_character() -> None:
    spans = sorted(span for document in package_of(PAGE).documents for span in document.spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_what_lies_outside_is_left() -> None:
    assert outside([Span(0, 4), Span(6, 9)], [Span(6, 9)]) == (Span(0, 4),)
    assert outside([Span(0, 4)], []) == (Span(0, 4),)
