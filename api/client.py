"""Ask a running service from Python: entities, lists, timelines, sentences and SPARQL, as plain values.

The standard library alone; tables come as pandas `DataFrame`s where pandas is installed.

    from api.client import Client

    graph = Client("http://127.0.0.1:8000")
    for each in graph.each("initiatives", year="2024"):      # all pages
        print(each["label"], each["fields"].get("kind"))
    life = graph.timeline("laerlingedagen")
    view = graph.entity("http://localhost:8000/person/birgit-thorhauge")
    said = graph.passage(view["mentions"]["items"][0]["evidence"], around=200)
    rows = graph.sparql("SELECT ?i ?name { ?i a sg:Initiative ; skos:prefLabel ?name }")
    table = graph.table("SELECT ?amount ?kroner { ?amount a sg:Amount ; sg:value ?kroner }")
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

from extract.errors import SagsgrafError
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from pandas import DataFrame

XSD = PREFIXES["xsd"]
RESULTS = "application/sparql-results+json"
GRAPHS = "text/turtle"
Object = dict[str, Any]
Value = str | int | float | bool | Decimal | None
# How a literal is read; one that its type does not allow stays text.
READERS = {
    **{f"{XSD}{name}": int for name in ("integer", "int", "long", "nonNegativeInteger")},
    **{f"{XSD}{name}": float for name in ("double", "float")},
    f"{XSD}decimal": Decimal,
}


class ClientError(SagsgrafError):
    """The service did not answer as asked. `status` is 0 where it could not be reached at all.

    `code` is the problem's stable word, `detail` its sentence, `identity` what its log has more under.
    """

    def __init__(
        self, address: str, status: int, code: str, detail: str, identity: str | None = None
    ) -> None:
        super().__init__(f"{address}: {status or 'no answer'} {code}: {detail}")
        self.address = address
        self.status = status
        self.code = code
        self.detail = detail
        self.identity = identity


@dataclass(frozen=True, slots=True)
class Client:
    """Asks the service at an address, "http://127.0.0.1:8000"; an answer may take `timeout_s` seconds.

    Raises: ClientError for whatever is refused, missing or cannot be reached.
    """

    address: str
    timeout_s: float = 30.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ClientError(self.address, 0, "address", "an address begins with http:// or https://")

    def status(self) -> Object:
        """Return what is in the graph, how fresh and how complete it is."""
        return self.get("/api/status")

    def page(self, kind: str, **asked: object) -> Object:
        """Return one page of a list ("initiatives"): its `items`, `total`, `next`, `facets`, `complete`."""
        return self.get(f"/api/{_path(kind)}", **asked)

    def each(self, kind: str, **asked: object) -> Iterator[Object]:
        """Yield everything of a list that fits, page after page.

        A list changes with a build: what was added or taken out meanwhile may be missed or met twice.
        """
        cursor: object = None
        while True:
            page = self.page(kind, **{"limit": 200, **asked, "cursor": cursor})
            yield from page["items"]
            cursor = page["next"]
            if cursor is None:
                return

    def entity(self, iri: str, **asked: object) -> Object:
        """Return all that is known of the thing with an IRI."""
        return self.get("/api/entities", iri=iri, **asked)

    def timeline(self, slug: str) -> Object:
        """Return the life of an initiative by the end of its IRI."""
        return self.get(f"/api/initiatives/{_path(slug)}/timeline")

    def search(self, words: str, **asked: object) -> Object:
        """Return what is called so, and the sentences that say so."""
        return self.get("/api/search", q=words, **asked)

    def passage(self, evidence: Mapping[str, Any], around: int = 300) -> Object:
        """Return the sentence that an `evidence` stands for, in its surroundings."""
        source = str(evidence["source_iri"]).rstrip("/").rpartition("/")[2]
        asked = {"start": evidence["start"], "end": evidence["end"], "around": around}
        return self.get(f"/api/sources/{_path(source)}/passages", **asked)

    def changes(self, cursor: int = 0) -> Iterator[Object]:
        """Yield what builds changed after a cursor, in order of time; each has the `number` to go on from."""
        while True:
            page = self.get("/api/changes", cursor=cursor, limit=1_000)
            yield from page["entries"]
            if not page["entries"]:
                return
            cursor = page["next"]

    def sparql(self, query: str) -> list[dict[str, Value]]:
        """Return the solutions of a SELECT query; numbers and truth values are read, the rest is text.

        What is unbound is None. The usual prefixes (sg, skos, dcterms …) need not be declared.
        """
        found = self._solutions(query)
        names = found["head"].get("vars", [])
        return [{name: _value(row.get(name)) for name in names} for row in found["results"]["bindings"]]

    def ask(self, query: str) -> bool:
        """Return the answer of an ASK query."""
        return bool(self._solutions(query).get("boolean"))

    def construct(self, query: str, media_type: str = GRAPHS) -> str:
        """Return the graph that a CONSTRUCT or DESCRIBE query makes, as text."""
        return self._send(self._query(query, media_type)).decode("utf-8")

    def table(self, query: str) -> DataFrame:
        """Return the solutions of a SELECT query as a pandas table, a column a variable.

        Raises: ImportError where pandas is not installed.
        """
        from pandas import DataFrame

        found = self._solutions(query)
        names = found["head"].get("vars", [])
        rows = [[_plain(row.get(name)) for name in names] for row in found["results"]["bindings"]]
        return DataFrame(rows, columns=names)

    def get(self, path: str, **asked: object) -> Object:
        """Return the JSON at a path; parameters that are None are left out."""
        given = {name: _parameter(value) for name, value in asked.items() if value is not None}
        address = f"{self.address.rstrip('/')}{path}{'?' if given else ''}{urlencode(given)}"
        answer = self._send(Request(address, headers={"Accept": "application/json"}))  # noqa: S310  # http alone
        return _object(address, answer)

    def _solutions(self, query: str) -> Object:
        request = self._query(query, RESULTS)
        return _object(request.full_url, self._send(request))

    def _query(self, query: str, media_type: str) -> Request:
        declared = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in PREFIXES.items())  # in line 1 too
        headers = {"Accept": media_type, "Content-Type": "application/sparql-query"}
        body = f"{declared}{query}".encode("utf-8", "replace")
        return Request(f"{self.address.rstrip('/')}/sparql", body, headers)  # noqa: S310  # http alone

    def _send(self, request: Request) -> bytes:
        try:
            with urlopen(request, timeout=self.timeout_s) as answer:  # noqa: S310  # http alone
                return bytes(answer.read())
        except HTTPError as error:
            with error:
                raise _problem(request.full_url, error.code, error.read()) from error
        except (URLError, TimeoutError, ConnectionError) as error:
            reason = getattr(error, "reason", error)
            raise ClientError(request.full_url, 0, "unreachable", str(reason)) from error


def _problem(address: str, status: int, body: bytes) -> ClientError:
    try:
        told = json.loads(body)
    except ValueError:
        told = {}
    told = told if isinstance(told, dict) else {}
    code, detail = str(told.get("code", "http")), str(told.get("detail", "the service refused"))
    return ClientError(address, status, code, detail, told.get("id"))


def _object(address: str, body: bytes) -> Object:
    try:
        found = json.loads(body)
    except ValueError as error:
        raise ClientError(address, 200, "answer", "the answer is no JSON") from error
    if not isinstance(found, dict):
        raise ClientError(address, 200, "answer", "the answer is no JSON object")
    return found


def _parameter(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _path(segment: str) -> str:
    return quote(segment, safe="-._~")


def _value(term: Mapping[str, str] | None) -> Value:
    """Return a term of the SPARQL JSON results as a Python value."""
    if term is None:
        return None
    datatype, text = term.get("datatype"), term["value"]
    if datatype == f"{XSD}boolean":
        return text in ("true", "1")
    try:
        return READERS[datatype](text) if datatype in READERS else text
    except (ValueError, ArithmeticError):
        return text


def _plain(term: Mapping[str, str] | None) -> Value:
    """Return a value that a table can count with: a decimal as a float."""
    found = _value(term)
    return float(found) if isinstance(found, Decimal) else found
