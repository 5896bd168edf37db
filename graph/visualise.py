"""A network as one HTML file that opens off line: an interactive picture, and the same in words below it.

pyvis holds the picture; its own page is not used, since that loads styles from elsewhere. The library stands
in the file, positions are computed here and nothing moves, and the page's policy lets a browser run the
scripts that are in it and fetch nothing. Labels are drawn as text; what is shown on hover is text as well.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from extract.errors import SagsgrafError

LARGEST = 400  # nodes of a picture: more are no picture, and need another layout
LABEL = 28  # characters of a label that are drawn
MISSING: Mapping[str, Any] = {"page": None, "quote": None, "date": None}  # what an edge may be without
SPACING = 84.0  # pixels between nodes, on average


class PictureError(SagsgrafError):
    """There are more nodes than a picture can show."""

    def __init__(self, nodes: int) -> None:
        super().__init__(f"a picture shows at most {LARGEST} things, not {nodes}: give a lower --limit")
        self.nodes = nodes


@dataclass(frozen=True, slots=True)
class Look:
    """How a type of node is drawn: never by colour alone. `sign` is the shape as a character."""

    name: str  # in Danish
    shape: str
    sign: str
    colour: str


OTHER = Look("andet", "dot", "●", "#5f5f5f")
LOOKS: Mapping[str, Look] = {
    "Initiative": Look("initiativ", "star", "★", "#b34700"),
    "Person": Look("person", "dot", "●", "#0b4f8a"),
    "Department": Look("afdeling", "square", "■", "#5b2a86"),
    "Unit": Look("enhed", "square", "■", "#8a4fbf"),
    "Committee": Look("udvalg", "square", "■", "#3d1a5c"),
    "ExternalOrganization": Look("ekstern organisation", "square", "■", "#7a6a00"),
    "Organization": Look("organisation", "square", "■", "#6b3fa0"),
    "Place": Look("sted", "triangle", "▲", "#1e6b2e"),
    "BudgetYear": Look("budgetår", "diamond", "◆", "#7a5200"),
    "Case": Look("sag", "hexagon", "⬢", "#a1264f"),
    "AgendaItem": Look("dagsordenspunkt", "triangleDown", "▼", "#006d77"),
    "Document": Look("dokument", "triangleDown", "▼", "#4a5a68"),
    "Meeting": Look("møde", "diamond", "◆", "#00474f"),
    "MeetingBody": Look("mødekreds", "hexagon", "⬢", "#00474f"),
}
OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}, "tooltipDelay": 100},
    "nodes": {
        "font": {"size": 17, "color": "#1b1b1b", "multi": False, "strokeWidth": 4, "strokeColor": "#ffffff"}
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
        "color": {"color": "#767676", "hover": "#b34700", "highlight": "#b34700"},
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12},
    },
}


def picture(network: nx.MultiDiGraph[str]) -> Network:
    """Return the network as pyvis' own, positions set and physics off: for notebooks and for `page`.

    What is said several times of the same two things is one line, and all of it is shown on hover.

    Raises: PictureError if the network has more than LARGEST nodes.
    """
    if len(network) > LARGEST:
        raise PictureError(len(network))
    drawn = Network(directed=True, height="75vh", width="100%", cdn_resources="in_line")
    drawn.set_options(json.dumps(OPTIONS))
    positions = _positions(network)
    for iri, node in network.nodes(data=True):
        look, (x, y) = LOOKS.get(node["type"], OTHER), positions[iri]
        size = 26 if iri == network.graph.get("focus") else 14
        title = f"{node['label']}\n{look.name}\n{iri}"
        drawn.add_node(
            iri, _short(node["label"]), shape=look.shape, color=look.colour, title=title, size=size, x=x, y=y
        )
    for (start, end), said in _between(network).items():
        title, years = "\n\n".join(_told(edge) for edge in said), sorted({_year(edge) for edge in said})
        drawn.add_edge(start, end, title=title, years=years)
    return drawn


def page(network: nx.MultiDiGraph[str], title: str) -> str:
    """Return the picture of a network as one HTML file, with the same in words below it.

    Raises: PictureError if the network has more than LARGEST nodes.
    """
    drawn = picture(network)
    data = {"nodes": drawn.nodes, "edges": drawn.edges, "options": drawn.options}
    scripts, styles = (
        (_library("vis-network.min.js"), _own("picture.js")),
        (_library("vis-network.css"), _own("picture.css")),
    )
    return (
        _environment()
        .get_template("picture.html")
        .render(
            title=title,
            policy=_policy(scripts, styles),
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - the library's and our own
            styles=[Markup(style) for style in styles],  # noqa: S704 - the library's and our own
            data=Markup(_embedded(data)),  # noqa: S704 - holds no "<"
            legend=_legend(network),
            years=_years(network),
            rows=_in_words(network),
            omitted=network.graph.get("omitted", 0),
        )
    )


def _positions(network: nx.MultiDiGraph[str]) -> dict[str, tuple[float, float]]:
    """Return where each node stands, in pixels: the same for the same network."""
    spread = SPACING * math.sqrt(len(network) or 1)
    simple = nx.Graph(network)
    found = nx.spring_layout(simple, seed=1, iterations=200, scale=spread, method="force")
    return {iri: (round(float(x), 1), round(float(y), 1)) for iri, (x, y) in found.items()}


def _between(network: nx.MultiDiGraph[str]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for start, end, edge in network.edges(data=True):
        found[start, end].append(edge)
    return found


def _told(edge: Mapping[str, Any]) -> str:
    where = f"{edge['source']}, s. {edge['page']}" if "page" in edge else edge["source"]
    source = f"{where} ({edge['date']})" if "date" in edge else where
    quote = f"\n»{' '.join(edge['quote'].split())}«" if "quote" in edge else ""
    return f"{edge['label']}{quote}\n{source}"


def _year(edge: Mapping[str, Any]) -> int:
    """Return the year that an edge tells of; 0 if it has no date, and holds in every year."""
    return int(str(edge.get("date") or "0")[:4])


def _years(network: nx.MultiDiGraph[str]) -> range:
    """Return the years from the first that is told of to the last."""
    found = {_year(edge) for _, _, edge in network.edges(data=True)} - {0}
    return range(min(found), max(found) + 1) if found else range(0)


def _short(label: str) -> str:
    return label if len(label) <= LABEL else f"{label[: LABEL - 1].rstrip()}…"


def _legend(network: nx.MultiDiGraph[str]) -> list[tuple[str, Look]]:
    """Return the types that are in the picture, in the order of LOOKS."""
    present = {node["type"] for _, node in network.nodes(data=True)}
    return [(name, look) for name, look in LOOKS.items() if name in present]


def _in_words(network: nx.MultiDiGraph[str]) -> list[Mapping[str, Any]]:
    """Return what the lines of the picture say, in order of the names at their ends."""
    label = network.nodes(data="label")
    rows = [
        {**MISSING, **edge, "start": label[start], "end": label[end], "year": _year(edge)}
        for start, end, edge in network.edges(data=True)
    ]
    return sorted(rows, key=lambda row: (row["start"], row["label"], row["end"], row["source"]))


def _embedded(data: Mapping[str, Any]) -> str:
    """Return JSON that cannot end the element it stands in: no "<", so neither a tag nor a comment."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    run = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    use = " ".join(f"'sha256-{_digest(style)}'" for style in styles)
    rest = "img-src data:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; script-src {run}; style-src {use}; {rest}"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _library(name: str) -> str:
    text = (files("pyvis") / "templates" / "lib" / "vis-9.1.2" / name).read_text("utf-8")
    return text.replace("\r\n", "\n")  # as a browser reads it, which the policy's digest depends on


@cache
def _own(name: str) -> str:
    return (files("graph") / "templates" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("graph"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
