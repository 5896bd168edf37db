"""Find initiatives in small texts for tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.recognise.initiatives import find_initiatives
from extract.recognise.initiatives_candidates import Candidate, accept
from extract.records import AgendaItem, Document, Kind, Mention, Package, Span

NOTHING = Package((), (), ())


def names(text: str, package: Package = NOTHING, others: Iterable[Mention] = ()) -> list[str]:
    """Return the names of the initiatives in `text`, each once, in order."""
    found = find_initiatives(text, package, tuple(others))
    return list(dict.fromkeys(mention.name for mention in found if mention.kind is Kind.INITIATIVE))


def accepted(candidates: Iterable[Candidate]) -> list[str]:
    """Return the names that one rule's candidates alone would make."""
    return [each.name for each in accept(candidates)]


def others(text: str, kind: Kind, *phrases: str, **attributes: str) -> Iterator[Mention]:
    """Yield a mention of `kind` wherever one of the phrases stands."""
    for phrase in phrases:
        for match in re.finditer(re.escape(phrase), text):
            yield Mention(kind, Span(*match.span()), phrase, phrase, "test", 0.95, attributes)


def item(text: str, title: str) -> Package:
    """Return a package of one agenda item with this title, where it first stands in `text`."""
    start = text.index(title)
    return Package((), (AgendaItem("i1", "m1", "4", title, Span(start, start + len(title))),), ())


def document(text: str, title: str, kind: str = "indstilling") -> Package:
    """Return a package of one document with this title that fills `text`."""
    start = text.index(title)
    title_span = Span(start, start + len(title))
    return Package((), (), (Document("d1", title, title_span, kind, (Span(0, len(text)),)),))
