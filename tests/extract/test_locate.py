from extract.clean import clean
from extract.locate import raw_span, relocate
from extract.records import CleanText, Run, Section, SegmentKind, Span
from tests.extract.texts import raw_text


def quote(text: str, wording: str) -> str:
    """Return what stands in the raw text where the cleaned text has `wording`."""
    result = clean(raw_text(text))
    start = result.text.index(wording)
    return raw_span(result)(Span(start, start + len(wording))).of(text)


def test_a_word_is_found_letter_for_letter() -> None:
    assert quote("Vi bor  i Nordhavn.", "Nordhavn") == "Nordhavn"


def test_a_broken_word_is_found_with_its_break() -> None:
    assert quote("Vi bor i Nord-\nhavn.", "Nordhavn") == "Nord-\nhavn"


def test_furniture_within_lies_inside() -> None:
    text = "vi taler om det\n\nPunkt 1, Bilag 1: Et\fder sker."
    assert quote(text, "om det der sker") == "om det\n\nPunkt 1, Bilag 1: Et\fder sker"


def test_a_ligature_and_an_accent_are_taken_whole() -> None:
    assert quote("en \ufb01sk på cafe\u0301 i dag", "isk på café") == "\ufb01sk på cafe\u0301"


BROKEN = "Indsatsen er lykkedes godt med at støtte familierne i Nordhavn, og det ses"
BOXED = f"{BROKEN}\n\nDet indstilles,\n\n1. at rådmanden godkender.\fblandt andet på fraværet."


def test_each_half_of_a_sentence_around_a_box_is_found() -> None:
    assert quote(BOXED, "og det ses") == "og det ses"
    assert quote(BOXED, "blandt andet") == "blandt andet"
    assert quote(BOXED, "1. at rådmanden godkender.") == "1. at rådmanden godkender."


def test_a_span_over_both_halves_holds_the_box() -> None:
    assert quote(BOXED, "ses blandt") == "ses\n\nDet indstilles,\n\n1. at rådmanden godkender.\fblandt"


def test_a_span_from_the_sentence_into_the_moved_box_holds_all_that_is_printed_between() -> None:
    assert quote(BOXED, "fraværet.\nDet indstilles,") == BOXED[BOXED.index("Det indst") :]


def test_an_empty_span_and_an_empty_text_have_a_place() -> None:
    assert raw_span(CleanText("ab", (Run(0, 5, 2),), (0,)))(Span(1, 1)) == Span(6, 6)
    assert raw_span(CleanText("", (), (0,)))(Span(0, 3)) == Span(0, 0)


def test_every_span_in_a_record_is_moved() -> None:
    clean_text = CleanText("ab", (Run(0, 5, 2),), (0,))
    section = Section(SegmentKind.TITLE, "ab", Span(0, 2))
    assert relocate((section, None), raw_span(clean_text)) == (
        Section(SegmentKind.TITLE, "ab", Span(5, 7)),
        None,
    )
