"""A build into a SPARQL server gives the same graph as an embedded one, and mends what was stopped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from extract.errors import SagsgrafError
from graph.errors import RemoteStoreError, StoreError
from graph.export import export
from graph.importing import Import, import_files
from graph.ingest import Build, Summary, ingest
from graph.ingesting.intake import Intake
from graph.ingesting.pool import Limits
from graph.ingesting.recognisers import Recognisers
from graph.iri import Iris
from graph.lookup import find
from graph.snapshots import STORE, drafting, newest, reading, remote_of
from graph.stores.address import Address, address_of
from graph.stores.http import Server
from graph.stores.opening import examine
from graph.stores.sparql import SparqlWriter
from graph.trace import trace
from graph.traces.as_json import as_object
from graph.validate import validate_data
from tests.graph.packages import JUNE, MAY, write_packages
from tests.remote_servers import empty, oxigraph_server, virtuoso_server

BASE = "http://localhost:8000/"
CHANGED = MAY.replace("12 deltagere", "14 deltagere")
AUGUST = MAY.replace("6. maj", "6. august")


class StoppedError(SagsgrafError):
    """Somebody pulled the plug."""


@pytest.fixture(autouse=True, scope="module")
def _fixed_time() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        yield


@pytest.fixture(scope="module")
def oxigraph() -> Iterator[str]:
    with oxigraph_server() as url:
        yield url


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


@pytest.fixture
def store(oxigraph: str) -> Address:
    empty(oxigraph)
    return address_of(oxigraph)


@pytest.fixture(params=["oxigraph", "virtuoso"])
def each_store(request: pytest.FixtureRequest) -> Address:
    url = request.getfixturevalue(request.param)
    empty(url)
    return address_of(url)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data directory in which all the packages here were read: once is enough."""
    folder = tmp_path_factory.mktemp("read")
    one = write_packages(folder / "one", maj=MAY, juni=JUNE, august=AUGUST)
    build(folder / "data", one, write_packages(folder / "two", maj=CHANGED))
    return folder / "data"


def fresh(read: Path, data: Path) -> Path:
    shutil.copytree(read / "extracts", data / "extracts")
    return data


@pytest.fixture
def data(tmp_path: Path, read: Path) -> Path:
    return fresh(read, tmp_path / "data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_packages(tmp_path / "packages", maj=MAY, juni=JUNE)


@pytest.fixture(scope="module")
def embedded_data(tmp_path_factory: pytest.TempPathFactory, read: Path) -> Path:
    data = fresh(read, tmp_path_factory.mktemp("embedded") / "data")
    build(data, write_packages(data.parent / "packages", maj=MAY, juni=JUNE))
    return data


@pytest.fixture(scope="module")
def embedded(embedded_data: Path) -> list[str]:
    return quads(embedded_data)


def build(data: Path, *paths: Path, store: Address | None = None, prune: bool = False) -> Summary:
    intake = Intake(paths, data, Recognisers(), Limits(jobs=1))
    return ingest(Build(intake, BASE, prune=prune, store=store), lambda done, total, name: None)


def quads(data: Path) -> list[str]:
    target = data.with_suffix(".nq")
    with reading(data) as snapshot:
        export(snapshot.store, target)
        assert len(list(snapshot.store.triples())) == len(snapshot.store)
    return sorted(target.read_text("utf-8").splitlines())


def test_the_graph_is_the_same(
    tmp_path: Path, data: Path, folder: Path, each_store: Address, embedded: list[str]
) -> None:
    summary = build(data, folder, store=each_store)
    assert (summary.read, summary.failed) == (2, ())
    assert quads(data) == embedded
    assert not (data / "snapshots" / str(newest(data)) / STORE).is_dir()


def test_the_data_directory_knows_where_its_graph_is(
    tmp_path: Path, data: Path, folder: Path, store: Address
) -> None:
    build(data, folder / "maj.txt", store=store)
    assert build(data, folder / "juni.txt").read == 1
    assert build(data, folder).unchanged == 2
    assert newest(data) == "00000002"
    with reading(data) as snapshot:
        life = as_object(trace(snapshot.store, find(snapshot.store, "Bådlauget")))
        assert [each["date"] for each in life["appearances"]] == ["2024-05-06", "2024-06-03"]
    assert validate_data(data).findings == ()


def test_a_life_is_told_the_same(data: Path, embedded_data: Path, folder: Path, each_store: Address) -> None:
    build(data, folder, store=each_store)
    lives = []
    for each in (embedded_data, data):
        with reading(each) as snapshot:
            lives.append(as_object(trace(snapshot.store, find(snapshot.store, "Bådlauget"))))
    assert lives[0] == lives[1]


def test_what_changed_is_replaced_and_what_is_gone_taken_out(
    tmp_path: Path, data: Path, folder: Path, read: Path, each_store: Address
) -> None:
    build(data, folder, store=each_store)
    (folder / "maj.txt").write_text(CHANGED, "utf-8")
    (folder / "juni.txt").unlink()
    assert build(data, folder, prune=True).removed == 1
    other = fresh(read, tmp_path / "other")
    build(other, folder)
    assert quads(data) == quads(other)


@pytest.mark.parametrize("step", ["begin", "load", "replace", "save"])
def test_a_build_that_is_stopped_is_mended_by_the_next(
    tmp_path: Path,
    data: Path,
    folder: Path,
    store: Address,
    embedded: list[str],
    step: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    extra = write_packages(tmp_path / "extra", august=AUGUST)
    if step != "load":  # which is for the first build alone
        build(data, folder, store=store)
    with monkeypatch.context() as patch:
        whole = getattr(SparqlWriter, step)

        def stop(self: SparqlWriter, *given: object) -> None:
            whole(self, *given)
            raise StoppedError(step)

        patch.setattr(SparqlWriter, step, stop)
        with pytest.raises(StoppedError):
            build(data, folder, extra, store=store)
    build(data, folder, store=store)
    assert quads(data) == embedded


@pytest.mark.parametrize("harm", ["emptied", "one graph lost", "merge changed"])
def test_a_store_that_others_changed_is_filled_again(
    tmp_path: Path, data: Path, folder: Path, oxigraph: str, store: Address, embedded: list[str], harm: str
) -> None:
    build(data, folder, store=store)
    with drafting(data) as draft:
        graph, writer = next(draft.store.graphs()), draft.store
        assert isinstance(writer, SparqlWriter)
        writer.begin(NamedNode(Iris(BASE).dataset))
        if harm == "one graph lost":
            writer.remove(graph)
        if harm == "merge changed":
            writer._delete(None, {quad.triple for quad in writer.quads(graph=graph)})
    if harm == "emptied":
        empty(oxigraph)
    build(data, folder)
    assert quads(data) == embedded


def test_an_embedded_graph_moves_to_a_server(
    tmp_path: Path, folder: Path, store: Address, embedded_data: Path, embedded: list[str]
) -> None:
    moved = Path(shutil.copytree(embedded_data, tmp_path / "moved"))
    build(moved, folder, store=store)
    assert quads(moved) == embedded
    assert remote_of(moved) is not None


def test_what_was_imported_stays(tmp_path: Path, data: Path, folder: Path, each_store: Address) -> None:
    register = tmp_path / "register.nt"
    register.write_text('<http://e/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "Havnen" .\n', "utf-8")
    build(data, folder / "maj.txt", store=each_store)
    import_files(data, Import((register,), "http://e/register", BASE))
    build(data, folder)
    with reading(data) as snapshot:
        assert NamedNode("http://e/register") in set(snapshot.store.graphs())
        assert snapshot.store.query('ASK { <http://e/1> skos:prefLabel "Havnen" }')


def test_blank_nodes_are_refused_with_the_reason(
    tmp_path: Path, data: Path, folder: Path, store: Address
) -> None:
    register = tmp_path / "register.nt"
    register.write_text('_:b <http://www.w3.org/2004/02/skos/core#prefLabel> "Havnen" .\n', "utf-8")
    build(data, folder / "maj.txt", store=store)
    with pytest.raises(RemoteStoreError, match="blank nodes"):
        import_files(data, Import((register,), "http://e/register", BASE))


def test_a_server_that_is_away_is_named(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(RemoteStoreError, match=r"127\.0\.0\.1:9/update: the store cannot be reached"):
        build(tmp_path / "data", folder, store=address_of("http://127.0.0.1:9"))
    assert newest(tmp_path / "data") is None


def test_a_default_graph_that_is_a_union_is_refused(tmp_path: Path, folder: Path) -> None:
    with oxigraph_server("--union-default-graph") as url, pytest.raises(StoreError, match="one of its own"):
        build(tmp_path / "data", folder, store=address_of(url))


def test_a_server_that_cuts_answers_is_refused(tmp_path: Path) -> None:
    with virtuoso_server(tmp_path, "ResultSetMaxRows = 100\n") as url:
        server = Server(address_of(url))
        with closing(server), pytest.raises(RemoteStoreError, match="cuts answers at 100 rows"):
            examine(server)
