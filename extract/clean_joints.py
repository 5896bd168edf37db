"""Decide whether a printed line runs on into the next."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.clean_hyphens import is_broken
from extract.clean_lines import SOFT_HYPHEN, Line

# --- lines that begin a paragraph ---
AGENDA_LINE = re.compile(r"(?:Beslutning for )?Punkt \d+[A-Z]?(?::|, Bilag)|Referat$|Dagsorden$|Overblik: ")
# "Forslag 2: Flere lærlinge": the heading of a catalogue's entry.
NUMBERED_HEADING = re.compile(
    r"(?:Forslag|Projekt|Indsats|Initiativ|Tiltag|Spor) \d{1,2}[a-z]?[:.] [^.]{3,90}$"
)
LIST_ITEM = re.compile(
    r"•|[-–] (?!og |eller |samt )|o (?=[A-ZÆØÅ])|[a-z][.)] (?!\d)|[A-ZÆØÅ]\) |\(?\d{1,2}\) "
    r"|\d{1,2}\. ?(?=[A-ZÆØÅ§”\"])"
    r"|\d{1,2}\. at\b|[Aa]t \d{1,2}\)|\d{1,3}[a-z]? (?=[A-ZÆØÅ§”\"])|\[(?=[A-ZÆØÅ\d])"
)
LABEL = re.compile(r"(?:[A-ZÆØÅ][\w.&/-]*(?: [\w.&/()-]+){0,2}):(?!\S*//)")
LETTERHEAD = re.compile(r"(?:Til|Fra|Dato) (?=[A-ZÆØÅ])|Dato \d")
POSTAL_CODE = re.compile(r"\d{4} [A-ZÆØÅ][\w.]+(?: [\w.]+)?")
# Fields whose value may stand on the line below.
FIELD = re.compile(
    r"(?:Sagsbehandlere?|Sag|Sagsnummer|Sagsnr\.?|Kontakt|Kontaktperson|Dato|Mødedato|Mødetid|Mødested|Sted"
    r"|Til|Fra|Telefon|Tlf\.?|Mobil|Direkte telefon|E-mail|E-post|Direkte e-mail|Ansvarlig|Afdeling"
    r"|Baggrund/formål|Metode|Deltagere|Afbud|Fraværende|Referent|Information):"
)
ROW_END = re.compile(r"[^\W\d_)] -?\d[\d.,]*(?: ?%)?(?: -?\d[\d.,]*(?: ?%)?)*$")  # a row of a table
TABLE_ROW = re.compile(r"\d{1,3}[a-z]? [A-ZÆØÅ§]")
CAPITALS = re.compile(r"[^\W\d_]{4}.*[^\W\d_]|[^\W\d_].*[^\W\d_]{4}")  # more than acronyms
ATTACHMENT = re.compile(r"Bilag \d{1,2}[A-Z]?(?::| [A-ZÆØÅ])")
CASEWORKER = re.compile(r"Sagsbehandlere?:")
LONGEST_NAMES = 60  # characters: a longer line is none of names
DASH_CLAUSE = re.compile(r"– [a-zæøå]")
RECOMMENDED = re.compile(r"Det indstilles\b.{0,40}[,:]$")
# --- lines that end one, or do not ---
SENTENCE_END = re.compile(r"[.!?:;][”\"»’)\]]*$")
ENDS_IN_ABBREVIATION = re.compile(
    r"\b(?:d\.?|den|til|og|-) ?\d{1,2}\.$|\b(?:ca|pr|kl|nr|jf|bl\.a|f\.eks|mio|vedr|evt|inkl|ekskl)\.$"
)
MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
STARTS_WITH_MONTH = re.compile(rf"(?:{MONTHS})\b")
ENDS_IN_MONTH = re.compile(rf"\d\. (?:{MONTHS})$")
WEEKDAY_LINE = re.compile(
    rf"\w+dag (?:den )?\d{{1,2}}\. (?:{MONTHS}) \d{{4}}(?:,? kl\. [\d.: –-]+)?", re.IGNORECASE
)
NUMBER_IN_SENTENCE = re.compile(r"\d+(?:[.,]\d+)* (?:%|[a-zæøå]{2})")
YEAR = re.compile(r"(?:19|20)\d\d\b")
BULLETED = re.compile(r"[•–-] |[Aa]t \d|\d{1,2}\. at\b|\(?\d{1,2}\) ")
QUESTION_HEADING = re.compile(r"\d{1,2}\. .*\?$")
FINITE_VERB = re.compile(
    r"\b(?:er|var|har|havde|skal|skulle|kan|kunne|vil|ville|bør|må|bliver|blev|får|fik|går|gik|giver|gav|ser|så"
    r"|findes|viser|vurderes|ønsker|ønskes|deltager|arbejder|drøftes|orienteres|bedes)\b"
)
CONNECTORS = frozenset(
    "af at da de dem den der deres det dets din efter eller en end er et for fordi fra før gennem ham han "
    "har hos hun hvad hver hvis hvor hvordan hvorfor i ikke ind inden jf jf. kan kun man med mellem men "
    "mod mv når og om omkring op over per pr pr. på samt sin sine sit skal som til ud under uden var ved "
    "vedr vedr. vi via vil være".split()
)
FIRST_WORD = re.compile(r"\S+")
AGENDA_LINE_WRAPS = 35  # characters: a shorter title of an agenda item fits its line
NARROW = 40  # characters: lines of a narrower column (an address) tell nothing by their length
TAIL = 20  # characters at the end of a line that show an abbreviation or a date
WINDOW = 4  # lines above and below that tell how wide the column is
ENOUGH_LINES = 12  # on a page, to tell how long its lines usually are
USUAL_SHARE = 0.8  # of the lines are at most as long as its full lines
OUTLIER = 1.6  # a line so many times longer is out of its column


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two lines in reading order with what is known of the place between them."""

    above: str
    below: str
    gap: int  # empty lines between them, in a page printed with single spacing
    width: int  # of the column they stand in, in characters
    interrupted: bool = False  # a page ends between them, or a stamp stood there
    first: bool = False  # `above` begins its paragraph
    list_goes_on: bool = False  # directly below `below` stands a list item


def is_capitals(text: str) -> bool:
    """Tell whether a line is a heading in capitals.

    >>> [is_capitals(line) for line in ("VIDERE PROCES", "MSB", "SOSU i MSB")]
    [True, False, False]
    """
    return text.isupper() and len(text) >= 5 and CAPITALS.search(text) is not None


def is_list_item(text: str) -> bool:
    """Tell whether a line begins an item of a list or the row of a table.

    >>> [is_list_item(line) for line in ("- Forklæde", "2. Referat", "At 1) rådmanden", "– og derfor")]
    [True, True, True, False]
    """
    return LIST_ITEM.match(text) is not None


def starts_paragraph(text: str) -> bool:
    """Tell whether a line begins a paragraph whatever stands above it."""
    if text[0].islower():
        return LIST_ITEM.match(text) is not None
    return bool(
        AGENDA_LINE.match(text)
        or LIST_ITEM.match(text)
        or LABEL.match(text)
        or ATTACHMENT.match(text)
        or LETTERHEAD.match(text)
        or POSTAL_CODE.fullmatch(text)
        or RECOMMENDED.match(text)
        or is_capitals(text)
    )


def runs_on(pair: Neighbours) -> bool:
    """Tell whether the line above runs on into the line below."""
    above, below = pair.above, pair.below
    if is_broken(above):
        return _hyphen_runs_on(pair)
    if is_capitals(above):
        return is_capitals(below) and (_connects(above) or (pair.gap == 0 and _connects_back(below)))
    if starts_paragraph(below):
        return _dash_runs_on(pair)
    if WEEKDAY_LINE.fullmatch(below) or WEEKDAY_LINE.fullmatch(above):
        return _connects(above)
    tail = above[-TAIL:]
    if YEAR.match(below) and (ENDS_IN_MONTH.search(tail) or (len(below) == 4 and pair.gap == 0)):
        return True
    if ENDS_IN_ABBREVIATION.search(tail) and (STARTS_WITH_MONTH.match(below) or pair.gap == 0):
        return True
    return _runs_on_over_gap(pair) if pair.gap else _runs_on_directly(pair)


def stops_within(pair: Neighbours) -> bool:
    """Tell whether the line above stops within a word or a date, so that it surely runs on."""
    in_date = ENDS_IN_ABBREVIATION.search(pair.above[-TAIL:]) and STARTS_WITH_MONTH.match(pair.below)
    return is_broken(pair.above) or bool(in_date)


def breaks_off(text: str) -> bool:
    """Tell whether a line ends without the end of a sentence, and is none of a heading.

    >>> [breaks_off(text) for text in ("at vente med det, der", "SAGSFREMSTILLING", "er slut.")]
    [True, False, False]
    """
    return not SENTENCE_END.search(text) and not is_capitals(text)


def _hyphen_runs_on(pair: Neighbours) -> bool:
    if pair.above.endswith(SOFT_HYPHEN) or pair.below[0].islower():
        return not LIST_ITEM.match(pair.below)
    if is_capitals(pair.above):
        return is_capitals(pair.below)
    return pair.below[0] in "/(" or (pair.gap == 0 and not starts_paragraph(pair.below))


def _dash_runs_on(pair: Neighbours) -> bool:
    """Tell a dash before a clause from a bullet: "et nyt tilbud / – hvor alle kan være med"."""
    if pair.gap or not DASH_CLAUSE.match(pair.below) or DASH_CLAUSE.match(pair.above):
        return False
    return not SENTENCE_END.search(pair.above)


def _connects(above: str) -> bool:
    if above.endswith(" /"):
        return False
    return (
        above[-1] in ",/(&–"
        or (above.endswith(" -") and len(above) > NARROW / 2)
        or above.rsplit(" ", 1)[-1].casefold() in CONNECTORS
    )


def _connects_back(below: str) -> bool:
    first = FIRST_WORD.match(below)
    return bool(first and first.group().casefold() in CONNECTORS)


def _runs_on_over_gap(pair: Neighbours) -> bool:
    above, below = pair.above, pair.below
    if CASEWORKER.fullmatch(above):
        return len(below) < LONGEST_NAMES
    if SENTENCE_END.search(above) or (pair.gap > 1 and not (_connects(above) or _fills_its_line(pair))):
        return False
    if below[0].islower() or (
        pair.interrupted and NUMBER_IN_SENTENCE.match(below) and not LABEL.match(above)
    ):
        return _connects(above) or len(above) > pair.width / 2
    if pair.list_goes_on and is_list_item(above) and _reach(pair) > 0.85:
        return True
    return _connects(above) and above[-1] != "," and below[0].isalpha()


def _fills_its_line(pair: Neighbours) -> bool:
    """Tell a line cut short at the end of its column from an item of a list whose items have no bullets."""
    if pair.gap > 2 or not pair.below[0].islower() or (pair.first and pair.above[0].islower()):
        return False
    return len(pair.above) > NARROW and _reach(pair) > 0.7


def _runs_on_directly(pair: Neighbours) -> bool:
    above, below = pair.above, pair.below
    if _is_row(above) and not below[0].islower() and (TABLE_ROW.match(above) or _is_row(below)):
        return False
    if LABEL.match(above) and above.endswith(":"):
        return FIELD.fullmatch(above) is not None
    if NUMBERED_HEADING.match(above) and below[0].isupper():
        return False
    if AGENDA_LINE.match(above):
        return len(above) > AGENDA_LINE_WRAPS and not SENTENCE_END.search(below)
    if below[0].islower() or _connects(above):
        return True
    if SENTENCE_END.search(above):
        return not QUESTION_HEADING.match(above) and _reach(pair) > 0.85
    if pair.first and not BULLETED.match(above) and not FINITE_VERB.search(above):
        return _reach(pair) > (1.0 if below[0].isalpha() else 0.85)
    return _reach(pair) > 0.7


def _is_row(text: str) -> bool:
    return (text[-1].isdigit() or text[-1] == "%") and ROW_END.search(text) is not None


def _reach(pair: Neighbours) -> float:
    """How far the line above would reach with the first word of the line below, as a share of the column."""
    return (len(pair.above) + 1 + len(pair.below.split(maxsplit=1)[0])) / max(pair.width, NARROW)


def column_widths(lines: Sequence[Line]) -> list[int]:
    """Return how wide the column at each line of a page is: the longest line in its neighbourhood.

    Lines far longer than the page's others (long names were put in, a table stands there) do not count.
    """
    lengths = [len(line.text) for line in lines]
    usual = _usual(lengths)
    return [
        _width(lengths[max(index - WINDOW, 0) : index + WINDOW + 1], usual) for index in range(len(lengths))
    ]


def _usual(lengths: Sequence[int]) -> float:
    """Return how long a line of this page may be at most; a page of few lines does not tell."""
    if len(lengths) < ENOUGH_LINES:
        return math.inf
    return OUTLIER * sorted(lengths)[round(USUAL_SHARE * (len(lengths) - 1))]


def _width(lengths: Sequence[int], usual: float) -> int:
    return max((length for length in lengths if length <= usual), default=max(lengths))
