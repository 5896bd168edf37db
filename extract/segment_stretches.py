"""Cut a package into stretches: pages of the package itself (its items), and enclosed documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from extract.likeness import same_title
from extract.printed_dates import first_date
from extract.records import Span, Stamp
from extract.segment_cues import (
    Cues,
    StampKey,
    cues_of,
    is_committee_head,
    listed_titles,
    opens_at_top,
    opens_within,
    outer_keys,
    resembles,
)
from extract.segment_layout import Leaf, Paragraph
from extract.segment_sections import RECOMMENDING, heading_kind
from extract.structure import (
    DEBRIS,
    FIELD_LINE,
    HEAD_FIELD,
    ITEM_HEADING,
    MINUTES_HEADING,
    NOTICE,
    RAADMAND,
    REMNANT,
    SIGNATURE,
    TIMES,
)

REACH = 8  # paragraphs between a meeting's head and its first item
LONGEST_HEAD = 200
BETWEEN = 3  # characters between two paragraphs at most
MOST_LISTED = 40  # attachments that are still waited for
IN_HEAD = 4  # paragraphs of a document that are surely its head


class StretchKind(StrEnum):
    """What a stretch of a package is."""

    ITEMS = "items"
    DOCUMENT = "document"
    DEBRIS = "debris"


@dataclass(slots=True)
class Stretch:
    """Paragraphs that belong together, in reading order, with the stamps of their pages.

    `afresh` says that a heading opens it ("Referat", a meeting's head), so that its numbers begin anew.
    """

    kind: StretchKind
    afresh: bool = False
    paragraphs: list[Paragraph] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of text it covers: one, unless its pages stand apart."""
        found: list[Span] = []
        for paragraph in self.paragraphs:
            if found and 0 <= paragraph.span.start - found[-1].end <= BETWEEN:
                found[-1] = Span(found[-1].start, paragraph.span.end)
            else:
                found.append(paragraph.span)
        return tuple(found)


@dataclass(slots=True)
class _State:
    """What is known of the document that is open."""

    key: StampKey | None = None
    pages: int = 0
    pages_left: int | None = None
    signed: bool = False
    template: bool = False
    committee: bool = False
    asks: bool = False  # it holds recommendations


def cut(leaves: Sequence[Leaf]) -> tuple[Stretch, ...]:
    """Cut the pages into stretches; they stand in reading order and share no paragraph."""
    cutter = _Cutter(leaves)
    for leaf in leaves:
        cutter.read(leaf)
    return tuple(_with_stamps(cutter.done, leaves))


class _Cutter:
    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.done: list[Stretch] = []
        self._flat = [paragraph for leaf in leaves for paragraph in leaf.paragraphs]
        self._outer = outer_keys(leaves)
        self._at = 0
        self._state = _State()
        self._listed: list[str] = []
        self._unpaged = len(leaves) == 1
        self._top = ""  # the first paragraph of the page before
        self._waiting: StampKey | None = None  # the stamp of a page that holds nothing else

    @property
    def _open(self) -> StretchKind | None:
        return self.done[-1].kind if self.done else None

    def read(self, leaf: Leaf) -> None:
        """Take in one page."""
        cues = cues_of(leaf, self._outer)
        if not leaf.paragraphs:
            self._waiting = cues.key
            return
        cues, self._waiting = replace(cues, key=cues.key or self._waiting), None
        for index, paragraph in enumerate(leaf.paragraphs):
            opened = self._opened_by(paragraph, cues if index == 0 else None)
            if opened is not None:
                self._begin(opened)
            self.done[-1].paragraphs.append(paragraph)
            self._state.asks = self._state.asks or bool(RECOMMENDING.fullmatch(paragraph.text))
            self._at += 1
        self._turn(cues)
        self._top = leaf.paragraphs[0].text

    def _begin(self, stretch: Stretch) -> None:
        if self._open is StretchKind.DOCUMENT:
            self._listed += [title for _, title in listed_titles([p.text for p in self.done[-1].paragraphs])]
        self.done.append(stretch)
        ahead = self._flat[self._at : self._at + REACH]
        self._state = _State(committee=is_committee_head(ahead))
        top = " ".join(each.text for each in ahead[:2])
        self._listed = [title for title in self._listed[-MOST_LISTED:] if not _is_titled(top, title)]

    def _turn(self, cues: Cues) -> None:
        state = self._state
        state.key = state.key or cues.key
        state.pages += 1
        if cues.left is not None:
            state.pages_left = cues.left
        elif state.pages_left:
            state.pages_left -= 1
        state.signed = cues.signed or (state.signed and cues.goes_on)  # a footnote after the signature
        state.template = state.template or cues.template

    def _opened_by(self, paragraph: Paragraph, top: Cues | None) -> Stretch | None:
        """Return the stretch that a paragraph opens, if it opens one; `top` where it begins a page."""
        if DEBRIS.fullmatch(paragraph.text):
            return None if self._open is StretchKind.DEBRIS else Stretch(StretchKind.DEBRIS)
        if ITEM_HEADING.fullmatch(paragraph.text) and (top is not None or not self._state.committee):
            return None if self._open is StretchKind.ITEMS else Stretch(StretchKind.ITEMS)
        if self._is_minutes_heading() or ((top is not None or not self.done) and self._is_meeting_head()):
            return Stretch(StretchKind.ITEMS, afresh=True)
        if self._open is None or self._open is StretchKind.DEBRIS:
            return Stretch(StretchKind.DOCUMENT)
        begins = self._opens_within() if top is None else self._turns_to(top)
        return Stretch(StretchKind.DOCUMENT) if begins else None

    def _opens_within(self) -> bool:
        """Tell whether a document begins in the middle of a page; not in the head of what just began."""
        begun = self.done[-1].paragraphs
        if len(begun) < IN_HEAD and not any(ITEM_HEADING.fullmatch(each.text) for each in begun):
            return False
        return opens_within(self._flat[self._at : self._at + REACH]) or (self._unpaged and self._was_signed())

    def _was_signed(self) -> bool:
        """Tell whether the paragraph above is the end of an indstilling's signature."""
        last, here = self.done[-1].paragraphs, self._flat[self._at].text
        if self._open is not StretchKind.DOCUMENT or not SIGNATURE.fullmatch(last[-1].text):
            return False
        if self._state.committee or heading_kind(here):  # the fields of an item stand above its first heading
            return False
        goes_on = REMNANT.match(here) or SIGNATURE.fullmatch(here) or FIELD_LINE.match(here)
        return self._state.asks and not goes_on

    def _is_minutes_heading(self) -> bool:
        ahead = self._flat[self._at : self._at + 2]
        if len(ahead) < 2 or not MINUTES_HEADING.fullmatch(ahead[0].text):
            return False
        return bool(ITEM_HEADING.fullmatch(ahead[1].text))

    def _is_meeting_head(self) -> bool:
        """Tell whether a meeting's head begins here: its date or notice, soon followed by its first item."""
        ahead = self._flat[self._at : self._at + REACH]
        item = next((n for n, each in enumerate(ahead) if ITEM_HEADING.fullmatch(each.text)), 0)
        head = [each.text for each in ahead[:item]]
        if not head or any(len(text) > LONGEST_HEAD for text in head) or opens_at_top(ahead[:item]):
            return False
        if NOTICE.match(head[0]) or RAADMAND.search(head[0]):
            return True
        return any(first_date(text) and (TIMES.search(text) or HEAD_FIELD.match(text)) for text in head)

    def _turns_to(self, cues: Cues) -> bool:
        """Tell whether a new page begins a document."""
        if self._open is StretchKind.ITEMS:
            return not self._minutes_go_on(cues)
        return self._document_ends(cues)

    def _minutes_go_on(self, cues: Cues) -> bool:
        if cues.key is not None or cues.opens or cues.template:
            return False
        if cues.goes_on or self.done[-1].afresh:
            return True
        page = [each for each in self._flat[self._at :][:40] if each.page == self._flat[self._at].page]
        return any(ITEM_HEADING.fullmatch(each.text) for each in page)

    def _document_ends(self, cues: Cues) -> bool:
        state = self._state
        if state.key is not None and cues.key is not None:
            return cues.key != state.key
        if not state.pages:
            return False
        if cues.number is not None and cues.number > 1:
            return False
        if cues.number == 1 or (cues.opens and not cues.goes_on):
            return True
        if state.pages_left == 0 and (cues.template or self._flat[self._at].text != self._top):
            return True  # a page headed as the one before still belongs to it, though not counted
        if cues.template and (state.template or not cues.goes_on or state.key is not None):
            return True
        return not cues.goes_on and (state.signed or self._is_listed())

    def _is_listed(self) -> bool:
        top = self._flat[self._at].text
        return len(top) <= LONGEST_HEAD and any(_is_titled(top, title) for title in self._listed)


def _is_titled(top: str, title: str) -> bool:
    return same_title(top, title) or resembles(top, title)


def _with_stamps(stretches: Sequence[Stretch], leaves: Sequence[Leaf]) -> list[Stretch]:
    """Give every stretch the stamps of its pages; on a page of several, to the one the stamp stands in."""
    on_page: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        for page in {paragraph.page for paragraph in stretch.paragraphs}:
            on_page.setdefault(page, []).append(stretch)
    for leaf in leaves:
        here = on_page.get(leaf.number, [])
        for stamp in leaf.stamps if here else ():
            before = [each for each in here if each.paragraphs[0].span.start < stamp.position]
            (before or here)[-1 if before else 0].stamps.append(stamp)
    return list(stretches)
