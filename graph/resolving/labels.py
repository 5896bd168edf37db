"""Choose what an entity is called among the names that were joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extract.records import Kind
from graph.names import fold, is_acronym
from graph.resolving.compare_initiatives import TITLE_RULES
from graph.resolving.forms import Form
from graph.resolving.stems import content, core

LONGEST = 100  # characters of a wording that is worth keeping as a name
MOST_ADDED = 2  # words that a wording has more than the name ("projekt", "status på")


def preferred_label(forms: Sequence[Form]) -> str:
    """Return the most complete and most frequent of the names; of equals the first in the alphabet."""
    return min(((form, spelling) for form in forms for spelling in form.labels), key=_rank)[1]


def alternative_labels(forms: Sequence[Form], preferred: str) -> tuple[str, ...]:
    """Return the other names and wordings in alphabetical order, of each the best spelling.

    A genitive, an acronym that is the notation, and a whole title around the name are no names.
    """
    found: dict[str, str] = {fold(preferred): preferred}
    spellings = [(each, spelling) for each in forms for spelling in each.labels]
    for form, spelling in sorted(spellings, key=_rank):
        if not _is_title(form, found):
            found.setdefault(fold(spelling), spelling)
    for wording in _wordings(forms):
        key = fold(wording)
        if key not in found and not _is_genitive(key, found):
            found[key] = wording
    for key in (fold(preferred), fold(notation(forms) or "")):
        found.pop(key, None)
    return tuple(sorted(found.values()))


def _wordings(forms: Iterable[Form]) -> list[str]:
    """Return what stood in the texts instead of the names and is a name by itself, best spelling first."""
    counts: Counter[str] = Counter()
    for form in forms:
        for wording, count in form.wordings.items():
            added = len(fold(wording).split()) - len(form.name.split())
            if len(wording) <= LONGEST and added <= MOST_ADDED:
                counts[wording] += count
    return sorted(counts, key=lambda wording: (wording.isupper(), -counts[wording], wording))


def _is_title(form: Form, known: Iterable[str]) -> bool:
    """Tell whether a name was met in titles only, and begins with another: "Ungehuset lukker"."""
    return TITLE_RULES.issuperset(form.rules) and any(form.name.startswith(f"{name} ") for name in known)


def _is_genitive(key: str, known: Iterable[str]) -> bool:
    return any(key in (f"{name}s", f"{name} s") for name in known)


def notation(forms: Iterable[Form]) -> str | None:
    """Return the acronym that the texts or the term lists give most often, or None."""
    seen: Counter[str] = Counter()
    for form in forms:
        seen.update(form.attributes.get("notation", Counter()))
        if form.kind is Kind.ORGANIZATION and is_acronym(form.label):
            seen[form.label] += form.count
    return min(seen, key=lambda value: (-seen[value], value)) if seen else None


def _rank(pair: tuple[Form, str]) -> tuple[object, ...]:
    form, spelling = pair
    count = form.labels[spelling]
    shouting = spelling.isupper() and len(spelling) > 8
    if form.kind is Kind.PERSON:
        full = sum(len(part) > 1 for part in form.name.split())
        return (-full, shouting, -len(form.name.split()), -count, spelling)
    if form.kind is Kind.ORGANIZATION:
        return (is_acronym(spelling), "term_list" not in form.rules, shouting, -count, spelling)
    about = core(form.name) != form.name or not content(form.name)
    return (
        about,
        shouting,
        TITLE_RULES.issuperset(form.rules),
        not spelling[:1].isupper(),
        -count,
        len(spelling),
        spelling,
    )
