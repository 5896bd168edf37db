"""All the ways in which packages and their gold are rewritten, by name.

Each asks for the same things in another guise, so that what is found should not depend on it.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from benchmarks.rewriting.coined import new_words
from benchmarks.rewriting.formats import as_format
from benchmarks.rewriting.municipality import in_an_unknown_municipality, in_another_municipality
from benchmarks.rewriting.package import Corpus, Rewrite, one_after_another, only_text
from benchmarks.rewriting.pages import glue_counts, move_stamps, shuffle_attachments
from benchmarks.rewriting.people import ORIGINS, mixed_names, names_of
from benchmarks.rewriting.printing import break_words, change_quotes, double_blanks, move_breaks

AS_IT_IS = "as it is"
NAMES = tuple(f"{origin} names" for origin in ORIGINS)
FORMATS = {suffix: f"as {suffix.upper()}" for suffix in ("pdf", "docx", "html")}
UNKNOWN = "unknown municipality"  # shows what a term list is worth; it may cost what it costs


def unchanged(corpus: Corpus, _chance: random.Random) -> Corpus:
    """Leave everything as it is: the measure of the others."""
    return corpus


REWRITES: Mapping[str, Rewrite] = {
    AS_IT_IS: unchanged,
    **{f"{origin} names": names_of(origin) for origin in ORIGINS},
    "new initiatives": new_words("initiatives"),
    "new places": new_words("places"),
    "another municipality": in_another_municipality,
    "broken words": only_text(break_words),
    "moved breaks": only_text(move_breaks),
    "other quotes": only_text(change_quotes),
    "double blanks": only_text(double_blanks),
    "moved stamps": only_text(move_stamps),
    "glued counts": only_text(glue_counts),
    "shuffled attachments": only_text(shuffle_attachments),
    **{name: as_format(suffix) for suffix, name in FORMATS.items()},
    "everything": one_after_another(
        (
            mixed_names(),
            new_words("initiatives"),
            new_words("places"),
            in_another_municipality,
            *map(only_text, (move_breaks, break_words, change_quotes, double_blanks)),
        )
    ),
    UNKNOWN: in_an_unknown_municipality,
}
WITHOUT_CHANCE = frozenset({AS_IT_IS, *FORMATS.values()})  # once is as good as often
