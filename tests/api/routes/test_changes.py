"""What builds changed, as a cursor feed and as Atom; what meetings changed in an initiative."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from httpx import Client
from lxml import etree

from api.rest.atom import ATOM, Entry, Feed, feed_xml
from graph.ingesting.change_log import Difference, append
from tests.api.serving import serving
from tests.conftest import SAMPLE_BASE_IRI as BASE
from tests.graph.small_graph import save_small_graph

FAMILIES = "fodfaeste-for-familier"
A = f"{{{ATOM}}}"


@pytest.fixture(scope="module")
def client(sample_data: Path) -> Iterator[Client]:
    with serving(sample_data) as address, Client(base_url=address, timeout=20) as made:
        yield made


def ask(client: Client, path: str, **query: object) -> Any:
    response = client.get(path, params={name: str(value) for name, value in query.items()})
    assert response.status_code == 200, response.text
    return response.json()


def test_pages_together_are_the_log(client: Client) -> None:
    whole = ask(client, "/api/changes", limit=1000)
    assert whole["complete"] is True
    assert len(whole["entries"]) > 100
    seen, cursor = [], 0
    for _ in range(len(whole["entries"]) // 50 + 1):
        part = ask(client, "/api/changes", limit=50, cursor=cursor)
        seen += part["entries"]
        cursor = part["next"]
    assert seen == whole["entries"]
    assert ask(client, "/api/changes", cursor=cursor) == {"entries": [], "next": cursor, "complete": True}


def test_the_newest_can_come_first(client: Client) -> None:
    oldest = ask(client, "/api/changes", limit=1000)["entries"]
    newest = ask(client, "/api/changes", order="newest", limit=3)
    assert newest["entries"] == [*reversed(oldest)][:3]
    older = ask(client, "/api/changes", order="newest", limit=3, cursor=newest["next"])
    assert older["entries"] == [*reversed(oldest)][3:6]


@pytest.mark.parametrize(
    ("query", "count"), [({"type": "Source"}, 8), ({"type": "Stranger"}, 0), ({"change": "removed"}, 0)]
)
def test_changes_are_filtered(client: Client, query: dict[str, str], count: int) -> None:
    assert len(ask(client, "/api/changes", **query)["entries"]) == count


def test_the_feed_of_the_graph_is_atom(client: Client) -> None:
    response = client.get("/feed.atom?lang=en")
    assert response.headers["content-type"].startswith("application/atom+xml")
    root = etree.fromstring(response.content)
    assert root.tag == f"{A}feed"
    titles = [entry.findtext(f"{A}title") for entry in root.iter(f"{A}entry")]
    assert "Initiative: Fodfæste for Familier" in titles
    ids = [entry.findtext(f"{A}id") for entry in root.iter(f"{A}entry")]
    assert len(ids) == len(set(ids)) > 10
    link = root.find(f"{A}entry/{A}link")
    assert link is not None
    assert client.get(str(link.get("href"))).status_code == 200


def test_the_feed_of_an_initiative_tells_its_appearances(client: Client) -> None:
    root = etree.fromstring(client.get(f"/api/initiatives/{FAMILIES}/feed.atom").content)
    life = ask(client, f"/api/initiatives/{FAMILIES}/timeline")["appearances"]
    entries = root.findall(f"{A}entry")
    assert len(entries) == len(life)
    dated = [str(entry.findtext(f"{A}updated")) for entry in entries]
    assert str(root.findtext(f"{A}updated")) == max(dated)
    newest = next(each for each in reversed(life) if each["evidence"])
    texts = [str(entry.findtext(f"{A}content")) for entry in entries]
    quote = " ".join(newest["evidence"][0]["quote"].split())
    assert any(f"»{quote}«" in text for text in texts)


def test_the_changes_of_an_initiative_carry_their_sentences(client: Client) -> None:
    found = ask(client, f"/api/initiatives/{FAMILIES}/changes")
    assert (found["iri"], found["label"]) == (f"{BASE}initiative/{FAMILIES}", "Fodfæste for Familier")
    assert all(each["evidence"] for each in found["changes"])
    assert any(each["changes"]["figures"]["changed"] for each in found["changes"])
    assert [entry["change"] for entry in found["log"]] == ["added"]
    later = ask(client, f"/api/initiatives/{FAMILIES}/changes", since="2025-01-01")
    assert 0 < len(later["changes"]) < len(found["changes"])
    assert all(each["date"] >= "2025-01-01" for each in later["changes"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/changes?cursor=x", 400),
        ("/api/changes?cursor=-1", 400),
        ("/api/changes?limit=0", 400),
        ("/api/changes?limit=1001", 400),
        ("/api/changes?order=upwards", 400),
        ("/api/changes?colour=red", 400),
        ("/feed.atom?lang=tlh", 400),
        ("/feed.atom?limit=3", 400),
        ("/api/initiatives/nobody/changes", 404),
        ("/api/initiatives/nobody/feed.atom", 404),
        (f"/api/initiatives/{FAMILIES}/changes?since=lately", 400),
        (f"/api/initiatives/{FAMILIES}/feed.atom?x=1", 400),
    ],
)
def test_what_cannot_be_asked_is_refused(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_a_feed_is_not_sent_twice(client: Client) -> None:
    tag = client.get("/feed.atom").headers["etag"]
    assert client.get("/feed.atom", headers={"If-None-Match": tag}).status_code == 304


def test_a_graph_without_a_log_has_no_changes(tmp_path: Path) -> None:
    data = save_small_graph(tmp_path)
    with serving(data) as address, Client(base_url=address) as client:
        assert ask(client, "/api/changes") == {"entries": [], "next": 0, "complete": True}
        assert len(etree.fromstring(client.get("/feed.atom").content).findall(f"{A}entry")) == 0


def test_a_lost_cursor_says_so(tmp_path: Path) -> None:
    data = save_small_graph(tmp_path)
    (snapshot,) = (path for path in (data / "snapshots").iterdir() if path.is_dir())
    difference = Difference("added", "http://localhost:8000/place/x", "Place", "X", 1, 0)
    append(snapshot, [difference] * 9, 0, "2024-05-06T10:00:00Z", "http://localhost:8000/run/1")
    log = snapshot / "changes.jsonl"
    log.write_text("\n".join(log.read_text("utf-8").splitlines()[5:]), "utf-8")
    with serving(data) as address, Client(base_url=address) as client:
        assert ask(client, "/api/changes", cursor=2)["complete"] is False
        assert ask(client, "/api/changes", cursor=5)["complete"] is True
        assert ask(client, "/api/changes", order="newest")["complete"] is False


def test_a_feed_is_well_formed_whatever_it_tells() -> None:
    hostile = 'a\x00\x07<b>&"\ud800\ufffe]]>'
    feed = Feed("http://e/f", hostile, "http://e/f?x=1&y=2", "http://e/", "da")
    entry = Entry("http://e/1", hostile, "2024-05-06T00:00:00Z", f"http://e/{hostile}", hostile)
    root = etree.fromstring(feed_xml(feed, [entry], "1970-01-01T00:00:00Z"))
    assert root.findtext(f"{A}title") == 'a<b>&"]]>'
    assert root.findtext(f"{A}entry/{A}content") == 'a<b>&"]]>'
