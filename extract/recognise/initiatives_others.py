"""What is the name of something else is no initiative: organizations, people, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.recognise.initiatives_candidates import Candidate
from extract.recognise.initiatives_words import words
from extract.records import Kind, Mention, Span

OTHER_KINDS = frozenset({Kind.ORGANIZATION, Kind.PERSON, Kind.PLACE, Kind.CASE, Kind.BUDGET_YEAR})
OFFICES = frozenset({"department", "unit", "committee"})
LETTERS_OF_ITS_OWN = 2  # a name of another kind may be inflected: "Byrådets"


def not_of_others(candidates: Iterable[Candidate], mentions: Iterable[Mention]) -> Iterator[Candidate]:
    """Yield the candidates that no surer mention of another kind covers.

    A house or a network may be what a title is about ("Evaluering af Solhuset"), an office may not.
    """
    candidates = list(candidates)
    others = {each.text for each in mentions if _is_no_subject(each)}
    named = frozenset(each.text for each in mentions if each.kind in OTHER_KINDS)
    taken = _taken(mentions, (each.span for each in candidates))
    for each in candidates:
        if each.rule == "title_subject":
            if each.name not in others:
                yield each
        elif each.rule == "proper_phrase" and taken[each.span.start]:
            continue  # "Solhallen til Havneværftet" begins with a place
        elif _its_own(taken, each.span, each.weight) and not _only_a_head(each, named):
            yield each


def _is_no_subject(mention: Mention) -> bool:
    """Tell what a title may be about without being an initiative: an office, a person, a part of town."""
    type_ = mention.attributes.get("type")
    return (
        mention.kind is Kind.PERSON or type_ in OFFICES or (mention.kind is Kind.PLACE and type_ != "venue")
    )


def _only_a_head(candidate: Candidate, named: frozenset[str]) -> bool:
    """Tell whether a name is a head and another's name: "planen for Solby"."""
    first, _, rest = candidate.name.partition(" ")
    return words().head(first) is not None and rest.partition(" ")[2] in named


def free_of_others(repeated: Iterable[Mention], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the repetitions outside the names of others ("Solbyens Venner" repeats no initiative "Solby")."""
    repeated = list(repeated)
    taken = _taken(mentions, (each.span for each in repeated))
    return (each for each in repeated if _its_own(taken, each.span, each.confidence))


def free_spans(spans: Iterable[Span], mentions: Iterable[Mention]) -> list[Span]:
    """Return the spans that no mention of another kind touches."""
    spans = list(spans)
    taken = _taken(mentions, spans)
    return [span for span in spans if not any(taken[span.start : span.end])]


def _taken(mentions: Iterable[Mention], spans: Iterable[Span]) -> bytearray:
    """Return, character by character, how sure (0-100) the mention of another kind there is."""
    taken = bytearray(max((span.end for span in spans), default=0))
    for each in mentions:
        length = min(each.span.end, len(taken)) - each.span.start
        if each.kind in OTHER_KINDS and length > 0:
            sureness = bytes([round(100 * each.confidence)])
            taken[each.span.start : each.span.start + length] = sureness * length
    return taken


def _its_own(taken: bytearray, span: Span, sureness: float) -> bool:
    """Tell whether enough letters of `span` belong to nothing as sure."""
    return sum(each < 100 * sureness for each in taken[span.start : span.end]) > LETTERS_OF_ITS_OWN
