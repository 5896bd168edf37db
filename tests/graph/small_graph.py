"""A small graph of an invented municipality, put into a data directory without reading any file."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from graph.ingesting.manifest import Manifest, save_manifest
from graph.snapshots import commit, drafting

BASE = "http://localhost:8000/"
TRIG = """
@prefix sg: <https://w3id.org/sagsgraf/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix b: <http://localhost:8000/> .

b:entities {
  <http://localhost:8000/initiative/baadlauget> a sg:Initiative ; skos:prefLabel "Bådlauget" ;
    skos:altLabel "projekt Bådlauget" .
  <http://localhost:8000/person/pia-holt> a sg:Person ; skos:prefLabel "Pia Holt" .
  <http://localhost:8000/place/fjordby> a sg:Place ; skos:prefLabel "Fjordby" .
}
<http://localhost:8000/source/aa11> {
  <http://localhost:8000/source/aa11> a sg:Source ; sg:fileName "maj.txt" .
  <http://localhost:8000/meeting/udvalg/2024-05-06> a sg:Meeting ; schema:startDate "2024-05-06"^^xsd:date .
  <http://localhost:8000/meeting/udvalg/2024-05-06/4> a sg:AgendaItem ;
    sg:meeting <http://localhost:8000/meeting/udvalg/2024-05-06> ; sg:number "4" ; dcterms:title "Bådlauget" .
  <http://localhost:8000/source/aa11/document/1> a sg:Document ; dcterms:title "=Bådlauget" ;
    sg:caseworker <http://localhost:8000/person/pia-holt> ;
    sg:agendaItem <http://localhost:8000/meeting/udvalg/2024-05-06/4> .
  <http://localhost:8000/source/aa11/event/1> a sg:InitiativeEvent ;
    sg:stage <http://localhost:8000/stage/started> ;
    sg:initiative <http://localhost:8000/initiative/baadlauget> ; sg:when "2024-03"^^xsd:gYearMonth ;
    sg:place <http://localhost:8000/place/fjordby> ;
    sg:evidence <http://localhost:8000/source/aa11/passage/1> .
  <http://localhost:8000/source/aa11/passage/1> a sg:Passage ; oa:exact "Lauget begyndte i marts." ;
    oa:start 10 ; oa:end 34 ; sg:page 1 .
  <http://localhost:8000/initiative/baadlauget> sg:place <http://localhost:8000/place/fjordby> ;
    sg:subjectOf <http://localhost:8000/meeting/udvalg/2024-05-06/4> .
}
<http://localhost:8000/source/bb22> {
  <http://localhost:8000/source/bb22> a sg:Source ; sg:fileName "laast.pdf" ; sg:status "encrypted" ;
    sg:reason "it needs a password" .
  <http://localhost:8000/initiative/baadlauget> sg:place <http://localhost:8000/place/fjordby> .
}
"""


def save_small_graph(data: Path, trig: str = TRIG) -> Path:
    """Commit the graph as the next state of the data directory, and return that."""
    engine = Store()
    engine.load(trig, format=RdfFormat.TRIG)
    with drafting(data) as draft:
        for name in engine.named_graphs():
            if isinstance(name, NamedNode):
                quads = engine.quads_for_pattern(None, None, None, name)
                draft.store.replace(name, (quad.triple for quad in quads))
        save_manifest(draft.directory, Manifest(BASE))
        commit(draft)
    return data
