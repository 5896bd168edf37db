"""A tiny package of an invented municipality, and how the tests rewrite it."""

from __future__ import annotations

import copy
import random
from typing import Any

from benchmarks.rewriting.package import Corpus, Package, Rewrite

TEXT = """ Punkt 3: Status på Havnens Perle
Projekt ”Havnens Perle” i Møllevang ledes af Mette Ravn-
holt fra MTA, og hun arbejder tæt sammen
med boligforeningen i området om de mange nye
pladser. MR: Ring til Mettes afløser, Ali Ravnholt.
Fjordby Kommune og Magistratsafdelingen for Trivsel
og Arbejde (MTA) betaler til en beboerkoordi-
nator. Skriv til mera@fjordby.example.

Punkt 3, Bilag 1: Indstilling om Havnens
Perle.docx
 Anden side om beskæftigelsesindsatsen, som
fortsætter næste år.

Punkt 3, Bilag 1: Indstilling om Havnens
Perle.docx
 Notat om noget andet.

Punkt 3, Bilag 2: Notat.pdf
 Bilaget til det næste punkt.

Punkt 4, Bilag 1: Regneark.xlsx
"""
GOLD: dict[str, Any] = {
    "source": "2031-05-06-pakke.txt",
    "meetings": [{"id": "m1", "kind": "rådmandsmøde", "date": None, "quote": ""}],
    "agenda_items": [],
    "documents": [],
    "persons": [
        {"name": "Mette Ravnholt", "aliases": ["Mette"], "initials": ["MR"], "level": "required"},
        {"name": "Ali Ravnholt", "aliases": [], "initials": [], "level": "required"},
    ],
    "organizations": [
        {
            "name": "Magistratsafdelingen for Trivsel og Arbejde",
            "aliases": ["MTA"],
            "type": "department",
            "level": "required",
        }
    ],
    "initiatives": [
        {
            "name": "Havnens Perle",
            "aliases": ["Projekt Havnens Perle"],
            "subject_of": [],
            "departments": ["Magistratsafdelingen for Trivsel og Arbejde"],
            "budget_years": [],
            "places": ["Møllevang"],
            "stages": [{"stage": "status", "quote": "Status på Havnens Perle", "level": "required"}],
            "figures": [],
            "amounts_dkk": [],
            "level": "required",
        }
    ],
    "budget_years": [],
    "places": [{"name": "Møllevang", "level": "required"}],
    "amounts": [],
    "case_numbers": [],
    "commitments": [],
}


def corpus(text: str = TEXT) -> Corpus:
    """Return a corpus of the tiny package alone, or of another text with its gold."""
    return Corpus((Package(text, copy.deepcopy(GOLD)),))


def rewritten(rewrite: Rewrite, text: str = TEXT, seed: int = 1) -> Package:
    """Return the tiny package rewritten."""
    return rewrite(corpus(text), chance(seed)).packages[0]


def chance(seed: int = 1) -> random.Random:
    """Return chance that is the same every time."""
    return random.Random(seed)  # noqa: S311 - to be repeatable, not secret
