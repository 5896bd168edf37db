"""The ontology at its own address: in RDF for machines, as a page in both languages for people."""

from __future__ import annotations

from fastapi import Request
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.responses import Response

from api.pages.entity_pages import only_language
from api.pages.page import place_of, render
from api.rest.representations import HTML, RDF, alternates, negotiated, readings
from api.rest.snapshot_route import SnapshotRouter
from api.routes.resources import rdf
from api.sparql.request import ProtocolError
from graph.views.ontology_terms import ONTOLOGY, ontology_triples, terms

router = SnapshotRouter(tags=["resources"], include_in_schema=False)
OFFERS = (*RDF, HTML)


class OntologyConvertor(StringConvertor):
    """The last word of the ontology's IRI, with a format's suffix or without."""

    regex = r"ns(?:\.[a-z]+)?"


register_url_convertor("ontology", OntologyConvertor())


@router.get("/{name:ontology}")
def ontology(request: Request, name: str) -> Response:
    """Return the ontology and its alignments in the format that the suffix or the client asks for."""
    only_language(request)
    asked = readings(name)[-1]
    media_type = asked.media_type or negotiated(request.headers.get("accept"), OFFERS)
    if asked.path != "ns" or media_type not in OFFERS:
        raise ProtocolError(404, "the ontology is at /ns, and in RDF at /ns.ttl, .jsonld, .nt and .rdf")
    if media_type == HTML:
        response: Response = render(request, "ns.html", terms=terms(), ontology=ONTOLOGY)
    else:
        response = rdf(ontology_triples(), media_type, ONTOLOGY)
    response.headers["Vary"] = "Accept"
    response.headers["Link"] = alternates(f"{place_of(request).prefix}/ns", ONTOLOGY, OFFERS)
    return response
