"""Make one appearance of the statements that were collected for it.

Of an agenda item that the entity is the subject of, everything filed under it is shown; where it is only
mentioned, the documents that mention it, and the promises that name it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, product

from graph.traces import claims as trace_claims
from graph.traces.anchors import Anchors
from graph.traces.dossier import Dossier, Facts
from graph.traces.occasions import occasion
from graph.traces.records import Appearance, Document, Evidence, Tie
from graph.traces.sheets import DEPARTMENT, PLACE, Sheet
from graph.vocabulary import DCTERMS, SG

FILE, PROMISE = SG("Document"), SG("Commitment")


def appearance(dossier: Dossier, anchors: Anchors, sheet: Sheet) -> Appearance:
    """Return the appearance that a sheet holds; its changes are added when its neighbours are known."""
    node, claims = dossier.node(sheet.anchor), tuple(sheet.claims)
    is_subject = sheet.anchor in anchors.subjects
    files, promises = (_all_filed if is_subject else _naming_it)(dossier, sheet)
    documents = trace_claims.documents(dossier, files)
    promised = trace_claims.commitments(dossier, promises)
    decision = trace_claims.decision(dossier, node)
    told_by = sorted(sheet.sources | {fact.source for fact in dossier.nodes.get(sheet.anchor, ())})
    claimed = chain(dossier.evidence(claims), decision.evidence, *(each.evidence for each in promised))
    return Appearance(
        iri=sheet.anchor,
        occasion=occasion(dossier, sheet.anchor, told_by),
        number=node.text(SG("number")),
        title=node.text(DCTERMS("title")),
        role="subject" if is_subject else "mention",
        decision=decision,
        sources=tuple(dossier.file_name(source) for source in told_by),
        documents=documents,
        stages=trace_claims.stages(dossier, claims),
        figures=trace_claims.figures(dossier, claims),
        amounts=trace_claims.amounts(dossier, claims),
        places=trace_claims.ties(dossier, sheet.tied(PLACE)),
        departments=_departments(dossier, sheet, documents),
        people=trace_claims.people(dossier, documents, promised),
        commitments=promised,
        evidence=trace_claims.outermost(claimed),
    )


def _all_filed(dossier: Dossier, sheet: Sheet) -> tuple[Iterable[str], Facts]:
    """Return every document and every promise filed under the anchor."""
    filed = (fact.iri for fact in dossier.filed_under(sheet.anchor, FILE))
    return (*filed, *sorted(sheet.documents)), dossier.filed_under(sheet.anchor, PROMISE)


def _naming_it(dossier: Dossier, sheet: Sheet) -> tuple[Iterable[str], Facts]:
    """Return the documents and promises under the anchor that name the entity."""
    own, quotes = {claim.iri for claim in sheet.claims}, dossier.evidence(sheet.claims)
    filed = dossier.filed_under(sheet.anchor, PROMISE)
    naming = (each for each in filed if each.iri in own or _meets(dossier.evidence([each]), quotes))
    return sorted(sheet.documents), tuple(naming)


def _meets(some: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    """Tell whether a quote of the one shares a character with a quote of the other."""
    return any(a.source == b.source and a.start < b.end and b.start < a.end for a, b in product(some, others))


def _departments(dossier: Dossier, sheet: Sheet, documents: Iterable[Document]) -> tuple[Tie, ...]:
    """Return what the sources tie an initiative to; of others, who issued the documents."""
    if dossier.entity.has_class(SG("Initiative")):
        return trace_claims.ties(dossier, sheet.tied(DEPARTMENT))
    issuers = chain.from_iterable((each.department, each.unit) for each in documents)
    found = {each for each in issuers if each is not None and each.iri != dossier.entity.iri}
    return tuple(Tie(each, ()) for each in sorted(found, key=lambda each: (each.label, each.iri)))
