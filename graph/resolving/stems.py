"""Reduce Danish names to what they share under inflection, compounding and rewording.

"Handleplan cykling", "Handleplan på cyklingsområdet" and "cyklingshandleplanen" have the same content words:
`handleplan` and `cykling`.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Words that tie others together and name nothing.
STOPWORDS = frozenset(
    "af at de den der det en et for fra ift i inden med mellem mod når og om omkring over på som til under "
    "ved vedr vedrørende via".split()
)
# Nouns that say what sort of undertaking a name is of; they end compounds ("cyklings|handleplan").
# Longest first, so that "handleplan" is found before "plan".
HEADS = tuple(
    sorted(
        "aftale evaluering forløb forsøg handleplan handlingsplan indsats initiativ kampagne koncept model "
        "ordning plan politik program projekt pulje reform strategi tilbud udviklingsplan vision".split(),
        key=lambda word: (-len(word), word),
    )
)
# Heads that a writer adds or leaves out at will: "projekt Gadens Køkken" is "Gadens Køkken".
LOOSE_HEADS = frozenset({"projekt", "initiativ", "indsats", "koncept"})
# Second halves of compounds that add nothing: "cyklingsområdet" is "cykling".
EMPTY_HEADS = ("område",)
# Adjectives that are added or left out at will in titles of agreements and plans.
WEAK = frozenset({"ny", "nye", "nyt", "kommunal", "politisk", "gældend", "kommun"})
ENDINGS = ("ernes", "erne", "enes", "ene", "ers", "ens", "ets", "er", "en", "et", "es", "e", "s")
SHORTEST_STEM = 4
ABOUT = re.compile(  # "Status på X" is about X
    r"^(?:(?:en|ny|fortsat|videre|endelig|foreløbig|årlig|evt|eventuel|skriftlig|mundtlig)\s+)*"
    r"(?:status(?:rapport|notat)?|opfølgning|orientering|\w*evaluering|implementering|udvidelse|etablering|"
    r"videreførelse|forlængelse|udrulning|godkendelse|drøftelse|præsentation|oplæg|udkast|forslag|"
    r"\w*bevilling|finansiering|afrapportering|afslutning|besøg|fremdrift|permanentgørelse|"
    r"\w*tænkning(?:en)?)\s+(?:af|på|om|for|til|vedr|vedrørende|fra|hos|i)\s+(?:det\s+|den\s+|de\s+)?"
)
EFFORT = re.compile(  # "Styrket indsats for X" is an effort for X: in a table of efforts, X is its name
    r"^(?:[\w-]+\s+){0,3}\w*indsats(?:en)?\s+(?:til|for|der\s+skal\s+\w+|som\s+skal\s+\w+)\s+"
)
IN_BUDGET = re.compile(r"\s+(?:i|til|for)\s+(?:budget\w*|b)(?:\s*20\d\d)?$")  # "X i Budget 2026"
PARAGRAPH = re.compile(r"§\s*\d+(?:\s\d+)?\s*")  # "(§ 18.2)": where the money is from, not what it is called
COUNTER = re.compile(r"^\d{1,2}\s+(?=\D)")  # the number of a row: "12. Flere på havnen"


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the word without its endings, at least four letters of it.

    >>> stem("indsatsen") == stem("indsats"), stem("handleplanerne")
    (True, 'handleplan')
    """
    while ending := next((each for each in ENDINGS if _ends_in(word, each)), None):
        word = word.removesuffix(ending)
    if (
        len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] in "bdfgklmnprst"
    ):  # modellen, programmet
        word = word[:-1]
    if len(word) > SHORTEST_STEM and word.endswith(("dr", "kr", "pr", "tr")):  # centret, centeret, center
        return word[:-1]
    if len(word) > 6 and word.endswith(("lt", "tt", "gt", "dt")):  # socialt, udsatte, langsigtet
        return word[:-1]
    return word


def _ends_in(word: str, ending: str) -> bool:
    doubled = ending == "s" and word.endswith("ss")
    return word.endswith(ending) and not doubled and len(word) - len(ending) >= SHORTEST_STEM


WHOLE_HEADS = frozenset(stem(head) for head in HEADS)


@lru_cache(maxsize=100_000)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the stems of a compound's two parts if the second is a known head; else the word's own stem.

    >>> parts_of("cyklingshandleplanen"), parts_of("cyklingsområdet")
    (('cykling', 'handleplan'), ('cykling',))
    """
    whole = stem(word)
    if whole in WHOLE_HEADS:
        return (whole,)
    for head in (*HEADS, *EMPTY_HEADS):
        first = whole.removesuffix(stem(head))
        if first != whole and len(first) >= SHORTEST_STEM:
            return (stem(first),) if head in EMPTY_HEADS else (stem(first), stem(head))
    return (whole,)


@lru_cache(maxsize=100_000)
def content(name: str) -> tuple[str, ...]:
    """Return the stems of a folded name's content words in order, compounds taken apart.

    >>> content("handleplan på cyklingsområdet")
    ('handleplan', 'cykling')
    """
    words = [word for word in name.split() if word not in STOPWORDS]
    stems = [part for word in words for part in parts_of(word)]
    empty = {stem(head) for head in EMPTY_HEADS}
    kept = [each for each in stems if each not in empty]
    return tuple(kept or stems)


@lru_cache(maxsize=100_000)
def core(name: str) -> str:
    """Return a folded name without a row's number, a paragraph and words that say it is about something.

    >>> core("status på gadens køkken"), core("12 flere på havnen § 18 2")
    ('gadens køkken', 'flere på havnen')
    """
    text = IN_BUDGET.sub("", COUNTER.sub("", PARAGRAPH.sub("", name)).strip())
    text = ABOUT.sub("", text) or text
    return text.strip() or name


def aim(name: str) -> str:
    """Return whom or what a folded name says to be an effort for; the name itself if it says no such thing.

    >>> aim("styrket indsats for unge sejlere"), aim("unge sejlere")
    ('unge sejlere', 'unge sejlere')
    """
    return EFFORT.sub("", name) or name


@lru_cache(maxsize=100_000)
def head_of(name: str) -> str | None:
    """Return the head a bare definite noun stands for: "handleplanen" is some handleplan; else None.

    >>> head_of("handleplanen"), head_of("cyklingshandleplanen"), head_of("handleplan")
    ('handleplan', None, None)
    """
    for head in HEADS:
        if name in {head + "en", head + "et", head + "n", head + "met", head + "ens", head + "ets"}:
            return stem(head)
    return None
