"""A trace tells the life of an entity in order of time, each claim where it belongs and with its sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.errors import UnknownEntityError
from graph.trace import trace
from graph.traces.records import Appearance, Trace
from tests.graph.traced import BASE, KITCHEN, fjordby


@pytest.fixture(scope="module")
def life() -> Trace:
    return trace(fjordby(), KITCHEN)


def start(life: Trace) -> Appearance:
    return next(each for each in life.appearances if each.number == "4")


def test_appearances_stand_in_order_of_time_and_of_the_agenda(life: Trace) -> None:
    found = [(each.occasion.date, each.number, each.title) for each in life.appearances]
    assert found == [
        (None, "6", "Bordrunde"),
        ("2023-05-08", "4", "Start på Gadens Køkken"),
        ("2023-05-08", "10", "Eventuelt"),
        ("2025-03-10", None, "Status på Gadens Køkken"),
    ]


def test_an_undated_meeting_is_ordered_by_its_packages_newest_document(life: Trace) -> None:
    occasion = life.appearances[0].occasion
    assert (occasion.date, occasion.date_basis, occasion.estimate) == (None, None, "2022-11-14")


def test_undated_minutes_are_ordered_by_the_dated_meeting_their_package_is_for() -> None:
    more = """<source/a1> {
      <meeting/msx/2022-11-21> a sg:Meeting ; schema:startDate "2022-11-21"^^xsd:date .
      <meeting/committee/2022-12-01> a sg:Meeting ; schema:startDate "2022-12-01"^^xsd:date .
      <meeting/msx/2022-11-21/1> a sg:AgendaItem ; sg:meeting <meeting/msx/2022-11-21> .
      <source/a1/document/1> sg:agendaItem <meeting/msx/2022-11-21/1> . }"""
    occasion = trace(fjordby(more), KITCHEN).appearances[0].occasion
    assert (occasion.date, occasion.estimate, occasion.estimate_basis) == (None, "2022-11-21", "meeting")


def test_a_document_without_an_item_appears_at_its_packages_meeting(life: Trace) -> None:
    last = life.appearances[-1]
    assert (last.number, last.occasion.body, last.occasion.date_basis) == (None, "Rådmandsmøde", "package")


def test_what_minutes_in_another_file_decided_is_said_of_the_item(life: Trace) -> None:
    decision = start(life).decision
    assert decision.outcome is not None
    assert decision.outcome.word == "approved"
    assert [each.quote for each in decision.evidence] == ["Godkendt. Bo følger op i juni."]
    assert start(life).sources == ("2023-05-08.pdf", "2023-05-08-referat.html")


def test_the_subject_shows_all_that_is_filed_under_its_item(life: Trace) -> None:
    assert [each.title for each in start(life).documents] == ["Start på Gadens Køkken", "Bilag 1: Tal"]
    assert [(each.person.label, each.roles) for each in start(life).people] == [
        ("Bo Vang", ("responsible",)),
        ("Pia Holt", ("caseworker",)),
    ]


def test_an_organization_that_promises_is_not_among_the_people() -> None:
    more = """<source/c3> { <source/c3/commitment/9> a sg:Commitment ; schema:text "regner efter" ;
      sg:agendaItem <meeting/msx/2023-05-08/4> ; sg:responsible <organization/havnekontoret> . }"""
    item = start(trace(fjordby(more), KITCHEN))
    assert "Havnekontoret" in [each.name for each in item.commitments]
    assert [each.person.label for each in item.people] == ["Bo Vang", "Pia Holt"]


def test_a_mention_shows_no_promise_that_does_not_name_it(life: Trace) -> None:
    mention = next(each for each in life.appearances if each.number == "10")
    assert (mention.role, mention.commitments, mention.people) == ("mention", (), ())


def test_a_figure_goes_to_the_item_that_its_passage_stands_in(life: Trace) -> None:
    assert [(f.label, f.value, f.place.label if f.place else None) for f in start(life).figures] == [
        ("familier", Decimal(20), "Nordbyen")
    ]


def test_a_statement_without_a_place_goes_to_what_the_entity_is_subject_of(life: Trace) -> None:
    assert [amount.value_dkk for amount in start(life).amounts] == [1_400_000]


def test_a_tie_carries_the_sentence_that_says_it(life: Trace) -> None:
    (department,) = start(life).departments
    assert department.thing.label == "Magistratsafdelingen for Eksempler"
    assert [each.quote for each in department.evidence] == ["MSX driver Gadens Køkken i Nordbyen."]


def test_a_place_is_named_by_the_source_that_names_it(life: Trace) -> None:
    named = [[tie.thing.label for tie in each.places] for each in life.appearances]
    assert named == [[], ["Nordbyen"], [], ["Nordbyen", "Sydhavnen"]]


def test_planned_is_told_from_done(life: Trace) -> None:
    stages = [(each.stage.word, each.when, each.is_planned) for each in life.appearances[-1].stages]
    assert stages == [("expanded", "2024", False), ("evaluated", "2026", True)]


def test_a_mention_is_shown_by_its_sentence_where_there_is_one(life: Trace) -> None:
    first, _, third, _ = life.appearances
    assert [each.quote for each in first.evidence] == ["Penge til Gadens køken"]
    assert [(each.quote, each.page) for each in third.evidence] == [("Gadens Køkken", 5)]


def test_what_is_quoted_inside_another_quote_is_not_quoted_again(life: Trace) -> None:
    quotes = [each.quote for each in start(life).evidence]
    assert "Godkendt. Bo følger op i juni." in quotes
    assert "Bo følger op i juni." not in quotes


def test_the_subject_has_its_names_and_kind(life: Trace) -> None:
    assert life.subject.label == "Gadens Køkken"
    assert life.subject.alt_labels == ("Gadens køken", "projekt Gadens Køkken")
    assert life.subject.kind.word == "project"


@pytest.mark.parametrize(
    ("entity", "kind", "expected"),
    [
        ("person/pia-holt", "person", [("4", "mention"), ("10", "mention"), (None, "mention")]),
        ("person/bo-vang", "person", [("4", "mention")]),
        ("organization/havnekontoret", "unit", [("4", "mention")]),
        ("organization/msx", "department", [("4", "mention")]),
        ("case/EKS-2023-000123", "case", [("4", "subject")]),
        ("initiative/byhaven", "project", []),
    ],
)
def test_everybody_with_a_name_has_a_life(
    entity: str, kind: str, expected: list[tuple[str | None, str]]
) -> None:
    found = trace(fjordby(), BASE + entity)
    assert found.subject.kind.word == kind
    assert [(each.number, each.role) for each in found.appearances] == expected


def test_a_persons_appearance_says_in_which_departments_documents_they_are() -> None:
    first = trace(fjordby(), f"{BASE}person/pia-holt").appearances[0]
    assert [tie.thing.label for tie in first.departments] == [
        "Havnekontoret",
        "Magistratsafdelingen for Eksempler",
    ]


def test_an_iri_that_nothing_has_is_refused() -> None:
    with pytest.raises(UnknownEntityError):
        trace(fjordby(), f"{BASE}initiative/nobody")


def test_a_source_without_any_meeting_comes_last_and_has_no_date() -> None:
    more = """<source/e5> { <source/e5> a sg:Source ; sg:fileName "loest.txt" .
      <source/e5/mention/1> a sg:Mention , sg:Passage ; sg:refersTo <initiative/gadens-koekken> ;
        oa:exact "Gadens Køkken" ; oa:start 0 ; oa:end 13 . }"""
    last = trace(fjordby(more), KITCHEN).appearances[-1]
    assert (last.iri, last.number, last.title) == (f"{BASE}source/e5", None, None)
    assert (last.occasion.date, last.occasion.estimate, last.occasion.meeting) == (None, None, None)
