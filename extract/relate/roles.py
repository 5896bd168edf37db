"""Who has which role, where: what stands beside a name ("økonomichef Anna Lund", "Anna Lund, chef for …")."""

from __future__ import annotations

from bisect import bisect_left

from extract.records import Kind, MentionIndex, Reading, Span
from extract.relations import Role

REACH = 80  # characters between a name and the organization of the role
PRINTED = 0.9


def relate_roles(reading: Reading) -> tuple[Role, ...]:
    """Return the role beside each name that has one, in order of text; a role said twice stands once."""
    found: dict[tuple[str, str], Role] = {}
    for index, mention in enumerate(reading.mentions):
        role = mention.attributes.get("role", "") if mention.kind is Kind.PERSON else ""
        if role:
            evidence = _around(reading, mention.span, role)
            organization = _within(reading, evidence, index)
            if organization is None:
                organization = _behind(reading, index)
            confidence = round(PRINTED * mention.confidence, 2)
            found.setdefault((mention.name, role), Role(index, role, organization, evidence, confidence))
    return tuple(found.values())


def _within(reading: Reading, evidence: Span, person: MentionIndex) -> MentionIndex | None:
    """Return the organization between a role and its name: "driftschef for Familier og Job, Anna Lund"."""
    for index in range(person - 1, -1, -1):
        mention = reading.mentions[index]
        if mention.span.start < evidence.start:
            return None
        if mention.kind is Kind.ORGANIZATION and mention.span in evidence:
            return index
    return None


def _behind(reading: Reading, person: MentionIndex) -> MentionIndex | None:
    """Return the organization that follows a name closely within its line."""
    span = reading.mentions[person].span
    for index in range(person + 1, len(reading.mentions)):
        mention = reading.mentions[index]
        between = reading.text[span.end : mention.span.start]
        if len(between) > REACH or "\n" in between or ". " in between or mention.kind is Kind.PERSON:
            return None
        if mention.kind is Kind.ORGANIZATION:
            return index
    return None


def _around(reading: Reading, name: Span, role: str) -> Span:
    """Return the stretch of the sentence that holds both the role and the name, else the name alone."""
    index = bisect_left(reading.sentences, name.end, key=lambda each: each.end)
    if index >= len(reading.sentences) or name not in reading.sentences[index]:
        return name
    sentence = reading.sentences[index]
    text = reading.text.casefold()
    before = text.rfind(role.casefold(), sentence.start, name.start)
    behind = text.find(role.casefold(), name.end, sentence.end)
    if before >= 0:
        return Span(before, name.end)
    return Span(name.start, behind + len(role)) if behind >= 0 else name
