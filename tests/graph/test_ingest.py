"""A build adds what is new, replaces what changed, leaves the rest, and says what it could not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.errors import StoreError
from graph.export import export
from graph.importing import Import, import_files
from graph.ingest import Build, Summary, ingest
from graph.ingesting.intake import Intake
from graph.ingesting.manifest import load_manifest
from graph.ingesting.pool import Limits
from graph.ingesting.recognisers import Recognisers
from graph.snapshots import newest, reading
from tests.graph.packages import JUNE, MAY, write_packages

BASE = "http://localhost:8000/"


@pytest.fixture(autouse=True)
def _fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_packages(tmp_path / "packages", maj=MAY, juni=JUNE)


def build(data: Path, *paths: Path, prune: bool = False, base: str = BASE) -> Summary:
    intake = Intake(paths, data, Recognisers(), Limits(jobs=1))
    return ingest(Build(intake, base, prune=prune), lambda done, total, name: None)


def ask(data: Path, pattern: str) -> list[str]:
    with reading(data) as snapshot:
        found = snapshot.store.query(f"SELECT DISTINCT ?x {{ {pattern} }} ORDER BY ?x")
        assert isinstance(found, QuerySolutions)
        return [term.value for (term,) in found if isinstance(term, Literal | NamedNode)]


def files(data: Path) -> list[str]:
    return ask(data, "?s a sg:Source ; sg:fileName ?x")


def digests(data: Path) -> dict[str, str]:
    with reading(data) as snapshot:
        manifest = load_manifest(snapshot.directory)
        assert manifest is not None
        return manifest.graphs


def quads(data: Path) -> list[str]:
    target = data.with_suffix(".nq")
    with reading(data) as snapshot:
        export(snapshot.store, target)
    return sorted(target.read_text("utf-8").splitlines())


def test_a_build_says_what_it_did(data: Path, folder: Path) -> None:
    summary = build(data, folder)
    assert (summary.read, summary.unchanged, summary.failed) == (2, 0, ())
    assert summary.entities > 2
    with reading(data) as snapshot:
        assert summary.statements == len(snapshot.store)


def test_two_builds_of_the_same_files_give_the_same_graph(tmp_path: Path, folder: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    build(one, folder)
    build(two, folder / "maj.txt", folder / "juni.txt")
    assert quads(one) == quads(two)


def test_building_again_touches_nothing(data: Path, folder: Path) -> None:
    build(data, folder)
    state, kept = newest(data), {path: path.stat().st_mtime_ns for path in (data / "extracts").rglob("*")}
    summary = build(data, folder)
    assert (summary.read, summary.unchanged) == (0, 2)
    assert newest(data) == state
    assert {path: path.stat().st_mtime_ns for path in (data / "extracts").rglob("*")} == kept


def test_a_new_file_is_added_and_the_rest_is_left(data: Path, folder: Path) -> None:
    build(data, folder / "maj.txt")
    before = ask(data, "?x a sg:Initiative")
    summary = build(data, folder)
    assert (summary.read, summary.unchanged) == (1, 1)
    assert files(data) == ["juni.txt", "maj.txt"]
    assert set(before) <= set(ask(data, "?x a sg:Initiative"))


def test_the_order_of_reading_changes_no_graph_of_a_source(tmp_path: Path, folder: Path) -> None:
    stepwise, at_once = tmp_path / "stepwise", tmp_path / "at_once"
    build(stepwise, folder / "maj.txt")
    build(stepwise, folder / "juni.txt")
    build(at_once, folder)
    assert quads(stepwise) == quads(at_once)


def test_a_changed_file_replaces_what_was_read_of_it(data: Path, folder: Path) -> None:
    build(data, folder)
    old = ask(data, "?x sg:fileName 'maj.txt'")
    write_packages(folder, maj=MAY.replace("EMN-2024-000123", "EMN-2024-000789"))
    assert build(data, folder).read == 1
    assert ask(data, "?x sg:fileName 'maj.txt'") != old
    assert ask(data, "?c a sg:Case ; dcterms:identifier ?x") == ["EMN-2024-000456", "EMN-2024-000789"]


def test_a_file_that_is_gone_stays_in_the_graph(data: Path, folder: Path) -> None:
    build(data, folder)
    (folder / "maj.txt").unlink()
    assert build(data, folder).removed == 0
    assert files(data) == ["juni.txt", "maj.txt"]


def test_pruning_takes_a_gone_file_and_its_statements_out(tmp_path: Path, data: Path, folder: Path) -> None:
    build(data, folder)
    (folder / "maj.txt").unlink()
    assert build(data, folder, prune=True).removed == 1
    assert files(data) == ["juni.txt"]
    assert ask(data, "?c a sg:Case ; dcterms:identifier ?x") == ["EMN-2024-000456"]
    fresh = tmp_path / "fresh"
    build(fresh, folder)
    assert [q for q in quads(data) if "/source/" in q] == [q for q in quads(fresh) if "/source/" in q]


def test_pruning_leaves_files_elsewhere_that_are_still_there(
    tmp_path: Path, data: Path, folder: Path
) -> None:
    other = write_packages(tmp_path / "other", august=MAY.replace("6. maj", "5. august"))
    build(data, folder, other)
    (folder / "maj.txt").unlink()
    build(data, other, prune=True)
    assert files(data) == ["august.txt", "juni.txt"]


def test_a_renamed_file_has_its_new_name(data: Path, folder: Path) -> None:
    build(data, folder)
    (folder / "maj.txt").rename(folder / "forår.txt")
    build(data, folder, prune=True)
    assert files(data) == ["forår.txt", "juni.txt"]


def test_the_same_content_twice_is_one_source(data: Path, folder: Path) -> None:
    write_packages(folder, kopi=MAY)
    build(data, folder)
    assert files(data) == ["juni.txt", "kopi.txt"]


def test_a_file_that_cannot_be_read_is_named_in_the_graph(data: Path, folder: Path) -> None:
    (folder / "tom.txt").write_bytes(b"")
    summary = build(data, folder)
    assert [(Path(f.file).name, f.status) for f in summary.failed] == [("tom.txt", "empty")]
    assert summary.read == 2
    assert ask(data, "?s sg:fileName 'tom.txt' ; sg:status 'empty' ; sg:reason ?x") == [
        summary.failed[0].reason
    ]


def test_a_file_that_could_not_be_read_is_read_when_it_can_be(data: Path, folder: Path) -> None:
    (folder / "maj.txt").write_bytes(b"")
    assert len(build(data, folder).failed) == 1
    write_packages(folder, maj=MAY)
    assert build(data, folder).failed == ()
    assert ask(data, "?s sg:fileName 'maj.txt' ; sg:status ?x") == ["ok"]


def test_a_file_that_vanished_keeps_what_was_read_of_it(data: Path, folder: Path) -> None:
    build(data, folder)
    before = quads(data)
    (folder / "maj.txt").unlink()
    summary = build(data, folder, folder / "maj.txt")
    assert [f.status for f in summary.failed] == ["vanished"]
    assert quads(data) == before


def test_what_was_read_is_read_again_where_the_cache_is_damaged(data: Path, folder: Path) -> None:
    write_packages(folder, kopi=MAY.replace("maj", "juli"))
    build(data, folder)
    before = quads(data)
    write_packages(folder, juni=JUNE.replace("31 deltagere", "32 deltagere"))
    for path in (data / "extracts").rglob("*.msgpack"):
        path.write_bytes(b"rubbish")
    with pytest.raises(StoreError, match="build again"):
        build(data, folder)
    assert quads(data) == before
    assert build(data, folder).read == 1
    assert quads(data) != before


def test_a_change_of_one_file_leaves_the_graphs_of_others(data: Path, folder: Path) -> None:
    build(data, folder)
    before = digests(data)
    write_packages(folder, juni=JUNE.replace("31 deltagere", "32 deltagere"))
    build(data, folder)
    after = digests(data)
    assert len(before.keys() & after.keys()) == 1
    assert all(after[source] == before[source] for source in before.keys() & after.keys())


def test_what_was_imported_survives_a_build(data: Path, folder: Path) -> None:
    register = folder.with_name("register.ttl")
    register.write_text("<http://example.org/a> <http://example.org/p> 'x' .")
    import_files(data, Import((register,), "http://example.org/register", BASE))
    build(data, folder)
    write_packages(folder, maj=MAY.replace("12", "13"))
    build(data, folder)
    assert ask(data, "GRAPH <http://example.org/register> { ?s ?p ?x }") == ["x"]


def test_a_judgement_of_the_analyst_is_heeded(data: Path, folder: Path) -> None:
    build(data, folder)
    (person,) = ask(data, "?x a sg:Person ; skos:prefLabel 'Pia Holt'")
    write_packages(folder, juni=JUNE.replace("Pia Holt", "Pia Storm"))
    build(data, folder)
    assert len(ask(data, "?x a sg:Person")) == 2
    (data / "judgements.tsv").write_text("same\tperson:Pia Holt\tperson:Pia Storm\tgift\tkj\n", "utf-8")
    assert build(data, folder).unchanged == 2
    assert ask(data, "?x a sg:Person") == [person]


def test_another_base_iri_is_refused(data: Path, folder: Path) -> None:
    build(data, folder)
    with pytest.raises(StoreError, match="its IRIs begin with http://localhost:8000/"):
        build(data, folder, base="https://sag.example/")


def test_an_archive_is_read_and_pruned_by_its_members(data: Path, folder: Path) -> None:
    import zipfile

    archive = folder / "pakke.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(folder / "maj.txt", "2024/maj.txt")
    (folder / "maj.txt").unlink()
    build(data, folder)
    assert files(data) == ["juni.txt", "maj.txt"]
    archive.unlink()
    build(data, folder, prune=True)
    assert files(data) == ["juni.txt"]


def test_the_graphs_own_files_are_not_read(folder: Path) -> None:
    data = folder / "sagsgraf-data"
    build(data, folder)
    summary = build(data, folder)
    assert (summary.read, summary.unchanged, summary.failed) == (0, 2, ())


def test_links_in_a_circle_stop_nothing(data: Path, folder: Path) -> None:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    summary = build(data, folder)
    assert summary.read == 2
    assert {Path(failed.file).name for failed in summary.failed} == {"a", "b"}


def test_a_cpr_number_in_a_name_is_kept_nowhere(data: Path, folder: Path) -> None:
    (folder / "maj.txt").rename(folder / "sag 010180-1234.txt")
    (folder / "tom 010180-1234.txt").write_bytes(b"")
    summary = build(data, folder)
    kept = [path.read_bytes() for path in data.rglob("*") if path.is_file()]
    assert not [content for content in kept if b"010180" in content]
    assert "010180" not in repr(summary)
    assert build(data, folder).unchanged == 2
