"""Decide whether a printed line runs on into the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.clean_hyphens import HYPHENS
from extract.clean_lines import SOFT_HYPHEN, Line

# --- lines that begin a paragraph ---
AGENDA_LINE = re.compile(r"(?:Beslutning for )?Punkt \d+[A-Z]?(?::|, Bilag)|Referat$|Dagsorden$|Overblik: ")
LIST_ITEM = re.compile(
    r"•|[-–] (?!og |eller |samt )|o (?=[A-ZÆØÅ])|[a-z][.)] |[A-ZÆØÅ]\) |\(?\d{1,2}\) "
    r"|\d{1,2}\. ?(?=[A-ZÆØÅ§”\"])"
    r"|\d{1,2}\. at\b|[Aa]t \d{1,2}\)|\d{1,3}[a-z]? (?=[A-ZÆØÅ§”\"])|\[(?=[A-ZÆØÅ\d])"
)
LABEL = re.compile(r"(?:[A-ZÆØÅ][\w.&/-]*(?: [\w.&/()-]+){0,2}):(?!\S*//)")
LETTERHEAD = re.compile(r"(?:Til|Fra|Dato) (?=[A-ZÆØÅ\d])")
RECOMMENDED = re.compile(r"Det indstilles\b.{0,40}[,:]$")
# --- lines that end one, or do not ---
SENTENCE_END = re.compile(r"[.!?:;][”\"»’)\]]*$")
ENDS_IN_DAY = re.compile(
    r"\b(?:d|den|til|og|-) ?\d{1,2}\.$|\b(?:ca|pr|kl|nr|jf|bl\.a|f\.eks|mio|vedr|evt|inkl|ekskl)\.$"
)
STARTS_WITH_MONTH = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
)
CONNECTORS = frozenset(
    "af at da de dem den der deres det dets din efter eller en end er et for fordi fra før gennem ham han "
    "har hos hun hvad hver hvis hvor hvordan hvorfor i ikke ind inden jf jf. kan kun man med mellem men "
    "mod mv når og om omkring op over per pr pr. på samt sin sine sit skal som til ud under uden var ved "
    "vedr vedr. vi via vil være".split()
)
LAST_WORD = re.compile(r"(\S+)$")
FIRST_WORD = re.compile(r"\S+")
WINDOW = 4  # lines above and below that tell how wide the column is


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two lines in reading order with what is known of the place between them."""

    above: str
    below: str
    gap: int  # empty lines between them, in a page printed with single spacing
    width: int  # of the column they stand in, in characters
    first: bool  # `above` begins its paragraph


def is_capitals(text: str) -> bool:
    """Tell whether a line is a heading in capitals.

    >>> [is_capitals(line) for line in ("VIDERE PROCES", "MSB", "SOSU i MSB")]
    [True, False, False]
    """
    return text.isupper() and sum(letter.isalpha() for letter in text) >= 5


def starts_paragraph(text: str) -> bool:
    """Tell whether a line begins a paragraph whatever stands above it."""
    return bool(
        AGENDA_LINE.match(text)
        or LIST_ITEM.match(text)
        or LABEL.match(text)
        or LETTERHEAD.match(text)
        or RECOMMENDED.match(text)
        or is_capitals(text)
    )


def runs_on(pair: Neighbours) -> bool:
    """Tell whether the line above runs on into the line below."""
    above, below = pair.above, pair.below
    if above.endswith(HYPHENS) and not above.endswith((" -", " –")):
        return _hyphen_runs_on(above, below)
    if is_capitals(above):
        return is_capitals(below) and pair.gap == 0 and (_connects(above) or _connects_back(below))
    if starts_paragraph(below) or (above.endswith((" -", " –")) and not below[0].islower()):
        return False
    if ENDS_IN_DAY.search(above) and (STARTS_WITH_MONTH.match(below) or pair.gap == 0):
        return True
    if pair.gap:
        return _runs_on_over_gap(pair)
    return _runs_on_directly(pair)


def _hyphen_runs_on(above: str, below: str) -> bool:
    if LIST_ITEM.match(below) and not below[0].islower():
        return False
    return (
        above.endswith(SOFT_HYPHEN)
        or below[0].islower()
        or below[0] in "/("
        or not is_capitals(below)
        or is_capitals(above)
    )


def _connects(above: str) -> bool:
    last = LAST_WORD.search(above)
    return above[-1] in ",/(&–" or bool(last and last.group(1).casefold() in CONNECTORS)


def _connects_back(below: str) -> bool:
    first = FIRST_WORD.match(below)
    return bool(first and first.group().casefold() in CONNECTORS)


def _runs_on_over_gap(pair: Neighbours) -> bool:
    if SENTENCE_END.search(pair.above) or (pair.gap > 1 and not _connects(pair.above)):
        return False
    if pair.below[0].islower():
        return _connects(pair.above) or len(pair.above) > pair.width / 2
    return _connects(pair.above) and pair.below[0].isalpha()


def _runs_on_directly(pair: Neighbours) -> bool:
    above, below = pair.above, pair.below
    if LABEL.fullmatch(above):
        return True
    if AGENDA_LINE.match(above):
        return len(above) > 35 and not SENTENCE_END.search(below)
    if below[0].islower() or _connects(above):
        return True
    reach = len(above) + 1 + len(below.split(maxsplit=1)[0])
    if SENTENCE_END.search(above):
        return reach > pair.width * 0.85
    return reach > pair.width * (0.93 if pair.first else 0.7)


def column_width(lines: Sequence[Line], index: int) -> int:
    """Return how wide the column at a line is: the longest line in its neighbourhood."""
    return max(len(line.text) for line in lines[max(index - WINDOW, 0) : index + WINDOW + 1])
