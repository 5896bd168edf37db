"""Describe the SPARQL endpoint in its own terms.

Source: SPARQL 1.1 Service Description.
"""

from __future__ import annotations

import pyoxigraph as ox

from api.sparql.query_worker import GRAPHS

DESCRIPTION = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<sparql> a sd:Service ;
    dcterms:title "sagsgraf"@da , "sagsgraf"@en ;
    sd:endpoint <sparql> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat formats:SPARQL_Results_JSON , formats:SPARQL_Results_XML , formats:SPARQL_Results_CSV ,
        formats:SPARQL_Results_TSV , formats:Turtle , formats:N-Triples , formats:RDF_XML , formats:JSON-LD ;
    sd:defaultDataset [ a sd:Dataset ; dcterms:description
        "The default graph is the merge, as a set, of all named graphs; each source is a named graph."@en ;
        sd:defaultGraph [ a sd:Graph ] ; sd:namedGraph [ a sd:NamedGraph ; sd:name <entities> ] ] .
"""


def describe(base_iri: str, media_type: str) -> bytes:
    """Return the service description in one of the graph media types.

    >>> b"SPARQL11Query" in describe("http://localhost:8000/", "application/n-triples")
    True
    """
    quads = ox.parse(DESCRIPTION.encode(), ox.RdfFormat.TURTLE, base_iri=base_iri)
    triples = [quad.triple for quad in quads]
    return ox.serialize(triples, format=GRAPHS[media_type]) or b""
