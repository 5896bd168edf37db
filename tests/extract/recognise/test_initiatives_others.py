import pytest

from extract.recognise.initiatives_candidates import Candidate
from extract.recognise.initiatives_others import free_of_others, not_of_others
from extract.records import Kind, Mention, Span


def other(span: Span, text: str, confidence: float = 0.9, type_: str = "external") -> Mention:
    return Mention(Kind.ORGANIZATION, span, text, text, "test", confidence, {"type": type_})


def test_a_candidate_inside_a_surer_name_of_another_kind_is_left_out() -> None:
    each = Candidate(Span(0, 5), "Solby", "other", "quoted", 0.6)
    assert list(not_of_others([each], [other(Span(0, 12), "Solby Venner")])) == []


def test_a_surer_candidate_stays() -> None:
    each = Candidate(Span(0, 5), "Solby", "other", "quoted", 0.9)
    assert list(not_of_others([each], [other(Span(0, 12), "Solby Venner", 0.6)])) == [each]


def test_a_name_with_letters_of_its_own_stays() -> None:
    each = Candidate(Span(0, 12), "Solby i Farver", "other", "quoted", 0.6)
    assert list(not_of_others([each], [other(Span(0, 5), "Solby")])) == [each]


@pytest.mark.parametrize(
    ("type_", "kept"), [("external", 1), ("unit", 0), ("department", 0), ("committee", 0)]
)
def test_a_title_may_be_about_a_house_but_not_about_an_office(type_: str, kept: int) -> None:
    each = Candidate(Span(0, 8), "Solhuset", "other", "title_subject", 0.6)
    assert len(list(not_of_others([each], [other(Span(0, 8), "Solhuset", type_=type_)]))) == kept


def test_a_head_and_a_place_is_no_name() -> None:
    each = Candidate(Span(0, 16), "Planen for Solby", "plan", "cue", 0.9)
    assert list(not_of_others([each], [other(Span(11, 16), "Solby")])) == []


def test_a_repetition_inside_the_name_of_another_is_left_out() -> None:
    again = Mention(Kind.INITIATIVE, Span(0, 5), "Solby", "Solby", "repeated", 0.7)
    assert list(free_of_others([again], [other(Span(0, 12), "Solby Venner")])) == []
    assert list(free_of_others([again], [])) == [again]
