"""Resolve the mentions of all files to canonical entities, by recorded judgements.

The same folded name is one entity unless something splits it (`namesakes` in `graph.resolving`). Others are
compared in blocks (`blocks`, `compare_*`), joined from the surest down (`join`), and keep their IRIs
(`graph.identities`). First names and initials are understood in their circle (`circle`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extract.records import Kind
from extract.relations import Extract
from graph.building.bodies import find_bodies
from graph.identities import Identities
from graph.iri import Iris
from graph.judgements import Judgement
from graph.resolving.acronyms import spell_out
from graph.resolving.by_hand import Spot, split_by_hand, spots
from graph.resolving.circle import Neighbour, understand
from graph.resolving.compare_initiatives import initiative_comparer, initiatives_conflict
from graph.resolving.compare_organizations import compare_organizations, organizations_conflict
from graph.resolving.compare_people import compare_people, people_conflict
from graph.resolving.compare_places import compare_places, places_conflict
from graph.resolving.entities import Named, Valued, make_entities, make_valued
from graph.resolving.follow_up import find_follow_ups
from graph.resolving.forms import JUDGED, Form, FormTable
from graph.resolving.join import Decided, Rules, join_forms
from graph.resolving.namesakes import split_namesakes
from graph.resolving.references import References
from graph.resolving.resolution import Resolution
from graph.resolving.sightings import SourceView, view_source


def resolve(
    extracts: Iterable[Extract], judgements: Iterable[Judgement], identities: Identities, iris: Iris
) -> Resolution:
    """Resolve all mentions of all files; the files' order does not matter, and each is looked at once.

    `judgements` are the analyst's: they win over every rule. A mention that nothing decides has no entity.
    """
    said = tuple(judgements)
    views = split_namesakes(sorted(map(view_source, extracts), key=lambda view: view.sha256))
    views = split_by_hand(views, said)
    table = _tabulate(views)
    for kind in (Kind.ORGANIZATION, Kind.INITIATIVE):
        spell_out(table.of_kind(kind))
    references = References(table, spots(views), identities, iris)
    decided = references.decide(said)
    clusters: list[list[Form]] = []
    made = [each.judgement for each in decided]
    for kind in JUDGED:
        sets, judged = join_forms(table.of_kind(kind), _rules(kind, table), decided)
        clusters += sets
        made += judged
    named = make_entities(clusters, identities, iris)
    valued = make_valued(views, iris)
    settled = {place: named.iri_of[key] for place, key in references.settled.items()}
    mentions = {view.sha256: _resolve_source(view, named, valued, settled) for view in views}
    bodies = find_bodies(views, lambda sha256, index: mentions[sha256][index], named.entities, iris)
    entities = sorted((*named.entities, *valued.entities, *bodies.entities), key=lambda entity: entity.iri)
    return Resolution(
        tuple(entities),
        tuple(made),
        named.identities,
        mentions,
        bodies.held,
        _about(made, decided, table, named),
        references.unused,
        find_follow_ups(views, mentions, bodies.held, iris),
    )


def _about(
    made: Iterable[Judgement], decided: Iterable[Decided], table: FormTable, named: Named
) -> dict[Judgement, tuple[str, ...]]:
    """Return the entities that each judgement concerns: one if it joined its sides, else two or more."""
    keys = {form.ref: (form.key,) for form in table}
    sides = {judgement: keys.get(judgement.left, ()) + keys.get(judgement.right, ()) for judgement in made}
    sides |= {each.judgement: each.left + each.right for each in decided}
    return {each: tuple(sorted({named.iri_of[key] for key in side})) for each, side in sides.items()}


def _tabulate(views: Iterable[SourceView]) -> FormTable:
    """Return the forms of all files. Loose mentions make none: their circle decides them later."""
    table = FormTable()
    for view in views:
        forms: dict[int, Form] = {}
        for seen in view.seen:
            if not seen.loose:
                forms[seen.index] = form = table.form(seen.key)
                form.add(view.sha256, seen.mention)
                form.note(view.learnt.get(seen.index, {}))
        for subject, value in view.ties:
            if subject in forms and (tied := view.name_of(value)):
                forms[subject].ties.add(tied)
    return table


def _rules(kind: Kind, table: FormTable) -> Rules:
    if kind is Kind.PERSON:
        return Rules(compare_people, people_conflict)
    if kind is Kind.ORGANIZATION:
        return Rules(compare_organizations, organizations_conflict)
    if kind is Kind.PLACE:
        return Rules(compare_places, places_conflict)
    elsewhere = [*table.of_kind(Kind.PLACE), *table.of_kind(Kind.ORGANIZATION)]
    return Rules(initiative_comparer(table.of_kind(kind), elsewhere), initiatives_conflict)


def _resolve_source(
    view: SourceView, named: Named, valued: Valued, settled: Mapping[Spot, str]
) -> tuple[str | None, ...]:
    """Return the IRI of each mention of a file, in the file's order."""
    found: dict[int, str] = {}
    for index, value in view.values.items():
        if iri := valued.iri_of.get(value):
            found[index] = iri
    neighbours = [Neighbour(seen, named.iri_of[seen.key]) for seen in view.seen if not seen.loose]
    found.update((neighbour.seen.index, neighbour.iri) for neighbour in neighbours)
    found.update(understand((seen for seen in view.seen if seen.loose), neighbours))
    found.update((place.index, iri) for place, iri in settled.items() if place.source == view.sha256[:16])
    return tuple(found.get(index) for index in range(view.size))
