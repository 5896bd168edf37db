import pytest

from extract.clean_lines import cut, make_line, normalise, without
from tests.extract.texts import pages_of, words_of

LETTERS = [
    ("to  ord", "to ord"),
    ("to\u00a0ord", "to ord"),
    ("a\tb", "a b"),
    ("\uf0b7 punkt", "• punkt"),
    ("\uf0b7punkt", "• punkt"),
    ("•punkt", "• punkt"),
    ("\ufb01sk og ta\ufb03", "fisk og taffi"),
    ("Mo\u0308de pa\u030a", "Möde på"),
    ("nul\u200bbred", "nulbred"),
    ("\ufeffførst", "først"),
    ("bløde\u00ad ord", "bløde ord"),
    ("2020\u20112021", "2020-2021"),
    ("”ord”", "”ord”"),
    ("\u00a0 \u200b", ""),
]


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_letters_are_normalised(text: str, expected: str) -> None:
    assert "".join(piece.text for piece in normalise(text, 0)) == expected


def test_a_line_that_ends_in_a_soft_hyphen_says_so() -> None:
    assert words_of(pages_of("Nord\u00ad\nhavn")) == [["Nord\u00ad", "havn"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028", "\u0085"])
def test_lines_end_in_every_way(end: str) -> None:
    lines = pages_of(f"et{end}{end}to")[0]
    assert [(line.text, line.gap) for line in lines] == [("et", 0), ("to", 1)]


def test_a_line_knows_where_it_stands() -> None:
    line = pages_of("\n   et  to  \n")[0][0]
    assert (line.text, line.start, line.end) == ("et to", 4, 10)


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 11, "Side 1 af 3"), (11, 17, "Bilag"), (3, 3, None), (11, 12, None)]
)
def test_a_part_of_a_line_keeps_its_place(start: int, end: int, expected: str | None) -> None:
    line = make_line(normalise("Side 1 af 3 Bilag", 100), page=1, gap=0)
    part = cut(line, start, end)
    assert (part.text if part else None) == expected
    assert part is None or part.start == 100 + "Side 1 af 3 Bilag".index(part.text)


def test_what_follows_furniture_stands_apart() -> None:
    left = without(pages_of("et\nto\ntre")[0], {1})
    assert [(line.text, line.gap, line.after_furniture) for line in left] == [
        ("et", 0, False),
        ("tre", 1, True),
    ]
