"""What is in the graph, how fresh, how complete: counted as it is, and what is missing named."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.snapshots import reading
from graph.views import status as module
from graph.views.status import Status, status
from tests.graph.small_graph import TRIG, save_small_graph

MORE = """
<http://localhost:8000/source/cc33> {
  <http://localhost:8000/body/raad> a sg:MeetingBody ; skos:prefLabel "Rådet" .
  <http://localhost:8000/meeting/raad/2023-11-06> a sg:Meeting ; sg:body <http://localhost:8000/body/raad> ;
    schema:startDate "2023-11-06T09:00:00"^^xsd:dateTime .
  <http://localhost:8000/meeting/raad/2024-02-05> a sg:Meeting ; sg:body <http://localhost:8000/body/raad> ;
    schema:startDate "2024-02-05"^^xsd:date .
  <http://localhost:8000/meeting/raad/undated-1> a sg:Meeting ; sg:body <http://localhost:8000/body/raad> .
  <http://localhost:8000/meeting/raad/2024-02-05/1> a sg:AgendaItem ; dcterms:title "Kajen" ;
    sg:meeting <http://localhost:8000/meeting/raad/2024-02-05> ; sg:decisionText "Godkendt." .
  <http://localhost:8000/meeting/raad/2024-02-05/2> a sg:AgendaItem ; dcterms:title "Ro" ;
    sg:meeting <http://localhost:8000/meeting/raad/2024-02-05> ;
    sg:outcome <http://localhost:8000/outcome/noted> .
  <http://localhost:8000/meeting/raad/2024-02-05/3> a sg:AgendaItem ; dcterms:title "Hegn" ;
    sg:meeting <http://localhost:8000/meeting/raad/2024-02-05> .
}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Status:
    data = save_small_graph(tmp_path_factory.mktemp("data"), TRIG + MORE)
    with reading(data) as snapshot:
        return status(data, snapshot)


@pytest.fixture(scope="module")
def samples(sample_data: Path) -> Status:
    with reading(sample_data) as snapshot:
        return status(sample_data, snapshot)


def test_things_are_counted_by_class(small: Status) -> None:
    counts = {each.type: each.count for each in small.types}
    assert (counts["Meeting"], counts["AgendaItem"], counts["Source"]) == (4, 4, 2)
    assert [each.count for each in small.types] == sorted(counts.values(), reverse=True)
    assert {(each.label, each.label_en) for each in small.types} >= {("møde", "meeting")}


def test_files_are_counted_by_what_became_of_them(small: Status) -> None:
    assert (small.files.total, small.files.ok, small.files.by_status) == (2, 1, {"encrypted": 1, "ok": 1})
    (failed,) = small.files.failed
    assert (failed.file, failed.status, failed.reason) == ("laast.pdf", "encrypted", "it needs a password")


def test_items_without_minutes_are_named(small: Status) -> None:
    assert [each.label for each in small.items_without_minutes.items] == ["4 Bådlauget", "Hegn"]
    assert small.items_without_minutes.total == 2


def test_meetings_without_a_date_are_named(small: Status) -> None:
    assert [each.iri.rpartition("/")[2] for each in small.undated_meetings.items] == ["undated-1"]


def test_months_without_meetings_lie_between_the_first_and_the_last(small: Status) -> None:
    (body,) = small.bodies
    assert (body.body.label, body.first, body.last, body.meetings) == ("Rådet", "2023-11", "2024-02", 2)
    assert body.without == ("2023-12", "2024-01")


def test_the_newest_meeting_is_named(small: Status) -> None:
    assert small.newest_meeting is not None
    assert small.newest_meeting.date == "2024-05-06"


def test_a_graph_without_a_run_was_built_at_no_known_time(small: Status) -> None:
    assert (small.build.version, small.build.last) == (None, None)


def test_attachments_that_are_named_but_absent_are_found(samples: Status) -> None:
    found = {(each.number, each.title): each for each in samples.absent_attachments.items}
    assert ("1", "Kort over Mølleparken") in found
    assert not any(title == "Fodfæste for Familier i tal" for _, title in found)  # it is there
    assert samples.absent_attachments.total == len(found)


def test_samples_were_built_by_this_program(samples: Status) -> None:
    assert samples.build.version
    assert samples.build.first == samples.build.last
    assert samples.files.failed == ()
    assert samples.statements > 10_000


def test_lists_are_cut_and_totals_are_not(sample_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    with reading(sample_data) as snapshot:
        found = status(sample_data, snapshot)
    assert len(found.items_without_minutes.items) == len(found.absent_attachments.items) == 1
    assert found.items_without_minutes.total > 1 < found.absent_attachments.total


def test_an_empty_graph_has_a_status(tmp_path: Path) -> None:
    data = save_small_graph(tmp_path, "")
    with reading(data) as snapshot:
        found = status(data, snapshot)
    assert (found.statements, found.types, found.newest_meeting, found.bodies) == (0, (), None, ())
