"""Find what acronyms stand for where no text says so: the one name in the same files with these initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.names import initials, is_acronym
from graph.resolving.forms import Form

SPELT_OUT = "spelt_out"
SHORTEST = 3  # letters; two of them are the initials of too much


def spell_out(forms: Sequence[Form]) -> None:
    """Note with each acronym the name that spells it out; nothing if none does, or several do."""
    spelling: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in forms:
        if not is_acronym(form.label) and not form.values("notation"):
            for letters in initials(form.name):
                for source in form.sources:
                    spelling[source, letters].append(form)
    for form in forms:
        if is_acronym(form.label) and len(form.name) >= SHORTEST and not form.values("full_name"):
            found = {long.name for source in form.sources for long in spelling[source, form.name]}
            if len(found) == 1:
                form.note({SPELT_OUT: found.pop()})
