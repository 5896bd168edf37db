"""Move the packages to another municipality: its name, departments, units, towns and districts are others.

The term list of the municipality is rewritten with them. Read with it (`in_another_municipality`), the
packages should be understood as before: another municipality is another term list. Read without
(`in_an_unknown_municipality`), they show what a term list is worth.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.rewriting.package import WORD, Corpus, exchange, exchanger, forms
from extract.terms import OrganizationTerm, TermList, load_terms

FRAME = re.compile(r"^(?:Magistratsafdelingen|Forvaltningen|Afdelingen|Center|Centret|Sekretariatet) for ")
TOWNS = ("Trosborg", "Vibelev", "Skelhøj", "Nørager")
FIELDS = tuple(
    "Byliv Hverdag Nærhed Opvækst Fællesskab Mestring Vækst Håndværk Rådgivning Netværk Udsyn Samspil Indkøb"
    " Tilsyn Drift Forebyggelse Afklaring Oplysning Rehabilitering Praksis Kompetence Virkelyst Fremdrift"
    " Bosætning Omsorg Trivsel Læring Natur Havn Energi Fritid Idræt".split()
)
BEGINNINGS = tuple("Aske Birke Dam Fugle Gyvel Humle Kilde Lyng Mose Pile Rør Siv".split())
ENDS = tuple("holt mark næs rod strup um vad ager".split())


def in_another_municipality(corpus: Corpus, chance: random.Random) -> Corpus:
    """Move the packages, and read them with the other municipality's term list."""
    moved = corpus
    lists: list[str] = []
    for terms, town in zip(_own_terms(corpus), TOWNS, strict=False):
        phrases = (
            _named_after(terms, corpus, town)
            | _town(terms, town)
            | _places(terms, chance)
            | _organizations(terms, corpus, chance)
        )
        moved = exchange(moved, phrases)
        lists.append(_as_toml(terms, phrases))
    return replace(moved, term_lists=tuple(lists))


def in_an_unknown_municipality(corpus: Corpus, chance: random.Random) -> Corpus:
    """Move the packages, and read them with no list of the municipality."""
    return replace(in_another_municipality(corpus, chance), term_lists=())


def _own_terms(corpus: Corpus) -> list[TermList]:
    """Return the lists of the municipalities that the packages are about, bundled or their own."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.toml" for number in range(len(corpus.term_lists))]
        for path, text in zip(paths, corpus.term_lists, strict=True):
            path.write_text(text, "utf-8")
        known = load_terms(tuple(paths)).municipal
    return [terms for terms in known if terms.municipality and terms.is_named_in(corpus.text)]


def _town(terms: TermList, new: str) -> dict[str, str]:
    """Return what the municipality is to be called. What the country knows (a university) keeps its name."""
    town = _town_of(terms)
    known = (name for each in load_terms().national.organizations for name in (each.name, *each.aliases))
    return {
        town: new,
        town.upper(): new.upper(),
        **{domain: f"{new.casefold()}.example" for domain in terms.domains},
        **{name: name for name in known if town in name},
    }


def _named_after(terms: TermList, corpus: Corpus, new: str) -> dict[str, str]:
    """Return the names of initiatives that begin with the town's: "SolbyDage", "Solbymodellen"."""
    old = _town_of(terms)
    words = {
        word
        for entry in corpus.entries("initiatives")
        for name in forms(entry)
        for word in WORD.findall(name)
    }
    return {
        word: new + word.removeprefix(old)
        for word in sorted(words)
        if word.startswith(old) and len(word) > len(old) + 1
    }


def _town_of(terms: TermList) -> str:
    return str(terms.municipality).removesuffix(" Kommune")


def _places(terms: TermList, chance: random.Random) -> dict[str, str]:
    invented = [beginning + end for beginning in BEGINNINGS for end in ENDS]
    chance.shuffle(invented)
    local = (place.name for place in terms.places if place.type in ("town", "district"))
    names = [name for name in local if name != _town_of(terms) and " " not in name]
    return dict(zip(names, invented, strict=False))


def _organizations(terms: TermList, corpus: Corpus, chance: random.Random) -> dict[str, str]:
    """Return new names of departments and units of more than one word, with their aliases and acronyms."""
    fields = [f"{one} og {other}" for one in FIELDS for other in FIELDS if one < other]
    chance.shuffle(fields)
    taken = {*re.findall(r"\b[A-ZÆØÅ]{2,5}\b", corpus.text)}
    phrases: dict[str, str] = {}
    for term in terms.organizations:
        if term.type in ("department", "unit") and " " in term.name:
            phrases |= _renamed(term, _core(term, fields, taken), taken)
    return phrases


def _core(term: OrganizationTerm, fields: list[str], taken: set[str]) -> str:
    """Take the next pair of fields, whose acronym, if the term has one, nothing in the texts bears."""
    while term.notation and _acronym(term.name, fields[-1]) in taken:
        fields.pop()
    return fields.pop()


def _acronym(name: str, core: str) -> str:
    framed = (FRAME.match(name) or [""])[0] + core
    return "".join(word[0] for word in framed.split() if word not in ("og", "for")).upper()


def _renamed(term: OrganizationTerm, core: str, taken: set[str]) -> dict[str, str]:
    phrases: dict[str, str] = {}
    for name in (term.name, *term.aliases, *term.exact_aliases):
        if " " in name:
            new = (FRAME.match(name) or [""])[0] + core
            phrases |= {name: new, name.upper(): new.upper()}
        elif name == name.upper():
            phrases[name] = _acronym(term.name, core)
    if term.notation:
        phrases[term.notation] = _acronym(term.name, core)
        taken.add(phrases[term.notation])
    return phrases


def _as_toml(terms: TermList, phrases: Mapping[str, str]) -> str:
    """Return the term list in its new names, in the format of `extract/data/municipalities`."""
    new = exchanger(phrases)
    lines = [
        'source = "invented for a measurement: there is no such municipality"',
        "date = 2025-01-01",
        f"municipality = {_toml(new(str(terms.municipality)))}",
        f"domains = [{', '.join(_toml(new(domain)) for domain in terms.domains)}]",
        "organizations = [",
        *(f"  {_organization(term, new)}," for term in terms.organizations),
        "]",
        "places = [",
        *(f"  {{ type = {_toml(each.type)}, names = [{_toml(new(each.name))}] }}," for each in terms.places),
        "]",
    ]
    return "\n".join([*lines, ""])


def _organization(term: OrganizationTerm, new: Callable[[str], str]) -> str:
    single = {"name": term.name, "notation": term.notation, "part_of": term.part_of}
    several = {"aliases": term.aliases, "exact_aliases": term.exact_aliases}
    pairs = [f"type = {_toml(term.type)}"]
    pairs += [f"{key} = {_toml(new(value))}" for key, value in single.items() if value]
    pairs += [f"{key} = [{', '.join(_toml(new(each)) for each in names)}]" for key, names in several.items()]
    return f"{{ {', '.join(pairs)} }}"


def _toml(text: str) -> str:
    """Return a string of TOML: its basic strings are written as those of JSON."""
    return json.dumps(text, ensure_ascii=False)
