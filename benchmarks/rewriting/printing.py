"""Print a text otherwise: words broken elsewhere, other quotes, wider blanks. The words stay as they are."""

from __future__ import annotations

import random
import re

QUOTES = (("”", "”"), ("“", "“"), ('"', '"'), ("»", "«"), ("’", "’"), ("„", "“"))
# What a hyphen at a line's end may have stood before in its own right: "job- og uddannelse".
CONJUNCTIONS = frozenset("og eller samt men".split())
BROKEN = re.compile(r"(?<![\w-])([a-zæøå]{2,})-\n([a-zæøå]{2,})(?![\w-])")
LONG_WORD = re.compile(r"(?<=[a-zæøå,] )[a-zæøå]{9,}(?= [a-zæøå])")
QUOTED = re.compile(r"[”“\"]([^”“\"\n]{2,80})[”“\"]")
ONE_IN_BROKEN, ONE_IN_WIDE = 40, 6


def break_words(text: str, chance: random.Random) -> str:
    """Break one long word in forty over a line."""

    def broken(match: re.Match[str]) -> str:
        if chance.random() > 1 / ONE_IN_BROKEN:
            return match.group()
        return _broken(match.group(), chance.randint(3, len(match.group()) - 3))

    return LONG_WORD.sub(broken, text)


def move_breaks(text: str, chance: random.Random) -> str:
    """Break the words that are broken over a line at another letter."""

    def moved(match: re.Match[str]) -> str:
        before, after = match[1], match[2]
        word = match[1] + match[2]
        cuts = [cut for cut in range(2, len(word) - 1) if cut != len(before)]
        if after in CONJUNCTIONS or not cuts:
            return match.group()
        return _broken(word, chance.choice(cuts))

    return BROKEN.sub(moved, text)


def _broken(word: str, cut: int) -> str:
    return f"{word[:cut]}-\n{word[cut:]}"


def change_quotes(text: str, chance: random.Random) -> str:
    """Put all that is quoted in quotes of another kind."""
    opening, closing = chance.choice(QUOTES)
    return QUOTED.sub(rf"{opening}\1{closing}", text)


def double_blanks(text: str, chance: random.Random) -> str:
    """Justify one line in six with double blanks."""
    return "\n".join(
        re.sub(r"(?<=\w) (?=\w)", "  ", line) if chance.random() < 1 / ONE_IN_WIDE else line
        for line in text.split("\n")
    )
