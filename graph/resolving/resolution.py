"""What resolution comes to: the entities, which mention is of which, and the judgements behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.identities import Identities
from graph.judgements import Judgement


@dataclass(frozen=True, slots=True)
class Entity:
    """One canonical entity.

    `class_name` is its most specific class in our vocabulary; `extra` holds what else is known across files:
    `kind` (initiative), `year`, `number` (case), `parent`, `committee` (IRIs). `same_as` are former IRIs.
    """

    iri: str
    class_name: str
    label: str
    alt_labels: tuple[str, ...] = ()
    notation: str | None = None
    confidence: float = 1.0
    same_as: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """Which body (an IRI) holds a meeting, and when it began and ended as far as any file says ("10:30")."""

    body: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The agenda item (an IRI) that takes a commitment up again, by which rule, and how sure that is."""

    item: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities in order of IRI, judgements in order, and the register of identities afterwards.

    `mentions` hold the entity of each mention by file; `meetings` who holds each meeting by file and meeting;
    `about` the entities a judgement concerns; `unused` are the analyst's judgements of names that no file
    holds (any more); `follow_ups` where commitments are taken up again, by file and number in the file.
    """

    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]
    identities: Identities
    mentions: Mapping[str, tuple[str | None, ...]]
    meetings: Mapping[str, Mapping[str, Held]] = field(default_factory=dict)
    about: Mapping[Judgement, tuple[str, ...]] = field(default_factory=dict)
    unused: tuple[Judgement, ...] = ()
    follow_ups: Mapping[str, Mapping[int, FollowUp]] = field(default_factory=dict)

    def entity_of(self, sha256: str, index: int) -> str | None:
        """Return the IRI of the entity a mention is of; None if it was not resolved."""
        found = self.mentions.get(sha256, ())
        return found[index] if 0 <= index < len(found) else None

    def held(self, sha256: str, meeting_id: str) -> Held | None:
        """Return who holds a meeting of a file, and when; None if the file was not resolved."""
        return self.meetings.get(sha256, {}).get(meeting_id)

    def follow_up(self, sha256: str, number: int) -> FollowUp | None:
        """Return where a commitment of a file is taken up again; None if no file says."""
        return self.follow_ups.get(sha256, {}).get(number)

    def fingerprint(self, sha256: str) -> str:
        """Return a digest of all that a source's graph takes from resolution: unchanged, so is the graph."""
        parts = (self.meetings.get(sha256, {}), self.follow_ups.get(sha256, {}))
        said = repr((self.mentions.get(sha256, ()), *(sorted(part.items(), key=str) for part in parts)))
        return hashlib.sha256(said.encode()).hexdigest()
