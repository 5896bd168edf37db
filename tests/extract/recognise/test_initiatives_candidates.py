import pytest

from extract.recognise.initiatives_candidates import Candidate, accept
from extract.records import Span


def candidate(name: str, rule: str, weight: float, start: int = 0, kind: str = "other") -> Candidate:
    return Candidate(Span(start, start + len(name)), name, kind, rule, weight)


def test_evidence_of_different_rules_adds_up() -> None:
    (name,) = accept([candidate("Ro", "quoted", 0.4), candidate("Ro", "title", 0.5)])
    assert name.confidence == pytest.approx(0.7)


def test_evidence_of_one_rule_at_one_place_does_not() -> None:
    assert accept([candidate("Ro", "quoted", 0.5), candidate("Ro", "quoted", 0.5)]) == ()


def test_a_second_place_in_the_file_is_evidence() -> None:
    assert accept([candidate("Ro", "quoted", 0.5), candidate("Ro", "quoted", 0.5, start=9)]) != ()


def test_a_place_that_hardly_counts_is_no_repetition() -> None:
    assert accept([candidate("Ro", "proper", 0.5), candidate("Ro", "proper", 0.1, start=9)]) == ()


def test_two_names_are_weighed_apart() -> None:
    assert accept([candidate("Ro", "quoted", 0.5), candidate("Leg", "title", 0.5)]) == ()


def test_confidence_never_reaches_certainty() -> None:
    (name,) = accept([candidate("Ro", str(n), 0.9, start=n) for n in range(9)])
    assert name.confidence == 0.99


def test_the_kind_is_the_one_most_rules_gave() -> None:
    kinds = ["other", "project", "plan", "project"]
    (name,) = accept([candidate("Ro", str(n), 0.6, n, kind) for n, kind in enumerate(kinds)])
    assert name.kind == "project"


def test_a_name_in_capitals_is_shown_in_mixed_case_if_it_is_printed_so() -> None:
    (name,) = accept([candidate("RO PÅ", "title", 0.6), candidate("Ro på", "quoted", 0.6, start=9)])
    assert name.name == "Ro på"
