"""Which body holds a meeting: a committee by its name, a rådmandsmøde by its department as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.records import Kind
from graph.iri import Iris, slug
from graph.names import fold
from graph.resolution import Entity
from graph.sightings import MeetingSeen, SourceView

DEPARTMENTAL = "raadmandsmoede"  # the kind of meeting that each department holds for itself
EntityOf = Callable[[str, int], str | None]


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies, and which of them holds each meeting of each file."""

    entities: tuple[Entity, ...]
    of: Mapping[tuple[str, str], str]


def find_bodies(
    views: Iterable[SourceView], entity_of: EntityOf, entities: Sequence[Entity], iris: Iris
) -> Bodies:
    """Return the bodies of all meetings, whatever order the files were read in."""
    known = {entity.iri: entity for entity in entities}
    committees = {fold(name): e.iri for e in entities if e.class_name == "Committee" for name in _names(e)}
    found: dict[str, Entity] = {}
    of = {}
    for view in sorted(views, key=lambda view: view.sha256):
        for meeting in view.meetings:
            department = _department(view, meeting, entity_of, known)
            body = _body(meeting, department, committees.get(fold(meeting.body)), iris)
            found.setdefault(body.iri, body)
            of[view.sha256, meeting.id] = body.iri
    return Bodies(tuple(found[iri] for iri in sorted(found)), of)


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.label, *entity.alt_labels)


def _body(meeting: MeetingSeen, department: str | None, committee: str | None, iris: Iris) -> Entity:
    label = " ".join(meeting.body.split()) or meeting.kind
    key = slug(label) if any(c.isalnum() for c in label) else "unnamed"
    if department:
        key = f"{key}-{department.rpartition('/')[2]}"
    extra = {"parent": department, "committee": committee}
    stated = {name: value for name, value in extra.items() if value}
    return Entity(iris.entity("body", key), "MeetingBody", label, extra=stated)


def _department(
    view: SourceView, meeting: MeetingSeen, entity_of: EntityOf, known: Mapping[str, Entity]
) -> str | None:
    """Return the department whose meeting it is: by who issued its papers, else by who is named most."""
    if meeting.kind != DEPARTMENTAL:
        return None
    issued = Counter(_above(entity_of(view.sha256, index), known) for index in meeting.issuers)
    named = Counter(
        _above(entity_of(view.sha256, seen.index), known)
        for seen in view.seen
        if seen.key.kind is Kind.ORGANIZATION
    )
    return _leader(issued) or _leader(named)


def _above(iri: str | None, known: Mapping[str, Entity]) -> str | None:
    """Return the department that an organization is or belongs to."""
    seen: set[str] = set()
    while iri and iri not in seen and (entity := known.get(iri)):
        if entity.class_name == "Department":
            return iri
        seen.add(iri)
        iri = entity.extra.get("parent")
    return None


def _leader(counts: Counter[str | None]) -> str | None:
    """Return the department that is counted more than any other, or None."""
    ranked = Counter({iri: n for iri, n in counts.items() if iri}).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
