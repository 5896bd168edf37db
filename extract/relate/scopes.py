"""Which initiative a stretch of text is about without saying so: its document's, heading's or page's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.recognise.initiatives_names import key
from extract.records import Kind, MentionIndex, Span
from extract.relate.abouts import subjects_of, subjects_of_item
from extract.relate.ground import Ground

LONGEST_HEADING = 110
REST_OF_HEADING = re.compile(
    r"^[^\w•▪●*-]*(?:(?:Forslag|Projekt|Indsats|Initiativ|Tiltag|Investering|Delprojekt|Spor) )?"
    r"(?:\d{1,2}[a-z]?[.:]?)?[^\w•▪●*-]*$"
)
AFTER_NAME = re.compile(
    r"^\W*(?:(?:i|på|ved|–|-|:)\W*)?(?:projekt|indsats|status|indsatsbeskrivelse)?\W*$", re.IGNORECASE
)
SHOUTED = re.compile(r"^(?=[^\n]{0,80}[A-ZÆØÅ]{4})[^a-zæøå\n]{4,160}$", re.MULTILINE)
NUMBERED = re.compile(r"^\s*\d{1,2}\. ")


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch about one initiative, at one place perhaps; `nearness` 2 by heading, 1 by document."""

    span: Span
    initiative: MentionIndex
    place: MentionIndex | None
    nearness: int


@dataclass(frozen=True, slots=True)
class Scopes:
    """The near scopes and the far ones, each in order and without overlaps."""

    near: tuple[Scope, ...]
    far: tuple[Scope, ...]

    def at(self, position: int) -> Scope | None:
        """Return the nearest scope around `position`."""
        return _covering(self.near, position) or _covering(self.far, position)


def _covering(scopes: Sequence[Scope], position: int) -> Scope | None:
    index = bisect_right(scopes, position, key=lambda each: each.span.start) - 1
    if index >= 0 and position < scopes[index].span.end:
        return scopes[index]
    return None


def find_scopes(ground: Ground) -> Scopes:
    """Return the scopes of a reading."""
    headings = tuple(_headings(ground))
    pages = tuple(_page_scopes(ground, headings))
    taken = [scope.span for scope in pages]
    near = [*pages, *(scope for scope in _heading_scopes(ground, headings) if not _hit(scope.span, taken))]
    return Scopes(tuple(sorted(near, key=lambda each: each.span)), tuple(_document_scopes(ground)))


def _hit(span: Span, taken: Sequence[Span]) -> bool:
    index = bisect_right(taken, span.start, key=lambda each: each.start)
    return any(span.overlaps(each) for each in taken[max(0, index - 1) : index + 1])


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is an initiative's name and, perhaps, a place's."""

    line: Span
    initiative: MentionIndex
    place: MentionIndex | None
    numbered: bool


def _headings(ground: Ground) -> Iterator[Heading]:
    """Yield the lines that consist of an initiative's name, with a number before and a place behind."""
    titles = {each.title_span.start for each in ground.reading.package.documents}
    for index in ground.by_kind[Kind.INITIATIVE]:
        span = ground.span(index)
        line = ground.paragraph(span.start)
        if line.end - line.start > LONGEST_HEADING or span.end > line.end or span.start in titles:
            continue
        before = ground.text[line.start : span.start]
        places = ground.inside(Kind.PLACE, Span(span.end, line.end))
        behind = _blanked(ground, Span(span.end, line.end), places)
        if REST_OF_HEADING.match(before) and AFTER_NAME.match(behind):
            place = places[0] if len(places) == 1 else None
            yield Heading(line, index, place, NUMBERED.match(line.of(ground.text)) is not None)


def _blanked(ground: Ground, span: Span, places: Sequence[MentionIndex]) -> str:
    """Return the text of `span` without the places in it."""
    text = span.of(ground.text)
    for index in places:
        place = ground.span(index)
        start, end = place.start - span.start, place.end - span.start
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _page_scopes(ground: Ground, headings: Sequence[Heading]) -> Iterator[Scope]:
    """Yield the pages of a report on which one initiative alone has a numbered heading, wherever it stands.

    Sheets laid out in columns are read column by column, so that the heading may come last.
    """
    starts = ground.reading.page_starts
    numbered = [heading for heading in headings if heading.numbered]
    pages: dict[int, list[Heading]] = {}
    for heading in numbered:
        pages.setdefault(bisect_right(starts, heading.line.start) - 1, []).append(heading)
    for page, found in sorted(pages.items()):
        names = {key(ground.name(heading.initiative)) for heading in found}
        if page < 0 or len(names) != 1:
            continue
        end = starts[page + 1] if page + 1 < len(starts) else len(ground.text)
        if starts[page] < end:
            yield Scope(Span(starts[page], end), found[0].initiative, found[0].place, 2)


def _heading_scopes(ground: Ground, headings: Sequence[Heading]) -> Iterator[Scope]:
    """Yield the stretches from a heading to the next one, or to where its section or document ends."""
    for number, heading in enumerate(headings):
        stretch = ground.at(heading.line.start)
        if stretch is None:
            continue
        ends = [stretch.span.end]
        if number + 1 < len(headings):
            ends.append(headings[number + 1].line.start)
        if heading.line.of(ground.text).isupper():
            ends.append(_next_shout(ground, heading.line.end))
        if stretch.document is not None:
            sections = stretch.document.sections
            ends += [each.span.start for each in sections if each.span.start > heading.line.start][:1]
        end = min(ends)
        if end > heading.line.end:
            yield Scope(Span(heading.line.start, end), heading.initiative, heading.place, 2)


def _next_shout(ground: Ground, position: int) -> int:
    """Return where the next line in capitals begins, which ends what stands below one."""
    match = SHOUTED.search(ground.text, position)
    return match.start() if match else len(ground.text)


def _document_scopes(ground: Ground) -> Iterator[Scope]:
    for stretch in ground.stretches:
        if stretch.document is not None:
            subjects = subjects_of(ground, stretch.document)
        else:
            item = ground.item(stretch)
            subjects = subjects_of_item(ground, item) if item else ()
        if subjects:
            yield Scope(stretch.span, subjects[0], None, 1)
