"""The words by which initiatives are named, read from `extract/data/initiatives.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from extract.errors import TermListError

PATH = Path(__file__).parent.parent / "data" / "initiatives.toml"
LONGEST_FORM = 26


@dataclass(frozen=True, slots=True)
class Head:
    """One inflected form of a noun that says what kind of thing a name names: "puljen" of "pulje"."""

    lemma: str
    kind: str
    definite: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class InitiativeWords:
    """Heads by their form, and the word lists by their key ("generic", "describing" …)."""

    heads: Mapping[str, Head]
    lists: Mapping[str, tuple[str, ...]]
    sets: Mapping[str, frozenset[str]]

    def head(self, word: str) -> Head | None:
        """Return the head that `word` is, in any case; None if it is none.

        >>> words().head("Puljen").kind
        'scheme'
        """
        return self.heads.get(word.casefold())

    def compound(self, word: str) -> tuple[str, Head] | None:
        """Split a compound into its first part and its head.

        >>> words().compound("trivselsstrategien")[0]
        'trivsels'
        """
        length = _head_length(word.casefold())
        return (word[:-length], self.heads[word[-length:].casefold()]) if length else None


@lru_cache(maxsize=1 << 16)
def _head_length(folded: str) -> int:
    """Return how many letters at the end of a compound are its head; 0 if it has none."""
    heads = words().heads
    for length in range(min(LONGEST_FORM, len(folded) - 2), 2, -1):
        if folded[-length:] in heads:
            return length
    return 0


@cache
def words() -> InitiativeWords:
    """Read the bundled list, once.

    Raises: TermListError if it is malformed.
    """
    try:
        table = tomllib.loads(PATH.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TermListError(str(PATH), str(error)) from error
    lists = {
        key: tuple(value) for name in ("names", "titles", "anaphora") for key, value in table[name].items()
    }
    return InitiativeWords(
        _heads(table["heads"]),
        lists,
        {key: frozenset(map(str.casefold, value)) for key, value in lists.items()},
    )


def _heads(table: Mapping[str, Any]) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for kind, rows in table.items():
        for row in rows:
            forms = [form.replace("_", " ") for form in row.split()]
            if len(forms) != 4:
                raise TermListError(str(PATH), f"a head needs four forms: {row}")
            for number, form in enumerate(forms):
                head = Head(forms[0], kind, definite=number in (1, 3), plural=number > 1)
                heads.setdefault(form, head)
                heads.setdefault(form + "s", head)
    return heads


@cache
def report_prefix() -> re.Pattern[str]:
    """Return the expression for what a title says is done with its subject: "Kort status på "."""
    lists = words().lists
    nouns = "|".join(sorted(map(re.escape, lists["report_nouns"]), key=len, reverse=True))
    prepositions = "|".join(sorted(map(re.escape, lists["report_prepositions"]), key=len, reverse=True))
    return re.compile(
        rf"(?:\w{{2,14}} )?[\wæøå]{{0,20}}?(?:{nouns})(?:en|et|n|er|erne)?(?: (?:og|samt) \w{{3,25}}?)? "
        rf"(?:{prepositions}) (?:og )?",
        re.IGNORECASE,
    )


@cache
def opening() -> re.Pattern[str]:
    """Return the expression for what stands before the subject of a title: "Byrådshenvist sag: "."""
    return re.compile(rf"(?:{'|'.join(words().lists['openings'])})(?: ?[:–-] ?|(?<=\.) )", re.IGNORECASE)


@cache
def report_suffix() -> re.Pattern[str]:
    """Return the expression for what trails behind the subject of a title: " (10 min)"."""
    nouns = "|".join(sorted(map(re.escape, words().lists["report_nouns"]), key=len, reverse=True))
    # "– midtvejsstatus", ": erfaringer fra det første år": one word, and what it governs.
    reported = (
        rf"(?: [-–]|:) ?(?:\w{{3,14}} )?\w{{0,20}}?(?:{nouns})(?:en|et|n|er|erne)?"
        r"(?: (?:og|fra|for|på|efter|af|om|til) .{0,80})?"
    )
    return re.compile(
        rf"[ ,]*(?:{'|'.join(words().lists['report_suffixes'])}|{reported}|(?-i:: [a-zæøå]).{{0,80}})[ .]*$",
        re.IGNORECASE,
    )
