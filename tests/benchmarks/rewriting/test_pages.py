"""Pages are bound otherwise; all that stood on them still does."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.rewriting.package import RewriteText
from benchmarks.rewriting.pages import (
    attachments,
    bound,
    glue_counts,
    move_stamps,
    pages,
    shuffle_attachments,
    stamp_of,
)
from tests.benchmarks.rewriting.tiny import TEXT, chance

LETTER = " Kære borger,\nvi skriver til dig om dit barn\nog jeres nye adresse.\n"
COUNTED = TEXT.replace(" Anden side", " Side 2 af 2\nAnden side")


@pytest.mark.parametrize("rewrite", [move_stamps, shuffle_attachments])
def test_no_line_is_lost_or_added(rewrite: RewriteText) -> None:
    changed = rewrite(TEXT, chance())
    assert Counter(changed.split()) == Counter(TEXT.split())


@pytest.mark.parametrize("rewrite", [move_stamps, shuffle_attachments, glue_counts])
@pytest.mark.parametrize("text", [TEXT, LETTER])
def test_there_are_as_many_pages_as_before(rewrite: RewriteText, text: str) -> None:
    assert len(pages(rewrite(text, chance()))) == len(pages(text))


def test_a_page_says_its_stamp() -> None:
    assert [stamp_of(page) for page in pages(TEXT)] == [("3", "1"), ("3", "1"), ("3", "2"), ("4", "1")]
    assert stamp_of(LETTER) is None
    assert stamp_of("Se Punkt 3, Bilag 1: Notat.\nDet er vedlagt.\n\nMed venlig hilsen\n") is None


def test_a_stamp_is_moved_into_a_sentence_of_its_page() -> None:
    first = pages(move_stamps(TEXT, chance()))[0]
    before, _, after = first.partition("\n\nPunkt 3, Bilag 1: Indstilling om Havnens\nPerle.docx\n\n")
    assert before[-1].islower() or before[-1] == ","
    assert after[0].islower()


@pytest.mark.parametrize("text", [LETTER, " Kort.\n\nPunkt 3, Bilag 1: Notat.pdf\n", ""])
def test_where_there_is_no_stamp_or_no_sentence_to_move_it_to_nothing_moves(text: str) -> None:
    assert move_stamps(text, chance()).split() == text.split()


def test_counts_are_glued_to_the_pages_of_an_attachment() -> None:
    glued = next(each for seed in range(20) if "Side 2 af 2" in (each := glue_counts(TEXT, chance(seed))))
    assert " Side 1 af 2Punkt 3: Status" in glued
    assert " Side 2 af 2Anden side" in glued
    assert "Side 1 af 1" not in glued


@pytest.mark.parametrize("text", [COUNTED, LETTER, bound(pages(TEXT)[2:])])
def test_counted_unstamped_and_single_pages_are_not_counted(text: str) -> None:
    assert {glue_counts(text, chance(seed)) for seed in range(20)} == {bound(pages(text))}


def test_attachments_change_places_within_their_item() -> None:
    orders = {tuple(map(stamp_of, pages(shuffle_attachments(TEXT, chance(seed))))) for seed in range(20)}
    one, two, other = ("3", "1"), ("3", "2"), ("4", "1")
    assert orders == {(one, one, two, other), (two, one, one, other)}


def test_the_pages_of_an_attachment_stay_in_order() -> None:
    shuffled = next(
        each for seed in range(20) if (each := shuffle_attachments(TEXT, chance(seed))).startswith(" Notat")
    )
    assert shuffled.index("Status på Havnens Perle") < shuffled.index("Anden side")


ONE, TWO = "\n\nPunkt 3, Bilag 1: Notat.pdf", "\n\nPunkt 3, Bilag 2: Kort.pdf"
BETWEEN = [
    (["Forside" + ONE, "Broen åbner", "Slut" + ONE], [("3", "1")]),
    (["Forside" + ONE, "Broen åbner", "Stien", "Slut" + ONE, "Kort" + TWO], [("3", "1"), ("3", "2")]),
    (["Forside" + ONE, "Broen åbner", "Kort" + TWO], [("3", "1"), None, ("3", "2")]),
    (["Forside" + ONE, "Broen åbner"], [("3", "1"), None]),
    (["Broen åbner", "Slut" + ONE], [None, ("3", "1")]),
    (["Broen åbner", "Stien"], [None]),
]


@pytest.mark.parametrize(("written", "expected"), BETWEEN)
def test_a_page_between_two_of_an_attachment_is_its_own(
    written: list[str], expected: list[tuple[str, str] | None]
) -> None:
    text = "\f".join(written)
    assert [key for key, _ in attachments(text)] == expected
    assert [page for _, group in attachments(text) for page in group] == pages(text)
