"""The log of changes: what a build added, changed and took out, thing by thing, and no more than fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from graph.errors import StoreError
from graph.ingesting import change_log, change_log_diff
from graph.ingesting.change_log import (
    ADDED,
    CHANGED,
    REMOVED,
    UNLISTED,
    Difference,
    LogEntry,
    append,
    changes_after,
    changes_before,
    read_log,
)
from graph.ingesting.change_log_diff import compare
from graph.snapshots import reading
from graph.stores.oxigraph import OxigraphReader
from tests.conftest import build_graph

BASE = "http://localhost:8000/"
ENTITIES, FILE, OTHER = f"{BASE}entities", f"{BASE}source/aa11", f"{BASE}source/bb22"
BEFORE = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix b: <http://localhost:8000/> . @prefix f: <http://localhost:8000/source/aa11/> .
b:entities {
  <http://localhost:8000/person/bo> a sg:Person ; skos:prefLabel "Bo" .
  <http://localhost:8000/person/bodil> a sg:Person ; skos:prefLabel "Bodil" .
  <http://localhost:8000/initiative/haven> a sg:Initiative ; skos:prefLabel "Haven" .
  <http://localhost:8000/place/kajen> a sg:Place ; skos:prefLabel "Kajen" .
}
<http://localhost:8000/source/aa11> {
  <http://localhost:8000/source/aa11> a sg:Source ; sg:fileName "maj.txt" ; prov:wasGeneratedBy b:run1 .
  f:mention a sg:Mention ; sg:refersTo <http://localhost:8000/person/bo> .
}
"""


def text(path: str) -> str:
    """Return a short text about an initiative at a meeting."""
    return (
        f"Rådmandsmøde den {path} 2024\n\nPunkt 1: Status på projekt ”Bådlauget”\n\n"
        "Projekt ”Bådlauget” fortsætter i 2024. Rådmanden tog orienteringen til efterretning.\n"
    )


def store(trig: str) -> OxigraphReader:
    engine = Store()
    engine.load(trig, format=RdfFormat.TRIG)
    for quad in list(engine):
        engine.add(type(quad)(quad.subject, quad.predicate, quad.object))
    return OxigraphReader(engine)


def told(after: str, *graphs: str) -> dict[str, Difference]:
    found, unlisted = compare(store(BEFORE), store(after), graphs or (ENTITIES, FILE), f"{BASE}source/")
    assert unlisted == 0
    return {each.iri.removeprefix(BASE): each for each in found}


def test_what_stays_is_not_told() -> None:
    assert told(BEFORE) == {}


def test_a_newer_program_alone_changes_nothing() -> None:
    assert told(BEFORE.replace("b:run1", "b:run2")) == {}


def test_a_thing_that_is_new_is_added() -> None:
    more = '<http://localhost:8000/person/pia> a sg:Person ; skos:prefLabel "Pia" . '
    (found,) = told(BEFORE.replace("b:entities {", f"b:entities {{ {more}")).values()
    assert (found.change, found.type, found.label, found.gained, found.lost) == (ADDED, "Person", "Pia", 2, 0)


def test_a_thing_that_is_named_once_more_has_changed() -> None:
    more = "f:again a sg:Mention ; sg:refersTo <http://localhost:8000/person/bo> . "
    found = told(BEFORE.replace("f:mention", f"{more} f:mention", 1))
    assert list(found) == ["person/bo"]
    assert (found["person/bo"].change, found["person/bo"].sources) == (CHANGED, (FILE,))


def test_a_new_name_has_changed_a_thing() -> None:
    found = told(BEFORE.replace('"Haven"', '"Havnen"'))["initiative/haven"]
    assert (found.change, found.label, found.gained, found.lost, found.sources) == (
        CHANGED,
        "Havnen",
        1,
        1,
        (),
    )


def test_what_was_joined_says_what_it_became() -> None:
    joined = BEFORE.replace(
        '<http://localhost:8000/person/bodil> a sg:Person ; skos:prefLabel "Bodil" .',
        "<http://localhost:8000/person/bo> owl:sameAs <http://localhost:8000/person/bodil> .",
    )
    found = told(joined)
    assert (found["person/bodil"].change, found["person/bodil"].label) == (REMOVED, "Bodil")
    assert found["person/bodil"].became == f"{BASE}person/bo"
    assert found["person/bo"].became is None


def test_what_is_gone_became_nothing() -> None:
    gone = BEFORE.replace('<http://localhost:8000/place/kajen> a sg:Place ; skos:prefLabel "Kajen" .', "")
    (found,) = told(gone).values()
    assert (found.change, found.type, found.became) == (REMOVED, "Place", None)


def test_a_graph_that_is_not_said_to_have_changed_is_not_read() -> None:
    assert told(BEFORE.replace('"Haven"', '"Havnen"'), FILE, OTHER) == {}


def test_the_most_telling_are_listed_and_the_rest_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_log_diff, "MOST_OF_A_BUILD", 2)
    empty = store(BEFORE.partition("b:entities")[0])
    found, unlisted = compare(empty, store(BEFORE), (ENTITIES, FILE), f"{BASE}source/")
    assert [each.type for each in found] == ["Source", "Initiative"]
    assert unlisted == 3


def difference(name: str) -> Difference:
    return Difference(ADDED, f"{BASE}place/{name}", "Place", name, 1, 0)


def test_numbers_go_on_from_build_to_build(tmp_path: Path) -> None:
    append(tmp_path, [difference("a"), difference("b")], 0, "2024-05-06T10:00:00Z", f"{BASE}run/1")
    append(tmp_path, [difference("c")], 7, "2024-05-07T10:00:00Z", f"{BASE}run/1")
    log = read_log.__wrapped__(tmp_path)
    assert [(entry.number, entry.label, entry.things) for entry in log] == [
        *((1, "a", 1), (2, "b", 1), (3, "c", 1), (4, "", 7)),
    ]
    assert log[-1].change == UNLISTED


def test_the_log_keeps_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_log, "LONGEST", 3)
    for name in "abcde":
        append(tmp_path, [difference(name)], 0, "2024-05-06T10:00:00Z", f"{BASE}run/1")
    log = read_log.__wrapped__(tmp_path)
    assert [entry.label for entry in log] == ["c", "d", "e"]
    assert changes_after(log, 1, 9).complete is False
    assert changes_after(log, 2, 9).complete is True
    assert changes_before(log, None, 9).complete is False


@pytest.mark.parametrize("content", ["{", "[]", '{"number": "x"}', "\n\n"])
def test_a_damaged_log_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "changes.jsonl").write_text(content, "utf-8")
    with pytest.raises(StoreError, match="damaged"):
        read_log(tmp_path)


def entries(*numbers: int) -> tuple[LogEntry, ...]:
    return tuple(LogEntry(n, "2024", "r", ADDED, f"i{n}", "Place", str(n), 0, 0) for n in numbers)


@pytest.mark.parametrize(
    ("number", "limit", "expected", "following"),
    [(0, 2, [1, 2], 2), (2, 2, [3, 4], 4), (4, 2, [5], 5), (5, 2, [], 5), (99, 2, [], 99)],
)
def test_pages_in_the_order_of_time(number: int, limit: int, expected: list[int], following: int) -> None:
    page = changes_after(entries(1, 2, 3, 4, 5), number, limit)
    assert [entry.number for entry in page.entries] == expected
    assert page.next == following


@pytest.mark.parametrize(
    ("number", "expected", "following"),
    [(None, [5, 4], 4), (4, [3, 2], 2), (2, [1], None), (1, [], None)],
)
def test_pages_of_the_newest(number: int | None, expected: list[int], following: int | None) -> None:
    page = changes_before(entries(1, 2, 3, 4, 5), number, 2)
    assert [entry.number for entry in page.entries] == expected
    assert page.next == following


def test_builds_write_the_log(tmp_path: Path) -> None:
    files, data = tmp_path / "files", tmp_path / "data"
    files.mkdir()
    (files / "maj.txt").write_text(text("6. maj"), "utf-8")
    build_graph((files,), data)
    with reading(data) as snapshot:
        first = read_log(snapshot.directory)
    assert {"Source", "Meeting", "AgendaItem", "Initiative"} <= {entry.type for entry in first}
    assert {entry.change for entry in first} == {ADDED}
    build_graph((files,), data)
    (files / "juni.txt").write_text(text("3. juni"), "utf-8")
    build_graph((files,), data)
    with reading(data) as snapshot:
        later = read_log(snapshot.directory)[len(first) :]
    found = {(entry.change, entry.type, entry.label) for entry in later}
    assert (ADDED, "Source", "juni.txt") in found
    assert (CHANGED, "Initiative", "Bådlauget") in found
    assert not [entry for entry in later if entry.label == "maj.txt"]
    assert [entry.number for entry in (*first, *later)] == list(range(1, len(first) + len(later) + 1))
