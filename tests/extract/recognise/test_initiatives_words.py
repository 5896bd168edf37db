import pytest

from extract.recognise.initiatives_words import report_prefix, report_suffix, words
from graph.vocabulary import INITIATIVE_KINDS


def test_every_head_is_of_a_kind_of_the_contract() -> None:
    assert {head.kind for head in words().heads.values()} <= set(INITIATIVE_KINDS)


@pytest.mark.parametrize(
    ("word", "part", "lemma"),
    [
        ("trivselsstrategien", "trivsels", "strategi"),
        ("Kystpuljens", "Kyst", "pulje"),
        ("ABC-messerne", "ABC-", "messe"),
    ],
)
def test_a_compound_is_cut_before_its_head(word: str, part: str, lemma: str) -> None:
    found = words().compound(word)
    assert found is not None
    assert (found[0], found[1].lemma) == (part, lemma)


@pytest.mark.parametrize("word", ["strategien", "hund", "", "x"])
def test_what_is_no_compound_of_a_head_is_not_cut(word: str) -> None:
    assert words().compound(word) is None


@pytest.mark.parametrize(
    "title",
    ["Status på X", "Midtvejsevaluering af X", "Udvidelse og justering af X"],
)
def test_report_words_are_known_before_a_subject(title: str) -> None:
    match = report_prefix().match(title)
    assert match is not None
    assert title[match.end() :] == "X"


@pytest.mark.parametrize("title", ["X (10 min)", "X - status", "X: orientering", "X 2031-2034", "X, uge 8"])
def test_report_words_are_known_behind_a_subject(title: str) -> None:
    match = report_suffix().search(title)
    assert match is not None
    assert title[: match.start()] == "X"


@pytest.mark.parametrize("title", ["Ro på banen", "Leg for alle"])
def test_other_titles_are_left_whole(title: str) -> None:
    assert report_prefix().match(title) is None
    assert report_suffix().search(title) is None
