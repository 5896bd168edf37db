"""What happened to an initiative (a person, a unit, a case): its life across meetings, with its evidence.

The graph is asked once for all that concerns the entity (`trace_dossier`); each statement is given to the
appearance it belongs to (`trace_anchors`, `trace_sheets`); an appearance is made of its statements
(`trace_appearance`, `trace_claims`), its meeting (`trace_occasions`) and what differs from what came before
(`trace_changes`).
"""

from __future__ import annotations

from graph.store import Reader
from graph.traces.anchors import Anchors
from graph.traces.appearance import appearance
from graph.traces.changes import with_changes
from graph.traces.dossier import Dossier, gather, last_part
from graph.traces.facts import solutions
from graph.traces.occasions import in_order_of_time
from graph.traces.records import Concept, Subject, Trace
from graph.traces.sheets import sheets
from graph.vocabulary import DCTERMS, SG, SKOS

# The classes that say what kind of thing an entity is, most telling first.
KINDS = (
    *("Initiative", "Person", "Department", "Unit", "Committee", "ExternalOrganization", "Organization"),
    *("MeetingBody", "Place", "Case", "BudgetYear"),
)


def trace(store: Reader, iri: str) -> Trace:
    """Return the life of an entity, its appearances in order of time.

    Raises: UnknownEntityError if the graph has nothing by this IRI.
    """
    dossier = gather(store, iri)
    anchors = Anchors(dossier)
    made = (appearance(dossier, anchors, sheet) for sheet in sheets(dossier, anchors))
    return Trace(subject(dossier), with_changes(sorted(made, key=in_order_of_time)))


def spread(store: Reader, iri: str) -> int:
    """Return how many sources name an entity: what its trace costs grows with it."""
    rows = solutions(store, "spread", [iri])
    return next((int(row["sources"].value) for row in rows), 0)


def subject(dossier: Dossier) -> Subject:
    """Return whom or what a dossier is about."""
    entity = dossier.entity
    labels = (*entity.texts(SKOS("prefLabel")), *entity.texts(DCTERMS("identifier")))
    others = (*labels, *entity.texts(SKOS("altLabel")), *entity.texts(SKOS("notation")))
    label = labels[0] if labels else last_part(entity.iri)
    alt_labels = tuple(other for other in dict.fromkeys(others) if other != label)
    kind = dossier.concept_at(entity, SG("initiativeKind"))
    return Subject(entity.iri, label, alt_labels, kind or _class(dossier))


def _class(dossier: Dossier) -> Concept:
    name = next((name for name in KINDS if dossier.entity.has_class(SG(name))), "Thing")
    return Concept(name.casefold(), dossier.named(SG(name).value).label.casefold())
