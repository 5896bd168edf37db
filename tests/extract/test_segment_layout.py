from extract.records import CleanText, Run
from extract.segment_layout import lay_out
from tests.extract.packages import clean_text


def test_pages_cover_the_text_and_hold_their_paragraphs() -> None:
    leaves = lay_out(clean_text("En\nTo", "Tre"))
    assert [[p.text for p in leaf.paragraphs] for leaf in leaves] == [["En", "To"], ["Tre"]]
    assert leaves[0].span.end == leaves[1].span.start


def test_a_stamp_and_a_count_belong_to_their_page() -> None:
    leaves = lay_out(clean_text("En", "To\n@ 3/1: Kort\n# 1/2"))
    assert [len(leaf.stamps) for leaf in leaves] == [0, 1]
    assert [leaf.count is not None for leaf in leaves] == [False, True]


def test_a_paragraph_that_runs_over_a_page_is_marked_on_the_second() -> None:
    leaves = lay_out(CleanText("en sætning der går videre", (), (0, 11)))
    assert [p.runs_on for leaf in leaves for p in leaf.paragraphs] == [False, True]


def test_what_the_cleaner_moved_is_known_by_the_page_it_was_printed_on() -> None:
    # "Boks" was printed on page 1 (raw 10-14) and moved behind the first line of page 2 (raw 20-23).
    runs = (Run(0, 0, 3), Run(4, 20, 3), Run(8, 10, 4), Run(13, 30, 4))
    leaves = lay_out(CleanText("Før\nEft\nBoks\nSidt", runs, (0, 4)))
    assert [p.text for p in leaves[0].printed] == ["Før", "Boks"]


def test_a_text_without_pages_ends_its_pages_at_its_stamps() -> None:
    stamped = clean_text("En\n@ 3/1: A", "To\n@ 3/2: B", "Tre")
    unpaged = CleanText(stamped.text, (), (0,), stamped.stamps)
    leaves = lay_out(unpaged)
    assert [([p.text for p in leaf.paragraphs], len(leaf.stamps)) for leaf in leaves] == [
        (["En"], 1),
        (["To"], 1),
        (["Tre"], 0),
    ]


def test_an_empty_text_is_one_empty_page() -> None:
    assert [leaf.paragraphs for leaf in lay_out(CleanText("", (), ()))] == [()]
