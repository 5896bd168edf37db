"""Tell whether a text is Danish, by the small words that only one language has."""

from __future__ import annotations

import re
from collections import Counter

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000  # characters that are looked at in the beginning, the middle and the end
FEWEST_WORDS = 50  # a shorter text is taken as Danish
# Frequent words of a language that none of the others has. Norwegian is told from Danish by its spelling.
MARKERS = {
    "Danish": "af blev bliver efter mellem uden nogle været også meget hvad kun sig mod jeg",
    "Norwegian": "av ble blir etter mellom uten noen vært mye nå meg seg fram bare",
    "Swedish": "och att är inte för till från när mycket också eller som vid ett hos",
    "English": "the and of is was with this that which are from by it not have be will",
    "German": "und die das ist nicht mit von zu eine für auf werden wird sind dass im bei",
    "French": "les des est une dans pour qui sur pas avec sont aux cette ou par",
    "Spanish": "los las una por con para que del como más pero sus este",
    "Polish": "nie się na jest że do przez oraz jak dla od który ale",
    "Turkish": "bir ve bu için ile olarak daha çok olan kadar gibi ancak",
    "Somali": "oo iyo ka ku waa waxaa inay ayaa soo uu la si",
}
# Words that Danish shares with its neighbours, but with no other language of these.
NORDIC = frozenset("og på til det som ikke har ved med fra".split())
NORDIC_LANGUAGES = ("Norwegian", "Swedish")
SHARED = frozenset("eller som")  # Swedish words that Danish has as well
LANGUAGE_OF = {
    word: language for language, words in MARKERS.items() for word in words.split() if word not in SHARED
}
LEAST_SHARE = 0.03  # of the words must be markers of the other language
TIMES_DANISH = 3  # and so many times the Danish ones
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def other_language(text: str) -> str | None:
    """Name the language of a text that is not Danish; None for Danish, and where nothing can be said.

    >>> other_language("The committee took note of the report and the budget. " * 9)
    'English'
    >>> other_language("Udvalget tog orienteringen til efterretning. " * 9)
    """
    middle = max(SAMPLE, len(text) // 2)
    sample = text[:SAMPLE], text[middle : middle + SAMPLE], text[max(middle + SAMPLE, len(text) - SAMPLE) :]
    words = WORD.findall(" ".join(sample).casefold())
    if len(words) < FEWEST_WORDS:
        return None
    if sum(1 for word in words if LATIN.match(word)) < len(words) / 2:
        return "a language in other than Latin letters"
    counts = Counter(LANGUAGE_OF[word] for word in words if word in LANGUAGE_OF)
    danish = counts.pop("Danish", 0)
    nordic = sum(1 for word in words if word in NORDIC)
    for language, count in counts.most_common(1):
        other = danish if language in NORDIC_LANGUAGES else danish + nordic
        if count >= LEAST_SHARE * len(words) and count > TIMES_DANISH * other:
            return language
    return None
