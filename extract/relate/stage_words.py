"""The words that say what happens to an initiative, read from `extract/data/initiatives.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from extract.errors import TermListError
from extract.folded import starts_in_any_case
from extract.recognise.initiatives_words import PATH

WORD_START, WORD_END = r"(?<![\w-])", r"(?![\w-])"


@dataclass(frozen=True, slots=True)
class StageWords:
    """The expressions for one stage: verbs beside a subject, nouns before it."""

    stage: str
    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    place_verbs: re.Pattern[str] | None = None

    def patterns(self) -> Iterator[tuple[re.Pattern[str], bool, bool]]:
        """Yield each expression, whether it is a noun, and whether it holds only with a place behind it."""
        yield self.verbs, False, False
        yield self.nouns, True, False
        if self.place_verbs is not None:
            yield self.place_verbs, False, True


@dataclass(frozen=True, slots=True)
class Modality:
    """The expressions for what did not happen, might happen, is to happen."""

    negations: re.Pattern[str]
    hypothetical: re.Pattern[str]
    planned: re.Pattern[str]


@cache
def stage_words() -> tuple[StageWords, ...]:
    """Read the expressions of all stages, once.

    Raises: TermListError if the list is malformed.
    """
    table = _table()["stages"]
    return tuple(_words(stage, row) for stage, row in table.items())


def _words(stage: str, row: dict[str, list[str]]) -> StageWords:
    places = row.get("place_verbs")
    return StageWords(
        stage, _expression(row["verbs"]), _expression(row["nouns"]), _expression(places) if places else None
    )


# Twenty expressions over the same text are slow to look for one by one, and the more so in any case.
@lru_cache(maxsize=1)
def cue_starts(text: str) -> tuple[int, ...]:
    """Return in order where the expression of any stage may begin, in one look at the text.

    >>> cue_starts("Indsatsen Startede i maj.")
    (10,)
    """
    return starts_in_any_case(_any_stage(), text)


@cache
def _any_stage() -> str:
    expressions = (pattern.pattern for words in stage_words() for pattern, _, _ in words.patterns())
    bodies = (each.removeprefix(WORD_START).removesuffix(WORD_END) for each in expressions)
    return f"{WORD_START}(?:{'|'.join(bodies)}){WORD_END}"


@cache
def modality() -> Modality:
    """Read the expressions of modality, once.

    Raises: TermListError if the list is malformed.
    """
    table = _table()["modality"]
    literal = {name: _expression(map(re.escape, table[name])) for name in table}
    return Modality(literal["negations"], literal["hypothetical"], literal["planned"])


def _expression(parts: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"{WORD_START}(?:{'|'.join(parts)}){WORD_END}", re.IGNORECASE)


def _table() -> dict[str, Any]:
    try:
        return tomllib.loads(PATH.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TermListError(str(PATH), str(error)) from error
