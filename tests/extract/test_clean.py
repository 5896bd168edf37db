import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.clean import clean
from extract.locate import raw_span
from extract.records import CleanText, RawText, Span
from tests.extract.texts import cleaned, raw_text

PACKAGE = """ Rådmandsindstilling
[12/06/2024 - 10 minutter]

side 1 af 2

Status på Havneløftet

INDLEDNING\x20
Havneløftet blev igangsat i foråret 2024 i Nord-
havn. Rådmanden fik job- og
uddannelsestal for MSO-
lederne. Det ses\x20

Det indstilles,

1. at rådmanden godkender status på ”Havneløftet” til\x20
Trivselsudvalgets møde den 17.\x20

juli 2024

Punkt 7, Bilag 2: Bilag 1_Status
havneløft.docx
Punkt 2, Bilag 1:
 side 2 af 2

blandt andet på fraværet.\x20

zzzzzzzzzzzzzzzzzzzz Indsatsen
 Fritid  og  \ufb01ne  vaner
"""
EXPECTED = """Rådmandsindstilling
[12/06/2024 - 10 minutter]
Status på Havneløftet
INDLEDNING
Havneløftet blev igangsat i foråret 2024 i Nordhavn. Rådmanden fik job- og uddannelsestal for MSO-lederne. \
Det ses blandt andet på fraværet.
Det indstilles,
1. at rådmanden godkender status på ”Havneløftet” til Trivselsudvalgets møde den 17. juli 2024
Indsatsen
Fritid og fine vaner"""


def test_a_package_reads_like_its_author_wrote_it() -> None:
    assert cleaned(PACKAGE) == EXPECTED


def test_stamps_are_kept_with_page_and_place() -> None:
    result = clean(raw_text(PACKAGE))
    assert [(s.item_number, s.attachment_number, s.title, s.page) for s in result.stamps] == [
        ("7", "2", "Bilag 1_Status havneløft.docx", 1),
        ("2", "1", "", 1),
    ]
    assert result.text[: result.stamps[0].position].endswith("17. juli 2024")
    assert result.stamps[0].span.of(PACKAGE) == "Punkt 7, Bilag 2: Bilag 1_Status\nhavneløft.docx"


def test_page_counts_are_kept() -> None:
    counts = clean(raw_text(PACKAGE)).page_counts
    assert [(count.number, count.total, count.page) for count in counts] == [(1, 2, 1), (2, 2, 2)]


def test_pages_start_where_their_first_word_is() -> None:
    result = clean(raw_text(PACKAGE))
    starts = [result.text[start : start + 9] for start in result.page_starts]
    assert starts == ["Rådmandsi", "blandt an", "Fritid og"]


def test_a_page_without_text_starts_where_the_next_does() -> None:
    result = clean(raw_text("Et\f \fTo"))
    assert result.page_starts == (0, 3, 3)


def test_nothing_comes_of_nothing() -> None:
    assert clean(raw_text(" \n\f\n")) == CleanText("", (), (0, 0))


def folded(text: str) -> str:
    """Return the letters and digits of a text in one form, to compare a quote with its cleaned wording."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def faithful(raw: RawText) -> None:
    """Assert that every run stands letter for letter in the raw text."""
    result = clean(raw)
    for run in result.runs:
        shown = result.text[run.clean_start : run.clean_start + run.length]
        assert folded(raw.text[run.raw_start : run.raw_end]) == folded(shown)
        locate = raw_span(result)
        assert locate(Span(run.clean_start, run.clean_start + run.length)) == Span(run.raw_start, run.raw_end)
    assert list(result.page_starts) == sorted(result.page_starts)
    assert all(run.raw_length is not None or run.length == run.raw_end - run.raw_start for run in result.runs)


@pytest.mark.parametrize(
    "text", [PACKAGE, PACKAGE.replace("\n", "\r\n"), unicodedata.normalize("NFD", PACKAGE)]
)
def test_every_run_stands_in_the_raw_text(text: str) -> None:
    faithful(raw_text(text))


LINES = st.sampled_from(
    [
        *PACKAGE.split("\n"),
        "Punkt 3: Status (10 min)",
        "• \uf0b7 et punkt",
        "e\u0301n a\u030abning",
        "a\u00adb\u200bc\u00a0 d",
        "ef-\u00ad",
        "Side 3 af 55. Opfølgning",
        "12 / 13",
        "Klik her for at udfylde. side 2 af 3",
        "…………………………",
        "\f",
        "- ",
        "MSO-",
        "\ufb03",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=40).map("\n".join))
def test_runs_are_faithful_whatever_lines_meet(text: str) -> None:
    faithful(raw_text(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_runs_are_faithful_whatever_letters_meet(text: str) -> None:
    faithful(raw_text(text))


def test_every_letter_is_kept_or_furniture() -> None:
    text = "Nordhavn får flere pladser.\n\nHavnen vokser, og\nder kommer flere til."
    assert folded(cleaned(text)) == folded(text)


HOSTILE = [
    *(
        "-\n",
        "a-\n",
        ".",
        " ",
        "\n",
        "\n\n ",
        "z",
        "1",
        "_",
        "”",
        "\u00ad",
        "x\u0301",
        "\ufb01",
        "a b ",
        "A:",
        "d. ",
    ),
    *(
        "Punkt 1, Bilag 1: ",
        "Side 1 af ",
        "12 / ",
        "at 1) ",
        "• ",
        "Bilag ",
        "Klik her ",
        "Det indstilles,\n",
    ),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_hostile_text_is_cleaned_in_time(piece: str) -> None:
    text = piece * (150_000 // len(piece))
    started = time.process_time()
    clean(raw_text(text))
    assert time.process_time() - started < 8
