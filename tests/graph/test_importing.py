"""RDF from elsewhere: taken in beside the graph, never into it, and never at any price."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from extract.errors import SagsgrafError
from graph.errors import InvalidKeyError, RdfError
from graph.importing import Import, ImportLimits, import_files
from graph.snapshots import newest, reading
from tests.graph.small_graph import BASE, save_small_graph

REGISTER = "http://example.org/register"
TURTLE = "<http://example.org/a> <http://example.org/p> 'x' , 'y' ."


def take_in(data: Path, text: str, name: str = "a.ttl", graph: str | None = REGISTER) -> dict[str, int]:
    file = data.with_name(name)
    file.write_text(text, "utf-8")
    changes = import_files(data, Import((file,), graph, BASE))
    return {iri: change.added - change.removed for iri, change in changes.items()}


def held(data: Path, graph: str = REGISTER) -> int:
    with reading(data) as snapshot:
        return sum(1 for _ in snapshot.store.quads(graph=NamedNode(graph)))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", TURTLE),
        ("a.nt", "<http://example.org/a> <http://example.org/p> <http://example.org/b> ."),
        ("a.rdf", '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://example.org/">'
         '<r:Description r:about="http://example.org/a"><e:p>x</e:p></r:Description></r:RDF>'),
        ("a.jsonld", '{"@id": "http://example.org/a", "http://example.org/p": "x"}'),
        ("A.TTL", TURTLE),
    ],
)  # fmt: skip
def test_every_format_is_taken_in(data: Path, name: str, text: str) -> None:
    assert take_in(data, text, name)[REGISTER] == held(data) > 0


def test_quads_keep_their_own_graphs(data: Path) -> None:
    quads = "<http://a.example/> <http://p.example/> <http://o.example/> <http://g.example/1> .\n"
    assert take_in(data, quads + quads.replace("/1>", "/2>"), "a.nq", None) == {
        "http://g.example/1": 1,
        "http://g.example/2": 1,
    }


def test_what_was_built_stays(data: Path) -> None:
    save_small_graph(data)
    take_in(data, TURTLE)
    assert held(data, f"{BASE}source/aa11") > 5
    assert held(data) == 2


def test_importing_again_replaces(data: Path) -> None:
    take_in(data, TURTLE)
    assert take_in(data, TURTLE.replace(", 'y'", "")) == {REGISTER: -1}
    assert held(data) == 1


def test_importing_the_same_changes_nothing(data: Path) -> None:
    take_in(data, TURTLE)
    state = newest(data)
    take_in(data, TURTLE)
    assert newest(data) == state


def test_an_empty_file_empties_the_graph(data: Path) -> None:
    take_in(data, TURTLE)
    take_in(data, "")
    with reading(data) as snapshot:
        assert list(snapshot.store.graphs()) == []
        assert len(snapshot.store) == 0


@pytest.mark.parametrize("name", ["entities", "vocabulary", "dataset", "source/aa11", "source/new"])
def test_the_builds_own_graphs_are_closed(data: Path, name: str) -> None:
    save_small_graph(data)
    with pytest.raises(InvalidKeyError, match="kept by `build`"):
        take_in(data, TURTLE, graph=BASE + name)
    with pytest.raises(InvalidKeyError, match="kept by `build`"):
        take_in(data, f"<http://a.example/> <http://p.example/> <{BASE}> <{BASE}{name}> .", "a.nq", None)


@pytest.mark.parametrize(
    ("name", "text", "graph", "said"),
    [
        ("a.ttl", "<http://a.example/> <http://p.example/> 'x' .\n\n<a> b:c 'y' .", REGISTER, "line 3"),
        ("a.ttl", TURTLE, None, "--graph"),
        ("a.trig", "{ <http://a.example/> <http://p.example/> 'x' }", None, "in no graph"),
        ("a.trig", "_:g { <http://a.example/> <http://p.example/> 'x' }", None, "without a name"),
        ("a.docx", TURTLE, REGISTER, "suffix"),
        ("a.nt", "<http://a.example/> <http://p.example/> <<( <a:b> <a:b> <a:b> )>> .",
         REGISTER, "triple term"),
        ("a.jsonld", '{"@context": "http://example.org/context", "name": "x"}', REGISTER, "remote context"),
        ("a.rdf", "<html>", REGISTER, "a.rdf"),
        ("a.nt", "\0\0\0", REGISTER, "line 1"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_in_is_named(
    data: Path, name: str, text: str, graph: str | None, said: str
) -> None:
    with pytest.raises(RdfError, match=said):
        take_in(data, text, name, graph)
    assert newest(data) is None


def test_a_file_of_entities_in_entities_is_refused(data: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = (
        f'<!DOCTYPE r [<!ENTITY e0 "{"x" * 100}">{entities}]>'
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://example.org/">'
        '<r:Description r:about="http://example.org/a"><e:p>&e11;</e:p></r:Description></r:RDF>'
    )
    with pytest.raises(RdfError, match="holds another one"):
        take_in(data, bomb, "a.rdf")


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (ImportLimits(file_bytes=10), "larger than 10 bytes"),
        (ImportLimits(statements=1), "more than 1 statements"),
        (ImportLimits(term_characters=40), "longer than 40 characters"),
    ],
)
def test_there_are_limits(data: Path, limits: ImportLimits, said: str) -> None:
    file = data.with_name("a.ttl")
    file.write_text(TURTLE)
    with pytest.raises(RdfError, match=said):
        import_files(data, Import((file,), REGISTER, BASE), limits)


def test_entities_for_namespaces_are_fine(data: Path) -> None:
    text = (
        '<!DOCTYPE r [<!ENTITY e "http://example.org/">]>'
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://example.org/">'
        '<r:Description r:about="&e;a"><e:p>x</e:p></r:Description></r:RDF>'
    )
    assert take_in(data, text, "a.rdf") == {REGISTER: 1}


def test_one_bad_file_stops_all(data: Path) -> None:
    good, bad = data.with_name("good.ttl"), data.with_name("bad.ttl")
    good.write_text(TURTLE)
    bad.write_text("rubbish")
    with pytest.raises(SagsgrafError, match=r"bad\.ttl"):
        import_files(data, Import((good, bad), REGISTER, BASE))
    assert newest(data) is None


def test_a_missing_file_is_named(data: Path) -> None:
    with pytest.raises(RdfError, match="No such file"):
        import_files(data, Import((data.with_name("none.ttl"),), REGISTER, BASE))
