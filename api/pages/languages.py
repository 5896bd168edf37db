"""The language of a page: Danish, or English where the address says `lang=en`.

Templates hold the Danish words; `api/templates/english.toml` says them in English. A word that is not
there is shown in Danish: a test sees to it that none is missing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

DANISH, ENGLISH = "da", "en"
LANGUAGES = (DANISH, ENGLISH)


def chosen(lang: str | None) -> str:
    """Return the language that an address asks for.

    >>> chosen("en"), chosen(None), chosen("tlh")
    ('en', 'da', 'da')
    """
    return ENGLISH if lang == ENGLISH else DANISH


@cache
def english() -> Mapping[str, str]:
    """Return the English words by the Danish ones."""
    table = tomllib.loads((files("api") / "templates" / "english.toml").read_text("utf-8"))
    return {danish: said for group in table.values() for danish, said in group.items()}


def say(danish: str, language: str, **values: object) -> str:
    """Return the words in the language, with `{name}` filled in.

    >>> say("{count} møder", "da", count=3)
    '3 møder'
    """
    words = english().get(danish, danish) if language == ENGLISH else danish
    return words.format(**values) if values else words
