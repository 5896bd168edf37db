import pytest

from extract.recognise.initiatives_candidates import Accepted, Candidate
from extract.recognise.initiatives_repeats import find_repeats
from extract.recognise.initiatives_tokens import tokens
from extract.records import Span


def repeats(text: str, name: str, *, safe: bool) -> list[str]:
    origin = Candidate(Span(0, 0), name, "project", "quoted", 0.9, safe)
    owner = Accepted(name, "project", "quoted", 0.9, safe, (origin,))
    return [mention.text for mention in find_repeats(tokens(text), [owner])]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Vi ser skridt for skridt brede sig.", "Skridt for Skridt", ["skridt for skridt"]),
        ("Solspringets børn og Solspring-messen", "Solspring", ["Solspringets", "Solspring"]),
        ("Trivselsstrategiens mål", "Trivselsstrategi", ["Trivselsstrategiens"]),
        ("Skridt  for\u00a0Skridt", "Skridt for Skridt", ["Skridt  for\u00a0Skridt"]),
    ],
)
def test_a_safe_name_is_found_in_any_case_and_ending(text: str, name: str, expected: list[str]) -> None:
    assert repeats(text, name, safe=True) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Skridt for\nSkridt", "Skridt for Skridt"),
        ("Skridt mod Skridt", "Skridt for Skridt"),
        ("Solspringer og Solspringvand", "Solsprin"),
        ("", "Solspring"),
    ],
)
def test_other_words_are_no_repetition(text: str, name: str) -> None:
    assert repeats(text, name, safe=True) == []


def test_a_name_of_ordinary_words_is_found_as_printed_only() -> None:
    assert repeats("Unge mødre og mange unge mødre", "Unge mødre", safe=False) == ["Unge mødre"]


def test_or_where_it_is_a_line_of_its_own() -> None:
    assert repeats("3. unge Mødre\nDe unge mødre", "Unge mødre", safe=False) == ["unge Mødre"]
