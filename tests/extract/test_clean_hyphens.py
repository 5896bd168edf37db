import pytest

from extract.clean_hyphens import hyphen_separator, is_broken, lexicon
from tests.extract.texts import cleaned

TEXT = "Vi bor i Nordhavn. Vi går på ikke-vestlige veje til projektlederen, web-baseret. Fjordby er et job."

CASES = [
    ("Nord-", "havn", "Nordhavn"),
    ("Fjordby-mo-", "dellen", "Fjordby-modellen"),
    ("job-", "og uddannelse", "job- og uddannelse"),
    ("job-", "eller uddannelse", "job- eller uddannelse"),
    ("drifts-", "området", "driftsområdet"),
    ("MSO-", "ledelse", "MSO-ledelse"),
    ("MSO/MLO-", "ledelse", "MSO/MLO-ledelse"),
    ("ikke-", "vestlige", "ikke-vestlige"),
    ("Projekt-", "lederen", "Projektlederen"),
    ("Nordhavn-", "området", "Nordhavn-området"),
    ("(Nordhavn-", "området", "(Nordhavn-området"),
    ("Job-", "området", "Jobområdet"),  # "job" is no name: it stands in lower case elsewhere
    ("Ravn-", "Pedersen", "Ravn-Pedersen"),
    ("BESKÆFTI-", "GELSE", "BESKÆFTIGELSE"),
    ("15-", "29 år", "15-29 år"),
    ("15-", "årige", "15-årige"),
    ("ABD-", "/ABX-dagen", "ABD-/ABX-dagen"),
    ("https://fjordby.example/paa-", "havnen", "https://fjordby.example/paa-havnen"),
    ("a-", "kasse", "a-kasse"),
    ("til-\u00ad", "svar", "til-svar"),
]


@pytest.mark.parametrize(("left", "right", "whole"), CASES)
def test_a_hyphen_at_the_end_of_a_line(left: str, right: str, whole: str) -> None:
    kept, separator = hyphen_separator(left, right, lexicon(TEXT))
    assert (left if kept else left[:-1]) + separator + right == whole


@pytest.mark.parametrize(
    ("line", "expected"), [("Nord-", True), ("jobsøgning -", False), ("-", False), ("Nord", False)]
)
def test_a_dash_is_no_hyphen(line: str, expected: bool) -> None:
    assert is_broken(line) is expected


def test_the_parts_of_a_broken_word_are_no_words() -> None:
    assert lexicon("på Nord-\nhavn").printed == {"på", "havn"}


def test_a_word_broken_twice_over_a_page_is_one_word() -> None:
    assert cleaned("det særlige gene-\nrations-\f\ntyveri er slut") == "det særlige generationstyveri er slut"


def test_a_soft_hyphen_within_a_line_is_dropped() -> None:
    assert cleaned("gene\u00adrations\u0002tyveri") == "generationstyveri"
