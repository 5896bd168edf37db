"""What resolution needs of a file: its mentions by form, where they stand, what they are tied to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from extract.records import Kind, Meeting, Mention, Package, Span
from extract.relations import Extract
from graph.names import fold, is_acronym
from graph.resolving.agendas import AgendaView, view_agenda
from graph.resolving.forms import JUDGED, FormKey, form_key
from graph.resolving.stems import head_of


@dataclass(frozen=True, slots=True)
class Scope:
    """Where in a file a mention stands, from narrow to wide; None where the file does not say."""

    document: str | None
    item: str | None
    meeting: str | None


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of a judged kind, by its place in the file's tuple of mentions."""

    index: int
    mention: Mention
    key: FormKey
    scope: Scope

    @property
    def loose(self) -> bool:
        """Tell whether the name alone says too little: a first name, initials, "handleplanen"."""
        return is_loose(self.mention)


@dataclass(frozen=True, slots=True)
class MeetingSeen:
    """A meeting as one file names it, with the mentions of organizations that issued its documents."""

    meeting: Meeting
    issuers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A file as resolution sees it. `values` are the numbers that name cases and budget years outright."""

    sha256: str
    size: int
    seen: tuple[Seen, ...]
    values: Mapping[int, tuple[Kind, str]]
    ties: tuple[tuple[int, int], ...]
    meetings: tuple[MeetingSeen, ...]
    agenda: AgendaView
    learnt: Mapping[int, Mapping[str, str]] = field(default_factory=dict)

    def name_of(self, index: int) -> str | None:
        """Return the folded name or the value of a mention."""
        if value := self.values.get(index):
            return value[1]
        return next((seen.key.name for seen in self.seen if seen.index == index), None)


def is_loose(mention: Mention) -> bool:
    """Tell whether a mention can only be understood beside others.

    >>> is_loose(Mention(Kind.PERSON, Span(0, 5), "Mette", "Mette", "name", 0.9))
    True
    """
    if mention.kind is Kind.PERSON:
        parts = fold(mention.name).split()
        return len(parts) < 2 or all(len(part) == 1 for part in parts) or is_acronym(mention.name)
    return mention.kind is Kind.INITIATIVE and head_of(fold(mention.name)) is not None


def view_source(extract: Extract) -> SourceView:
    """Return what resolution needs of one file; the rest of it can be let go."""
    scope_of = Scopes(extract.package).of
    seen = []
    values: dict[int, tuple[Kind, str]] = {}
    for index, mention in enumerate(extract.mentions):
        key = form_key(mention) if mention.kind in JUDGED else None
        if key:
            seen.append(Seen(index, mention, key, scope_of(mention.span)))
        elif value := _value(mention):
            values[index] = (mention.kind, value)
    return SourceView(
        extract.raw.sha256,
        len(extract.mentions),
        tuple(seen),
        values,
        tuple((tie.initiative, tie.object) for tie in extract.relations.ties),
        tuple(_meetings(extract)),
        view_agenda(extract),
        _learnt(extract),
    )


def renamed(view: SourceView, keys: Mapping[int, FormKey]) -> SourceView:
    """Return the view with other form keys for some of its mentions."""
    return replace(view, seen=tuple(replace(s, key=keys.get(s.index, s.key)) for s in view.seen))


def _value(mention: Mention) -> str | None:
    if mention.kind is Kind.CASE:
        return mention.attributes.get("number") or mention.name
    if mention.kind is Kind.BUDGET_YEAR:
        return mention.attributes.get("year")
    return None


def _learnt(extract: Extract) -> dict[int, dict[str, str]]:
    """Return what the relations say of persons and organizations, in the words of their attributes."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for role in extract.relations.roles:
        found[role.person]["role"] = role.role
        if role.organization is not None:
            found[role.person]["organization"] = extract.mentions[role.organization].name
    for part in extract.relations.parts:
        found[part.organization]["part_of"] = extract.mentions[part.parent].name
    return dict(found)


def _meetings(extract: Extract) -> Iterator[MeetingSeen]:
    meeting_of = {item.id: item.meeting_id for item in extract.package.agenda_items}
    item_of = {document.id: document.agenda_item_id for document in extract.package.documents}
    issuers: dict[str | None, list[int]] = defaultdict(list)
    for issuer in extract.relations.issuers:
        item = item_of.get(issuer.document_id)
        issuers[meeting_of.get(item) if item else None].append(issuer.organization)
    for meeting in extract.package.meetings:
        own = issuers.get(meeting.id) or issuers.get(None, [])
        yield MeetingSeen(meeting, tuple(own))


class Scopes:
    """Finds the document, agenda item and meeting that a span stands in."""

    def __init__(self, package: Package) -> None:
        self._meeting_of = {item.id: item.meeting_id for item in package.agenda_items}
        self._stretches: list[tuple[Span, str | None, str | None]] = []
        for document in package.documents:
            self._stretches += [(span, document.id, document.agenda_item_id) for span in document.spans]
        for item in package.agenda_items:
            spans = (item.title_span, item.decision, item.outcome_evidence)
            self._stretches += [(span, None, item.id) for span in spans if span]
        self._stretches.sort(key=lambda stretch: (stretch[0].end - stretch[0].start, stretch[0]))

    def of(self, span: Span) -> Scope:
        """Return the scope of a span: of the stretches that hold it, the shortest."""
        holding = [stretch for stretch in self._stretches if span in stretch[0]]
        document = next((d for _, d, _ in holding if d), None)
        item = next((i for _, _, i in holding if i), None)
        return Scope(document, item, self._meeting_of.get(item) if item else None)
