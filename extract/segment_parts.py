"""Cut a package up and sort the parts: pages into meetings, documents to items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.records import CleanText
from extract.segment_agendas import Agendas
from extract.segment_cues import StampKey, is_meeting_file, key, opens_at_top, outer_keys
from extract.segment_documents import Tie, Tied, draft_of
from extract.segment_items import Round, rounds_of
from extract.segment_layout import lay_out
from extract.segment_stretches import Stretch, StretchKind, cut
from extract.segment_threads import Thread, threads_of
from extract.segment_ties import own_meeting, tie_documents


@dataclass(frozen=True, slots=True)
class Parts:
    """A package cut up: its own pages sorted into meetings, and its documents tied to their items."""

    own_pages: tuple[Stretch, ...]
    threads: tuple[Thread, ...]
    tied: tuple[Tied, ...]
    files: tuple[tuple[int, str], ...]  # (which meeting, title of the stamp that names its file)
    own: int | None  # the meeting that the package is for


def parts_of(clean: CleanText) -> Parts:
    """Cut a cleaned text up; everything stands in reading order."""
    leaves = lay_out(clean)
    outer = outer_keys(leaves)
    stretches = _brought_together(cut(leaves), outer)
    rounds = [list(rounds_of(each, clean.text)) if _has_items(each) else [] for each in stretches]
    threads = threads_of(one for each in rounds for one in each)
    of_round = {id(one): index for index, thread in enumerate(threads) for one in thread.rounds}
    documents = [n for n, each in enumerate(stretches) if each.kind is StretchKind.DOCUMENT]
    before = [_printed_before(rounds[n - 1], of_round) if n else None for n in documents]
    tied = [Tied(draft_of(stretches[n], outer)) for n in documents]
    agendas = Agendas(threads)
    tie_documents(tied, agendas, before)
    meeting_at = {n: of_round[id(each[0])] for n, each in enumerate(rounds) if each}
    meeting_at |= {n: t.tie.thread for n, t in zip(documents, tied, strict=True) if t.tie}
    return Parts(
        tuple(each for each in stretches if _has_items(each)),
        threads,
        tuple(tied),
        tuple(_files(stretches, meeting_at)),
        own_meeting([each.draft for each in tied], agendas),
    )


def _has_items(stretch: Stretch) -> bool:
    return stretch.kind is StretchKind.ITEMS


def _brought_together(stretches: Sequence[Stretch], outer: frozenset[StampKey]) -> list[Stretch]:
    """Join the pages of one document that stand apart: the same stamp, and no new beginning."""
    kept: list[Stretch] = []
    first: dict[StampKey, Stretch] = {}
    for stretch in stretches:
        keys = [key(stamp) for stamp in stretch.stamps if key(stamp) not in outer]
        if stretch.kind is not StretchKind.DOCUMENT or not keys:
            kept.append(stretch)
        elif keys[0] in first and not opens_at_top(stretch.paragraphs):
            first[keys[0]].paragraphs += stretch.paragraphs
        else:
            first[keys[0]] = stretch
            kept.append(stretch)
    return kept


def _printed_before(rounds: Sequence[Round], of_round: dict[int, int]) -> Tie | None:
    """Return the item printed last before a document, unless on pages of minutes."""
    if not rounds or rounds[-1].is_minutes:
        return None
    return Tie(of_round[id(rounds[-1])], rounds[-1].entries[-1].number)


def _files(stretches: Sequence[Stretch], meeting_at: dict[int, int]) -> Iterator[tuple[int, str]]:
    for index, stretch in enumerate(stretches):
        for stamp in stretch.stamps:
            if index in meeting_at and is_meeting_file(stamp.title):
                yield meeting_at[index], stamp.title
