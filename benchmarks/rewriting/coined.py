"""Exchange the coined words in the names of initiatives and places for invented ones."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.rewriting.package import NAMED, WORD, Corpus, Rewrite, exchange, forms
from extract.terms import load_terms

SHORTEST = 4  # letters: a shorter word is an acronym or a common one


@dataclass(frozen=True, slots=True)
class Invention:
    """What invented names are made of: every beginning goes with every end.

    `heads` are the words that say what kind of thing a compound names: an invented name keeps them, for they
    are language and not name ("Skovkollegiet" is a hall of residence under any name).
    """

    beginnings: tuple[str, ...]
    ends: tuple[str, ...]
    heads: tuple[str, ...]


INVENTED: Mapping[str, Invention] = {
    "initiatives": Invention(
        tuple("Solsikke Kompas Stjerne Fyr Kløver Regnbue Spring Anker Vind Morgen Nordlys Trappe".split()),
        tuple("bro løb tårn bræt værk rose hus lys plads sti".split()),
        tuple(
            "plan planen strategi strategien politik politikken model modellen projekt projektet indsats"
            " indsatsen ordning ordningen pas passet messe messen værksted værkstedet aftale aftalen stafet"
            " stafetten pulje puljen forløb forløbet program programmet kampagne kampagnen mål målene kort"
            " kortet loggen område området center centret netværk netværket vision visionen reform".split()
        ),
    ),
    "places": Invention(
        tuple("Elme Trane Linde Hassel Ege Tjørne Bøge Slåen Havre Ler Myre Krum Hede Brim".split()),
        tuple("lund bæk vang torp bjerg by skov kær høj rup sted inge lev".split()),
        tuple(
            "kollegiet huset gården salen hallen centret parken pladsen gade vej vejen vænget allé skolen"
            " kirken biblioteket arena park rådhuset stadion".split()
        ),
    ),
}
# A word of these endings is one of the language: an adjective, a deed, a state.
OF_THE_LANGUAGE = re.compile(r"(?:isk|iske|lig|lige|ende|else|elser|elsen|ing|ning|ninger|hed|tion|ering)$")


def new_words(kind: str) -> Rewrite:
    """Return the rewriting that exchanges the coined words in the names of one kind for invented ones.

    A word is coined if it is capitalised inside a name, stands in lower case nowhere in the texts, has not
    the ending of a word of the language, and is no name that the whole country knows.
    """

    def rewrite(corpus: Corpus, chance: random.Random) -> Corpus:
        invented = _invent(INVENTED[kind], {*WORD.findall(corpus.text)}, chance)
        words: dict[str, str] = {}
        kept = _kept(corpus, kind)
        for entry in corpus.entries(kind):
            for word in (word for name in forms(entry) for word in WORD.findall(name)):
                if is_coined(word) and word.casefold() not in kept and word not in words:
                    words[word] = _with_head(word, next(invented), INVENTED[kind].heads)
        return exchange(corpus, words)

    return rewrite


def is_coined(word: str) -> bool:
    """Tell whether a word of a name may be coined, by its looks alone.

    >>> is_coined("UngiFokus"), is_coined("Velfærdsteknologisk"), is_coined("bro"), is_coined("STU")
    (True, False, False, False)
    """
    return len(word) >= SHORTEST and word[0].isupper() and not OF_THE_LANGUAGE.search(word)


def _kept(corpus: Corpus, kind: str) -> set[str]:
    """Return the words, folded, that are not to be exchanged: in common use, or of another kind's names."""
    national = {word for place in load_terms().national.places for word in WORD.findall(place.name)}
    others = (
        word
        for other in NAMED
        if other != kind
        for entry in corpus.entries(other)
        for name in forms(entry)
        for word in WORD.findall(name)
    )
    common = (word for word in WORD.findall(corpus.text) if word.islower())
    return {word.casefold() for word in (*national, *others, *common)}


def _invent(invention: Invention, taken: set[str], chance: random.Random) -> Iterator[str]:
    """Yield invented words that the texts do not use: a beginning and an end, never the same twice."""
    words = [beginning + end for beginning in invention.beginnings for end in invention.ends]
    chance.shuffle(words)
    yield from (word for word in words if word not in taken)


def _with_head(word: str, invented: str, heads: tuple[str, ...]) -> str:
    """Return the invented word; its beginning before the head of the word it stands for, if that has one."""
    folded = word.casefold()
    if folded in heads:
        return word
    head = next((each for each in sorted(heads, key=len, reverse=True) if folded.endswith(each)), None)
    return invented if head is None else invented[:4] + head
