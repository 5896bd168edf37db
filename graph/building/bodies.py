"""Which body holds a meeting: a committee by its name, a rådmandsmøde by its department as well."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.records import Kind, Meeting
from graph.iri import Iris, slug
from graph.names import fold
from graph.resolving.resolution import Entity, Held
from graph.resolving.sightings import MeetingSeen, SourceView

DEPARTMENTAL = "raadmandsmoede"  # the kind of meeting that each department holds for itself
EntityOf = Callable[[str, int], str | None]


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies in order of IRI, and who holds each meeting of each file, and when."""

    entities: tuple[Entity, ...]
    held: Mapping[str, Mapping[str, Held]]


def find_bodies(
    views: Iterable[SourceView], entity_of: EntityOf, entities: Sequence[Entity], iris: Iris
) -> Bodies:
    """Return the bodies of all meetings, whatever order the files were read in."""
    known = {entity.iri: entity for entity in entities}
    committees = {fold(name): e.iri for e in entities if e.class_name == "Committee" for name in _names(e)}
    found: dict[str, list[Entity]] = defaultdict(list)
    bodies: dict[tuple[str, str], tuple[str, Meeting]] = {}
    for view in views:
        for seen in view.meetings:
            department = _department(view, seen, entity_of, known)
            body = _body(seen.meeting, department, committees.get(fold(seen.meeting.body)), iris)
            found[body.iri].append(body)
            bodies[view.sha256, seen.meeting.id] = (body.iri, seen.meeting)
    entities_found = tuple(_commonest_label(found[iri]) for iri in sorted(found))
    return Bodies(entities_found, _held(bodies))


def _held(bodies: Mapping[tuple[str, str], tuple[str, Meeting]]) -> dict[str, dict[str, Held]]:
    """Return who holds each meeting of each file; of one meeting in several files the hours most give."""
    hours: dict[tuple[str, str | None], list[Meeting]] = defaultdict(list)
    for body, meeting in bodies.values():
        hours[body, meeting.date].append(meeting)
    found: dict[str, dict[str, Held]] = defaultdict(dict)
    for (sha256, meeting_id), (body, meeting) in bodies.items():
        same = hours[body, meeting.date] if meeting.date else [meeting]
        start, end = _commonest(m.start for m in same), _commonest(m.end for m in same)
        found[sha256][meeting_id] = Held(body, start, end)
    return dict(found)


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _commonest_label(bodies: Sequence[Entity]) -> Entity:
    label = _commonest(body.label for body in bodies)
    return next(body for body in bodies if body.label == label)


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.label, *entity.alt_labels)


def _body(meeting: Meeting, department: str | None, committee: str | None, iris: Iris) -> Entity:
    label = " ".join(meeting.body.split()) or meeting.kind
    key = slug(label) if any(c.isalnum() for c in label) else "unnamed"
    if department:
        key = f"{key}-{department.rpartition('/')[2]}"
    extra = {"parent": department, "committee": committee}
    stated = {name: value for name, value in extra.items() if value}
    return Entity(iris.entity("body", key), "MeetingBody", label, extra=stated)


def _department(
    view: SourceView, seen_meeting: MeetingSeen, entity_of: EntityOf, known: Mapping[str, Entity]
) -> str | None:
    """Return the department whose meeting it is: by who issued its papers, else by who is named most."""
    if seen_meeting.meeting.kind != DEPARTMENTAL:
        return None
    issued = Counter(_above(entity_of(view.sha256, index), known) for index in seen_meeting.issuers)
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
