"""Make entities of joined forms: class, label, IRI, and what else holds across files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.records import Kind
from graph.errors import InvalidKeyError
from graph.identities import Claim, Identities
from graph.iri import Iris, slug
from graph.names import fold
from graph.resolving.compare_organizations import short_name
from graph.resolving.forms import Form, FormKey
from graph.resolving.labels import alternative_labels, notation, preferred_label
from graph.resolving.resolution import Entity
from graph.resolving.sightings import SourceView
from graph.vocabulary import INITIATIVE_KINDS

ORGANIZATION_CLASSES: Mapping[str, str] = {
    "department": "Department",
    "unit": "Unit",
    "committee": "Committee",
    "external": "ExternalOrganization",
}
CLASSES: Mapping[Kind, str] = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.INITIATIVE: "Initiative",
    Kind.PLACE: "Place",
}


@dataclass(frozen=True, slots=True)
class Named:
    """The entities made of forms, the IRI each form came to, and the register afterwards."""

    entities: tuple[Entity, ...]
    iri_of: Mapping[FormKey, str]
    identities: Identities


@dataclass(frozen=True, slots=True)
class Valued:
    """The entities that a number or a year names outright, and the IRI of each."""

    entities: tuple[Entity, ...]
    iri_of: Mapping[tuple[Kind, str], str]


def name_key(key: FormKey) -> str:
    """Return how the register of identities knows a form: its folded name and what splits it."""
    return f"{key.name}#{key.split}" if key.split else key.name


def make_entities(clusters: Sequence[Sequence[Form]], identities: Identities, iris: Iris) -> Named:
    """Return an entity for each set of forms, with the IRI it had before if it had one."""
    claims = [_claim(forms) for forms in clusters]
    short, register = identities.assign(claims)
    former = register.former()
    iri_of: dict[FormKey, str] = {}
    entities = []
    for forms, key in zip(clusters, short, strict=True):
        iri = iris.expand(key)
        iri_of.update((form.key, iri) for form in forms)
        old = tuple(iris.expand(each) for each in former.get(key, ()))
        entities.append(_entity(forms, iri, old))
    return Named(_with_parents(entities, clusters), iri_of, register)


def make_valued(views: Iterable[SourceView], iris: Iris) -> Valued:
    """Return the cases and budget years of all files in order of IRI; a malformed value makes none."""
    values = sorted({value for view in views for value in view.values.values()})
    found: dict[tuple[Kind, str], Entity] = {}
    for kind, value in values:
        try:
            found[kind, value] = _valued(kind, value, iris)
        except InvalidKeyError:
            continue
    unique = {entity.iri: entity for entity in found.values()}
    iri_of = {key: entity.iri for key, entity in found.items()}
    return Valued(tuple(unique[iri] for iri in sorted(unique)), iri_of)


def _valued(kind: Kind, value: str, iris: Iris) -> Entity:
    if kind is Kind.CASE:
        number = value.upper()
        return Entity(iris.case(number), "Case", number, extra={"number": number})
    return Entity(iris.budget_year(value), "BudgetYear", f"Budget {value}", extra={"year": value})


def _claim(forms: Sequence[Form]) -> Claim:
    label = preferred_label(forms)
    acronym = notation(forms) if forms[0].kind is Kind.ORGANIZATION else None
    return Claim(
        forms[0].kind.value,
        slug(acronym or label),
        frozenset(name_key(form.key) for form in forms),
        frozenset(Identities.short_source(source) for form in forms for source in form.sources),
        sum(form.count for form in forms),
    )


def _entity(forms: Sequence[Form], iri: str, former: tuple[str, ...]) -> Entity:
    label = preferred_label(forms)
    extra = {}
    if forms[0].kind is Kind.INITIATIVE:
        kind = _commonest(forms, "kind")
        extra["kind"] = kind if kind in INITIATIVE_KINDS else "other"
    return Entity(
        iri,
        _class_name(forms),
        label,
        alternative_labels(forms, label),
        notation(forms),
        max(form.confidence for form in forms),
        former,
        extra,
    )


def _class_name(forms: Sequence[Form]) -> str:
    kind = forms[0].kind
    if kind is Kind.ORGANIZATION and (stated := _commonest(forms, "type")):
        return ORGANIZATION_CLASSES.get(stated, CLASSES[kind])
    return CLASSES[kind]


def _commonest(forms: Sequence[Form], attribute: str) -> str | None:
    counts: Counter[str] = Counter()
    for form in forms:
        counts.update(form.attributes.get(attribute, Counter()))
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _with_parents(entities: Sequence[Entity], clusters: Sequence[Sequence[Form]]) -> tuple[Entity, ...]:
    """Add the organization that each organization is part of, where that is named somewhere too."""
    by_name = _organizations_by_name(entities, clusters)
    parents: dict[str, str] = {}
    for entity, forms in zip(entities, clusters, strict=True):
        stated = _commonest(forms, "part_of") if forms[0].kind is Kind.ORGANIZATION else None
        parent = by_name.get(short_name(fold(stated))) if stated else None
        if parent and parent != entity.iri and parents.get(parent) != entity.iri:
            parents[entity.iri] = parent
    return tuple(
        replace(entity, extra={**entity.extra, "parent": parents[entity.iri]})
        if entity.iri in parents
        else entity
        for entity in entities
    )


def _organizations_by_name(
    entities: Sequence[Entity], clusters: Sequence[Sequence[Form]]
) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for entity, forms in zip(entities, clusters, strict=True):
        if forms[0].kind is Kind.ORGANIZATION:
            for name in (entity.label, *entity.alt_labels, entity.notation or ""):
                if name:
                    found.setdefault(short_name(fold(name)), entity.iri)
    return found
