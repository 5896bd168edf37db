"""Every Danish word of a page is said in English too."""

from __future__ import annotations

import json
import re

import pytest

from api.pages.languages import english
from tests.repository import ROOT, files, text

SAID = re.compile(r"""\bsay\(\s*"((?:[^"\\]|\\.)+)\"""")


def said(suffix: str, folder: str) -> list[str]:
    """Return all words that the files of a folder say, each once."""
    paths = [path for path in files(suffix) if path.is_relative_to(ROOT / folder)]
    return sorted({words for path in paths for words in SAID.findall(text(path))})


def test_there_are_words_in_templates_and_scripts() -> None:
    assert "Gå til indholdet" in said(".html", "api/templates")


@pytest.mark.parametrize("words", said(".html", "api/templates"))
def test_the_words_of_templates_are_translated(words: str) -> None:
    assert words in english()


@pytest.mark.parametrize("words", said(".py", "api"))
def test_the_words_of_the_service_are_translated(words: str) -> None:
    assert words in english()


@pytest.mark.parametrize("words", said(".ts", "api/web/src"))
def test_the_words_of_scripts_are_translated(words: str) -> None:
    assert words in json.loads(text(ROOT / "api" / "web" / "src" / "english.json"))


@pytest.mark.parametrize("danish", sorted(english()))
def test_a_translation_fills_in_the_same_values(danish: str) -> None:
    assert set(re.findall(r"\{\w+\}", danish)) == set(re.findall(r"\{\w+\}", english()[danish]))
