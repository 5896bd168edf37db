"""Exchange the coined words in the names of initiatives and places for invented ones."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from benchmarks.rewriting.package import NAMED, WORD, Corpus, Rewrite, exchange, forms
from extract.terms import DATA, load_terms

SHORTEST = 4  # letters: a shorter word is an acronym or a common one
INFLECTIONS = ("en", "et", "er", "erne", "n", "s", "set")  # "fritidspas", "Fritidspasset"


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
        tuple("bro løb tårn bræt værk rose hus spor puls greb klang sats".split()),
        tuple(
            "plan planen strategi strategien politik politikken model modellen projekt projektet indsats"
            " indsatsen ordning ordningen pas passet messe messen værksted værkstedet aftale aftalen stafet"
            " stafetten pulje puljen forløb forløbet program programmet kampagne kampagnen mål målene kort"
            " kortet loggen ugen dagen prisen mødet topmødet linjen huset caféen område området center"
            " centret netværk netværket vision visionen reform".split()
        ),
    ),
    "places": Invention(
        tuple("Elme Trane Linde Hassel Ege Tjørne Bøge Slåen Havre Ler Myre Krum Hede Brim".split()),
        tuple("lund bæk vang torp bjerg by skov kær høj rup sted inge lev".split()),
        tuple(
            "kollegiet huset gården salen hallen centret parken pladsen gade vej vejen vænget allé skolen"
            " kirken biblioteket arena park lokale rådhus rådhuset stadion".split()
        ),
    ),
}
# A word of these endings is one of the language: an adjective, a deed, a state.
OF_THE_LANGUAGE = re.compile(
    r"(?:isk|iske|ig|ige|igt|elt|ede|ende|else|elser|elsen|ing|ning|inger|hed|tion|ering)$"
)


def new_words(kind: str) -> Rewrite:
    """Return the rewriting that exchanges the coined words in the names of one kind for invented ones.

    A word is coined if it is capitalised inside a name, stands in lower case nowhere in the texts nor in the
    word lists, has not the ending of a word of the language, and is no name that the whole country knows. Of
    the aliases only those of one word are looked at: longer ones are often titles ("Status på …"). What is
    one name stays one: the forms of a compound ("Solpasset", "Solpas") begin alike, and a name that is also
    printed apart ("SolDage", "Sol Dage") is so afterwards.
    """

    def rewrite(corpus: Corpus, chance: random.Random) -> Corpus:
        invented = _invent(INVENTED[kind], {*WORD.findall(corpus.text)}, chance)
        stems: dict[str, tuple[str, str]] = {}
        words: dict[str, str] = {}
        kept = _kept(corpus, kind)
        for entry in corpus.entries(kind):
            names = (entry["name"], *(alias for alias in entry.get("aliases", ()) if " " not in alias))
            for word in (word for name in names for word in WORD.findall(name)):
                if not is_coined(word) or word.casefold() in kept or word in words:
                    continue
                stem = _stem(word, INVENTED[kind].heads)
                if stem not in stems:
                    stems[stem] = next(invented)
                words[word] = _with_head(word, stems[stem], INVENTED[kind].heads)
        return exchange(exchange(corpus, _printed_apart(corpus, words)), words)

    return rewrite


def is_coined(word: str) -> bool:
    """Tell whether a word of a name may be coined, by its looks alone.

    >>> is_coined("UngiFokus"), is_coined("Velfærdsteknologisk"), is_coined("bro"), is_coined("STU")
    (True, False, False, False)
    """
    return len(word) >= SHORTEST and word[0].isupper() and not OF_THE_LANGUAGE.search(word)


def _kept(corpus: Corpus, kind: str) -> frozenset[str]:
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
    small = [word for word in WORD.findall(corpus.text) if word.islower()]
    common = (word + ending for word in small if len(word) > SHORTEST for ending in INFLECTIONS)
    return _listed() | {word.casefold() for word in (*national, *others, *small, *common)}


@cache
def _listed() -> frozenset[str]:
    """Return the words of the bundled word lists: heads of names, cue words."""
    lists = (DATA / "initiatives.toml", *sorted((DATA / "words").glob("*.toml")))
    texts = (re.sub(r"#.*", "", path.read_text("utf-8")) for path in lists)
    return frozenset(word for text in texts for word in WORD.findall(text) if word.islower())


def _invent(invention: Invention, taken: set[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield a beginning and an end of words that the texts do not use, never the same two twice."""
    pairs = [(beginning, end) for beginning in invention.beginnings for end in invention.ends]
    chance.shuffle(pairs)
    yield from (pair for pair in pairs if "".join(pair) not in taken)


def _printed_apart(corpus: Corpus, words: Mapping[str, str]) -> dict[str, str]:
    """Return the names of two words that are a coined word printed apart, and the new word printed so."""
    apart = {}
    for word, new in words.items():
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            printed = f"{word[:cut]} {word[cut:].capitalize()}"
            if re.search(rf"\b{re.escape(printed)}\b", corpus.text):
                end = next((end for end in _ends() if new.endswith(end)), new[len(new) // 2 :])
                apart[printed] = f"{new.removesuffix(end)} {end.capitalize()}"
    return apart


@cache
def _ends() -> tuple[str, ...]:
    """Return the ends that invented words may have, the longest first."""
    ends = {end for each in INVENTED.values() for end in (*each.ends, *each.heads)}
    return tuple(sorted(ends, key=len, reverse=True))


def _stem(word: str, heads: tuple[str, ...]) -> str:
    """Return what the forms of a compound share: "sol" of "Solpasset" and "Solpas"; a word as it is."""
    folded = word.casefold()
    head = next((each for each in sorted(heads, key=len, reverse=True) if folded.endswith(each)), "")
    return folded.removesuffix(head)


def _with_head(word: str, invented: tuple[str, str], heads: tuple[str, ...]) -> str:
    """Return the invented word, with the head of the word it stands for as its end if that has one."""
    folded = word.casefold()
    if folded in heads:
        return word
    head = next((each for each in sorted(heads, key=len, reverse=True) if folded.endswith(each)), None)
    return invented[0] + (head or invented[1])
