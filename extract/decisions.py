"""Read what was decided from the wording of minutes.

What counts is the wording that the minutes themselves decide by: an early sentence, a numbered answer to the
recommendations ("1) Godkendt"), or a sentence whose subject is the meeting or the matter. Who will do what
afterwards ("oplægget godkendes af direktøren, før …") decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.patterns import CAPITALS
from extract.records import Span
from extract.sentences import sentences


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome (a word of the contract) and the sentence that says so."""

    outcome: str
    span: Span


_CHANGE = (
    r"(?:tilføjelse|ændring|rettelse|justering|præcisering|forbehold|bemærkning|tilretning|supplement"
    r"|undtagelse|betingelse|tilkendegivelse|præmis)"
)
_APPROVE = (
    r"(?:godkend(?:t|te|er|es|elsen?)?|tiltr(?:ådt|ådte|æder|ædes?)|vedt(?:aget|og|ager|ages)"
    r"|bifald(?:t|te|er|es)|imødekom(?:met|mer|mes)?|tilslutte(?:r|de) sig"
    r"|anbefal(?:et|er|es|ede)(?! (?:dog |derfor )?ikke))\b"
)
# Where two begin at the same place the first one counts.
STRONG = (
    (
        "nothing_recorded",
        re.compile(
            r"^\W*(?:Der var )?(?:[Ii]ntet\b(?: (?:til|at|nyt|under|fra|referat)\b|\W*$)"
            r"|[Ii]ngen (?:bemærkninger|referat|punkter|meddelelser|orienteringer|sager|emner)\W*$)"
        ),
    ),
    (
        "dropped",
        re.compile(
            r"\b(?:(?:blev|er|blev dog) (?:desværre )?ikke (?:drøftet|behandlet|nået|gennemgået)"
            r"|(?:punktet|sagen) (?:udgik|udgår|bortfaldt|bortfalder|er udgået|blev ikke nået|aflyses)"
            r"|(?:taget|tages|fjernet|slettet|trukket|trækkes) (?:af|fra) dagsordenen"
            r"|(?:punktet|sagen) (?:blev|er|bliver) (?:trukket|aflyst))"
            r"|^\W*(?:Udgik|Udgår|Bortfaldt|Aflyst|Trukket|Ikke (?:drøftet|behandlet))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "not_endorsed",
        re.compile(
            r"\b(?:(?:kunne|kan|blev|er|vil) (?:derfor |dog )?ikke "
            r"(?:godkende[st]?|godkendt|tiltræde[st]?|tiltrådt|vedtage[st]?|imødekomme[st]?|støtte[st]?"
            rf"|tilslutte|anbefale[st]?)\b|{_APPROVE} (?:derfor |dog )?ikke\b"
            r"|ikke (?:godkendt|tiltrådt|vedtaget|imødekommet|støttet|anbefalet)\b"
            r"|(?:anbefaler?|anbefales|tilslutte\w*|imødekommes?|støtter) (?:derfor |dog )?ikke\b"
            r"|(?:afvis|forkast|nedstem)(?:t|te|tes|er|es|ede|edes)\b|stemt ned\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "approved_with_changes",
        re.compile(
            rf"\b{_APPROVE}[^.:;]{{0,60}}?\b(?:med|under|dog)\b(?! bilag)[^.:;]{{0,40}}?{_CHANGE}"
            rf"|\b{_APPROVE}[^.:;]{{0,60}}?\b(?:dog (?:således|sådan),? at|bortset fra|på nær)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "approved",
        re.compile(
            rf"\b(?:{_APPROVE}|(?:følger?|fulgte|fulgt) (?:\w+ ){{0,2}}(?:anbefaling|indstilling)"
            r"|som indstillet\b|indstillingen følges\b"
            r"|(?:udvalget|byrådet|magistraten|rådmanden|kredsen) beslutte(?:r|de)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "postponed",  # not "udsatte boligområder"
        re.compile(
            r"\b(?:(?:blev|er|bliver) udsat\b|udsættes\b|udsatte (?:punktet|sagen|behandlingen)\b"
            r"|(?:udvalget|byrådet|rådmanden|kredsen|magistraten) udsætter\b|(?:tilbage)?sendes tilbage\b"
            r"|udskudt\b|udskydes\b|genoptages\b)|^\W*(?:Udsat|Udskudt|Udsættes)\b",
            re.IGNORECASE,
        ),
    ),
    ("noted", re.compile(r"\b(?:til (?:efterretning|orientering)\b|kvittere(?:r|de)\b)", re.IGNORECASE)),
)
# Said in passing as well; it counts where nothing stronger does.
WEAK = (
    (
        "discussed",
        re.compile(r"\b(?:drøftede\b|(?:blev|er|har)\b[^.]{0,60}?\bdrøftet\b)|^\W*Drøftet\b", re.IGNORECASE),
    ),
    (
        "noted",
        re.compile(
            r"\b(?:orienterede|gennemgik|informerede|blev orienteret|gav en (?:kort )?status)\b",
            re.IGNORECASE,
        ),
    ),
)
# "1) Godkendt", "At 2) rådmanden godkender", "Ad 3.".
ANSWER = re.compile(r"^\W*(?:(?:At|Ad)\s)?\d{1,2}[).]", re.IGNORECASE)
SUBJECT = re.compile(
    r"^\W*(?:Det fremsendte|Materialet|Forslaget|Sagen|Punktet|Status|Rådmand\w*|Kredsen|Mødekredsen"
    r"|Udvalget|Byrådet|Magistraten|Direktion\w*|Direktørgruppen|Indstilling\w*|Orientering\w*|Referatet"
    r"|Dagsord\w+|Notatet|Planen|Strategien|Evalueringen|Rapporten|Redegørelsen|Godkend\w*|Tiltr\w+"
    r"|Vedt\w+|Udsat|Et flertal|Enighed)\b"
)
SPEAKER = re.compile(
    rf"^\W*[{CAPITALS}]{{2,4}}:"
)  # a round of the table: "JLH: …" reports, it does not decide
EARLY = 2  # so many sentences decide whatever their form


def decide(text: str) -> Decision | None:
    """Return the outcome that the minutes of one item state, or None where they state none.

    `approved_with_changes` wins over `approved` where the numbered answers differ. The span counts in `text`.

    >>> decide("Indstillingen blev godkendt. Anna følger op.").outcome
    'approved'
    >>> decide("AL: Møde om havnen, der drøftes mandag.") is None
    True
    """
    deciding = list(_deciding(text))
    strong = [found for span in deciding if (found := _first(text, span, STRONG))]
    said = [each for each in strong if each.outcome != "nothing_recorded"]  # "Ingen bemærkninger. Godkendt."
    strong = said or strong
    if strong:
        changed = [each for each in strong if each.outcome == "approved_with_changes"]
        return changed[0] if changed and strong[0].outcome == "approved" else strong[0]
    weak = [found for span in deciding if (found := _first(text, span, WEAK))]
    return min(weak, key=lambda each: [name for name, _ in WEAK].index(each.outcome), default=None)


def _deciding(text: str) -> Iterator[Span]:
    spoken = [span for span in sentences(text) if not SPEAKER.match(span.of(text))]
    for index, span in enumerate(spoken):
        sentence = span.of(text)
        if index < EARLY or ANSWER.match(sentence) or SUBJECT.match(sentence):
            yield span


def _first(text: str, span: Span, cues: tuple[tuple[str, re.Pattern[str]], ...]) -> Decision | None:
    sentence = span.of(text)
    found = [
        (match.start(), rank, outcome)
        for rank, (outcome, pattern) in enumerate(cues)
        if (match := pattern.search(sentence))
    ]
    return Decision(min(found)[2], span) if found else None
