"""The search index is kept with each state of the graph and follows what changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from graph.errors import StoreError
from graph.importing import Import, import_files
from graph.ingest import Build, ingest
from graph.ingesting.intake import Intake
from graph.ingesting.recognisers import Recognisers
from graph.search import NO_FILTERS, Found, Wanted, search
from graph.searching.index import FOLDER, index_in_memory, open_index, update_index
from graph.searching.query import Filters
from graph.searching.words import asked
from graph.snapshots import reading
from graph.stores.oxigraph import OxigraphWriter
from tests.conftest import silent
from tests.graph.traced import BASE, KITCHEN, fjordby

HEAD = """@base <http://localhost:8000/> . @prefix sg: <https://w3id.org/sagsgraf/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> ."""
NEW = """<source/e5/passage/1> a sg:Passage ; oa:exact "Anlægget fik en sauna nu." ; oa:start 0 ; oa:end 25 .
<source/e5> a sg:Source ; sg:fileName "nyt.txt" ."""


def triples(turtle: str) -> list[Triple]:
    return [quad.triple for quad in parse(f"{HEAD} {turtle}".encode(), RdfFormat.TURTLE)]


def look(directory: Path, words: str, filters: Filters = NO_FILTERS, where: str = "quotes") -> Found:
    index = open_index(directory)
    assert index is not None
    return search(index, Wanted(asked(words), filters, kinds_of_hits=frozenset({where})))


def quotes(directory: Path, words: str, filters: Filters = NO_FILTERS) -> list[str]:
    return [hit.evidence.quote for hit in look(directory, words, filters).hits if hit.evidence]


@pytest.fixture
def store(tmp_path: Path) -> OxigraphWriter:
    made = fjordby()
    update_index(made, tmp_path, ())
    return made


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("åbnede", ["Køkkenet åbnede i Nordbyen i april 2023."]),
        ("familier uge", ["20 familier spiser med hver uge"]),
        ("følger op", ["Godkendt. Bo følger op i juni."]),  # what stands inside another quote is not repeated
        ("køken", ["Penge til Gadens køken"]),
        ("sauna", []),
        ("april 2024", []),
    ],
)
def test_sentences_are_found_by_their_words(tmp_path: Path, words: str, found: list[str]) -> None:
    assert quotes(tmp_path, words) == found


@pytest.mark.usefixtures("store")
def test_a_sentence_tells_of_whom_it_was_read_for(tmp_path: Path) -> None:
    (hit,) = look(tmp_path, "bestiller kaffe").hits
    assert (hit.iri, hit.label, hit.type) == (f"{BASE}person/pia-holt", "Pia Holt", "Person")
    (hit,) = look(tmp_path, "Sydhavnen").hits
    assert (hit.iri, hit.kind, hit.first) == (KITCHEN, "project", "2025-03-10")


def test_a_graph_that_is_new_or_gone_is_followed(store: OxigraphWriter, tmp_path: Path) -> None:
    source = NamedNode(f"{BASE}source/e5")
    store.replace(source, triples(NEW))
    update_index(store, tmp_path, [source.value])
    assert quotes(tmp_path, "sauna") == ["Anlægget fik en sauna nu."]
    assert quotes(tmp_path, "åbnede") == ["Køkkenet åbnede i Nordbyen i april 2023."]
    store.remove(source)
    update_index(store, tmp_path, [source.value])
    assert quotes(tmp_path, "sauna") == []


def test_a_graph_that_changed_is_not_told_twice(store: OxigraphWriter, tmp_path: Path) -> None:
    update_index(store, tmp_path, [f"{BASE}source/b2"])
    assert len(quotes(tmp_path, "åbnede")) == 1


def test_a_graph_that_did_not_change_is_left(store: OxigraphWriter, tmp_path: Path) -> None:
    store.replace(NamedNode(f"{BASE}source/e5"), triples(NEW))
    update_index(store, tmp_path, ())
    assert quotes(tmp_path, "sauna") == []


@pytest.mark.parametrize(
    ("more", "filters"),
    [
        ("<initiative/gadens-koekken> sg:initiativeKind <kind/event> .", Filters(kind="event")),
        (
            "<organization/havnekontoret> org:subOrganizationOf <organization/havn> .",
            Filters(units=(f"{BASE}organization/havn",)),
        ),
    ],
)
def test_what_a_thing_has_become_is_told_of_its_sentences(
    store: OxigraphWriter, tmp_path: Path, more: str, filters: Filters
) -> None:
    assert quotes(tmp_path, "familier uge", filters) == []
    initiative = NamedNode(KITCHEN)
    kind = NamedNode("https://w3id.org/sagsgraf/ns#initiativeKind")
    before = [quad.triple for quad in store.quads(graph=NamedNode(f"{BASE}entities"))]
    kept = [each for each in before if (each.subject, each.predicate) != (initiative, kind)]
    store.replace(NamedNode(f"{BASE}entities"), [*kept, *triples(more)])
    update_index(store, tmp_path, ())
    assert quotes(tmp_path, "familier uge", filters) == ["20 familier spiser med hver uge"]


def test_an_index_of_another_format_is_made_anew(store: OxigraphWriter, tmp_path: Path) -> None:
    (tmp_path / FOLDER / "format").write_text("0")
    assert open_index(tmp_path) is None
    update_index(store, tmp_path, ())
    assert quotes(tmp_path, "åbnede")


def test_a_damaged_index_is_an_error(store: OxigraphWriter, tmp_path: Path) -> None:
    (tmp_path / FOLDER / "names" / "meta.json").write_text("{")
    with pytest.raises(StoreError, match="search index"):
        open_index(tmp_path)
    (tmp_path / FOLDER / "known").write_text("{")
    with pytest.raises(StoreError, match="search index"):
        update_index(store, tmp_path, ())


def test_an_index_in_memory_answers_as_the_one_on_disk(store: OxigraphWriter, tmp_path: Path) -> None:
    index = index_in_memory(store)
    assert index is not None
    wanted = Wanted(asked("gadens"), limit=100)
    on_disk = open_index(tmp_path)
    assert on_disk is not None
    assert search(index, wanted) == search(on_disk, wanted)


def test_cpr_numbers_are_masked_wherever_they_come_from(tmp_path: Path) -> None:
    number = "010180-1234"
    store = fjordby(
        f'<imported> {{ <person/x> a sg:Person ; skos:prefLabel "Ib Rask {number}" . '
        f'<passage/x> a sg:Passage ; oa:exact "Ib Rask, {number}" ; oa:start 0 ; oa:end 20 . }}'
    )
    update_index(store, tmp_path, ())
    for where in ("names", "quotes"):
        (hit,) = look(tmp_path, "rask", where=where).hits
        shown = "".join(piece.text for piece in hit.highlights)
        assert "Rask" in shown
        assert number not in shown + hit.label
    assert not any(number.encode() in path.read_bytes() for path in tmp_path.rglob("*.store"))


def files(directory: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def test_a_build_leaves_the_index_that_is_read_as_it_was(tmp_path: Path) -> None:
    data, folder = tmp_path / "data", tmp_path / "files"
    folder.mkdir()
    build = Build(Intake((folder,), data, Recognisers()), BASE)
    text = "Rådmandsmøde {}\n\nPunkt 1: Projekt Havnesauna\n\n{}\n"
    (folder / "1.txt").write_text(text.format("6. maj 2024", "Projekt Havnesauna åbner i juni."))
    ingest(build, silent)
    with reading(data) as old:
        before = files(old.directory / FOLDER)
        (folder / "2.txt").write_text(text.format("3. juni 2024", "Projekt Havnesauna har kø."))
        ingest(build, silent)
        assert quotes(old.directory, "har kø") == []
        assert files(old.directory / FOLDER) == before
        with reading(data) as new:
            assert quotes(new.directory, "har kø") == ["Projekt Havnesauna har kø."]
            assert quotes(new.directory, "åbner") == quotes(old.directory, "åbner") != []


def test_what_is_imported_can_be_found(tmp_path: Path) -> None:
    data, register = tmp_path / "data", tmp_path / "register.ttl"
    unit = '<organization/havn> a sg:Unit , sg:Organization ; skos:prefLabel "Havneværftet" .'
    register.write_text(f"{HEAD} {unit}")
    import_files(data, Import((register,), f"{BASE}register", BASE))
    with reading(data) as snapshot:
        (hit,) = look(snapshot.directory, "havnevaerftet", where="names").hits
    assert hit.type == "Unit"
