"""What a file says of its agenda that other files may take up: what items are about, what was promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from extract.records import Kind, Package, Span
from extract.relations import Extract
from graph.names import fold
from graph.resolving.stems import content

SHORTEST_WORD = 5  # letters of a stem that may tell what a promise is about


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment by its number in the file: its item, its words, the initiatives it names."""

    number: int
    item_id: str
    words: frozenset[str]
    initiatives: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AgendaView:
    """A file's package, its promises, and the mentions of initiatives that each agenda item is about."""

    package: Package
    promises: tuple[Promise, ...]
    subjects: Mapping[str, tuple[int, ...]]


def view_agenda(extract: Extract) -> AgendaView:
    """Return what other files may take up again of a file's agenda."""
    item_of = {document.id: document.agenda_item_id for document in extract.package.documents}
    subjects: dict[str, list[int]] = defaultdict(list)
    for about in extract.relations.abouts:
        item = item_of.get(about.target_id, about.target_id)
        if about.relation == "subject_of" and item:
            subjects[item].append(about.initiative)
    promises = (
        Promise(number, said.agenda_item_id, words_of(said.text), _named_in(extract, said.evidence))
        for number, said in enumerate(extract.relations.commitments, start=1)
        if said.agenda_item_id
    )
    return AgendaView(extract.package, tuple(promises), {item: tuple(s) for item, s in subjects.items()})


def words_of(text: str) -> frozenset[str]:
    """Return the stems of the words that may tell what a text is about.

    >>> words_of("Nyt om havneparken") == words_of("havneparkens")
    True
    """
    return frozenset(stem for stem in content(fold(text)) if len(stem) >= SHORTEST_WORD)


def _named_in(extract: Extract, span: Span) -> tuple[int, ...]:
    mentions = enumerate(extract.mentions)
    return tuple(n for n, mention in mentions if mention.kind is Kind.INITIATIVE and mention.span in span)
