"""Compare two organizations' names: departments by their official and short names, units by acronym."""

from __future__ import annotations

import re

from graph.names import fold, is_acronym, numbers
from graph.resolving.compare import (
    Comparison,
    different,
    is_spelt_out,
    misprinted,
    same,
    share_source,
    unsure,
)
from graph.resolving.forms import Form
from graph.resolving.stems import stem

RULE = "compare_organizations"
DEPARTMENT = re.compile(r"^(?:magistratsafdelingen|afdelingen|forvaltningen) for ")
LEGAL_FORM = re.compile(  # what a name may be introduced by, if more than a word is left
    r"^(?:boligforeningen|foreningen|fonden|den selvejende institution|organisationen|virksomheden) "
    r"(?=\S+ \S)"
)
OF_MUNICIPALITY = re.compile(r"^\w+ kommunes? ")


def compare_organizations(left: Form, right: Form) -> Comparison | None:
    """Judge whether two names are one organization; None if nothing speaks for it."""
    if is_acronym(left.label) and is_acronym(right.label):
        return None
    found = (
        _acronym(left, right) or _official(left, right) or _inflected(left, right) or _misprinted(left, right)
    )
    if found and (reason := organizations_conflict(left, right)):
        return different(0.95, RULE, reason)
    return found


def organizations_conflict(left: Form, right: Form) -> str | None:
    """Return why two names cannot be one organization, or None."""
    if set(numbers(left.name)) != set(numbers(right.name)) and not (
        is_acronym(left.label) or is_acronym(right.label)
    ):
        return "their numbers differ"
    if is_acronym(left.label) and is_acronym(right.label) and left.name != right.name:
        return "they are different acronyms"
    a, b = left.values("notation"), right.values("notation")
    if a and b and not a & b:
        return "they have different acronyms"
    return None


def short_name(name: str) -> str:
    """Return a folded name without "Magistratsafdelingen for" or "Foreningen" in front.

    >>> short_name("magistratsafdelingen for eksempler"), short_name("foreningen havnens gæster")
    ('eksempler', 'havnens gæster')
    """
    return LEGAL_FORM.sub("", DEPARTMENT.sub("", name.replace("§", "")))


def _acronym(left: Form, right: Form) -> Comparison | None:
    for one, other in ((left, right), (right, left)):
        meant = one.key.split in ("", short_name(other.name))
        if is_acronym(one.label) and meant and one.label in other.values("notation"):
            return same(0.97, RULE, f"{one.label} is the acronym of {other.label}")
        if is_spelt_out(one, other):
            return same(0.88, RULE, f"{one.label} are the initials of {other.label}, in one file")
        if any(fold(full) == other.name for full in one.values("full_name")):
            return same(0.97, RULE, f"{other.label} is the full name of {one.label}")
    return None


def _official(left: Form, right: Form) -> Comparison | None:
    a, b = short_name(left.name), short_name(right.name)
    if a == b:
        return same(0.97, RULE, "the same name with and without a word for what it is")
    if OF_MUNICIPALITY.sub("", a) == OF_MUNICIPALITY.sub("", b):
        return unsure(0.6, RULE, "the same name with and without a municipality")
    return None


def _inflected(left: Form, right: Form) -> Comparison | None:
    a, b = short_name(left.name), short_name(right.name)
    if a + "s" == b or b + "s" == a:
        return same(0.95, RULE, "the same name in the genitive")
    x, y = [stem(word) for word in a.split()], [stem(word) for word in b.split()]
    if x == y and a.split()[:-1] == b.split()[:-1] and len(a) > SHORTEST_INFLECTED:
        return same(0.9, RULE, "the same name in another form of the noun")
    return None


SHORTEST_INFLECTED = 7


def _misprinted(left: Form, right: Form) -> Comparison | None:
    a, b = left.name.split(), right.name.split()
    if left.name.replace(" ", "") == right.name.replace(" ", ""):
        return same(0.93, RULE, "the same name but for spacing")
    pair = misprinted(a, b)
    if pair is None or _both_known(left, right):
        return None
    reason = f"a misprint: {pair[0]} and {pair[1]}"
    if len(a) >= 3 or share_source(left, right):
        return same(0.86, RULE, f"{reason}; the rest agrees")
    return unsure(0.65, RULE, reason)


def _both_known(left: Form, right: Form) -> bool:
    """Tell whether both names are in a term list: neither is then a misprint."""
    return "term_list" in left.rules and "term_list" in right.rules
