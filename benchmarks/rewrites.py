"""Rewrite a package and its gold together, so that the same things are to be found in another guise."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extract.terms import load_terms

Entry = dict[str, Any]
GAP = r"(?:[-\u00ad]?\n)?"  # a word may be broken over a line between any two letters
WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
QUOTES = ("””", "““", '""', "»«", "’’")

# Names of several origins, by which no group may be found less than another. Invented combinations.
ORIGINS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Danish": (
        ("Grethe", "Palle", "Signe", "Viggo", "Tove", "Asger", "Ditte", "Holger", "Gurli", "Esben"),
        ("Skovgaard", "Bloch", "Toft", "Ravn", "Kjeldsen", "Lyngby", "Munk", "Storm", "Dahlgreen", "Vang"),
    ),
    "Turkish": (
        ("Emine", "Yusuf", "Zeynep", "Kemal", "Elif", "Orhan", "Gülay", "Serkan", "Nurcan", "Bülent"),
        ("Yıldız", "Öztürk", "Şahin", "Çelik", "Kılıç", "Doğan", "Aslan", "Güneş", "Koç", "Erdem"),
    ),
    "Arabic": (
        ("Khadija", "Omar", "Layla", "Tariq", "Samira", "Bilal", "Noor", "Faisal", "Rania", "Karim"),
        ("Haddad", "Mansour", "Khalil", "Saleh", "Qasim", "Darwish", "Aziz", "Nasser", "Barakat", "Hakimi"),
    ),
    "Somali": (
        ("Ayaan", "Abdirahman", "Ifrah", "Liban", "Sahra", "Guled", "Hibo", "Warsame", "Fowsiya", "Jama"),
        ("Farah", "Mohamud", "Hersi", "Dirie", "Jimcaale", "Osman", "Yuusuf", "Shire", "Egal", "Geedi"),
    ),
    "Vietnamese": (
        ("Thuy", "Quang", "Linh", "Minh", "Phuong", "Duc", "Trang", "Hieu", "Ngan", "Tuan"),
        ("Nguyen", "Tran", "Pham", "Vo", "Dang", "Bui", "Do", "Huynh", "Luong", "Truong"),
    ),
    "hyphenated": (
        (
            "Anne-Lise",
            "Hans-Peter",
            "Eva-Marie",
            "Karl-Emil",
            "Ida-Sofie",
            "Jens-Ole",
            "Lis-Mari",
            "Per-Erik",
        ),
        (
            "Holm-Berg",
            "Lund-Kaya",
            "Friis-Møller",
            "Bang-Hassan",
            "Krag-Juel",
            "Dam-Nielsen",
            "Vest-Ali",
            "Ny-Borg",
        ),
    ),
}
# Parts of invented names: every beginning goes with every end.
INVENTED = {
    "initiatives": (
        "Solsikke Kompas Stjerne Fyr Kløver Regnbue Spring Anker Vind Morgen Nordlys Trappe".split(),
        "bro løb tårn bræt værk rose hus lys plads sti".split(),
    ),
    "places": (
        "Elme Trane Linde Ravns Ege Tjørne Bøge Slåen Havre Ler Myre Kirke Hede Dams".split(),
        "lund bæk vang parken torp bjerg by skov kær høj".split(),
    ),
}


@dataclass(frozen=True, slots=True)
class Package:
    """A text and its gold (the format of the annotation guide)."""

    text: str
    gold: Entry


Rewrite = Callable[[Package, random.Random], Package]


def exchange(package: Package, words: Mapping[str, str]) -> Package:
    r"""Exchange whole words in text and gold; a broken word is mended by it. Possessives keep their s.

    >>> exchange(Package("hos Ravn og Rav-\nns mor", {"source": "a"}), {"Ravn": "Munk"}).text
    'hos Munk og Munks mor'
    """
    if not words:
        return package
    broken = {word: GAP.join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True)}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(broken.values())})(?=s?(?!\w)|{GAP}s(?!\w))")

    def swap(match: re.Match[str]) -> str:
        return words.get(re.sub(r"[-\u00ad]?\n", "", match.group()), match.group())

    gold = {key: _walk(value, lambda text: pattern.sub(swap, text)) for key, value in package.gold.items()}
    return Package(pattern.sub(swap, package.text), gold | {"source": package.gold["source"]})


def names_of(origin: str) -> Rewrite:
    """Return the rewriting that gives every person a name of one origin, consistently, initials with it."""

    def rewrite(package: Package, chance: random.Random) -> Package:
        firsts, lasts = (list(names) for names in ORIGINS[origin])
        chance.shuffle(firsts)
        chance.shuffle(lasts)
        words: dict[str, str] = {}
        for person in package.gold.get("persons", []):
            for name in (person["name"], *person.get("aliases", [])):
                for index, word in enumerate(
                    w for w in re.findall(r"[^\W\d_][\w’-]+", name) if w[0].isupper()
                ):
                    pool = firsts if index == 0 else lasts
                    words.setdefault(word, pool[len(words) % len(pool)])
        return _with_initials(exchange(package, words), package)

    return rewrite


def _with_initials(after: Package, before: Package) -> Package:
    changed: dict[str, str] = {}
    for old, new in zip(before.gold.get("persons", []), after.gold.get("persons", []), strict=True):
        letters = "".join(word[0] for word in re.findall(r"[^\W\d_][\w’-]*", new["name"]))
        for initials in old.get("initials") or []:
            changed.setdefault(initials, letters[: len(initials)].upper())
    free = {old: new for old, new in changed.items() if len(new) == len(old) and new not in changed}
    return exchange(after, free)


def new_words(kind: str) -> Rewrite:
    """Return the rewriting that exchanges the coined words in the names of one kind for invented ones.

    A word is coined if it is capitalised inside a name, stands in lower case nowhere in the text, and is no
    name that the whole country knows.
    """
    national = {word for place in load_terms().national.places for word in WORD.findall(place.name)}

    def rewrite(package: Package, chance: random.Random) -> Package:
        known = {word for word in WORD.findall(package.text) if word.islower()}
        kept = {w.casefold() for w in _words_of_others(package.gold, kind)}
        pool = [beginning + end for beginning in INVENTED[kind][0] for end in INVENTED[kind][1]]
        chance.shuffle(pool)
        words: dict[str, str] = {}
        for entry in package.gold.get(kind, []):
            for word in WORD.findall(entry["name"]):
                is_coined = len(word) > 3 and word[0].isupper() and word.casefold() not in known | kept
                if is_coined and word not in national:
                    words.setdefault(word, pool[len(words) % len(pool)])
        return exchange(package, words)

    return rewrite


def _words_of_others(gold: Entry, kind: str) -> Iterable[str]:
    others = {"persons", "organizations", "places", "initiatives"} - {kind}
    for other in others:
        for entry in gold.get(other, []):
            for name in (entry["name"], *entry.get("aliases", [])):
                yield from WORD.findall(name)


def break_words(package: Package, chance: random.Random) -> Package:
    """Break one long word in forty over a line, where a hyphen does not stand already."""

    def broken(match: re.Match[str]) -> str:
        if chance.random() > 1 / 40:
            return match.group()
        cut = chance.randint(3, len(match.group()) - 3)
        return f"{match.group()[:cut]}-\n{match.group()[cut:]}"

    return Package(re.sub(r"(?<=[a-zæøå,] )[a-zæøå]{9,}(?= [a-zæøå])", broken, package.text), package.gold)


def change_quotes(package: Package, chance: random.Random) -> Package:
    """Put every quoted name in other quotes."""
    pair = chance.choice(QUOTES)
    text = re.sub(r"[”“\"]([^”“\"\n]{2,80})[”“\"]", rf"{pair[0]}\1{pair[1]}", package.text)
    return Package(text, package.gold)


def double_blanks(package: Package, chance: random.Random) -> Package:
    """Justify one line in six with double blanks."""
    lines = package.text.split("\n")
    wide = [re.sub(r"(?<=\w) (?=\w)", "  ", each) if chance.random() < 1 / 6 else each for each in lines]
    return Package("\n".join(wide), package.gold)


def unchanged(package: Package, chance: random.Random) -> Package:
    """Leave everything as it is: the measure of the others."""
    return package


REWRITES: Mapping[str, Rewrite] = {
    "as it is": unchanged,
    **{f"{origin} names": names_of(origin) for origin in ORIGINS},
    "new initiatives": new_words("initiatives"),
    "new places": new_words("places"),
    "broken words": break_words,
    "other quotes": change_quotes,
    "double blanks": double_blanks,
}


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_walk(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _walk(each, change) for key, each in value.items()}
    return value


def read_package(text: str, gold: str) -> Package:
    """Return a package from the content of its two files."""
    return Package(text, json.loads(gold))
