"""The invented municipality of `fixtures/fjordby.trig`, loaded into a store in memory."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, Store

from graph.stores.oxigraph import OxigraphWriter

FIXTURE = Path(__file__).parent / "fixtures" / "fjordby.trig"
BASE = "http://localhost:8000/"
KITCHEN = f"{BASE}initiative/gadens-koekken"


def fjordby(more: str = "") -> OxigraphWriter:
    """Return a store that holds the fixture, and `more` TriG with the same prefixes and base."""
    text = FIXTURE.read_text("utf-8") + more
    parsed = Store()
    parsed.load(text, format=RdfFormat.TRIG)
    writer = OxigraphWriter(Store())
    writer.load(list(parsed))
    return writer
