"""Pairs worth comparing: forms that share a key, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from extract.records import Kind
from graph.names import fold
from graph.resolving.acronyms import SPELT_OUT
from graph.resolving.compare_initiatives import PLAN, meaning, plain_name
from graph.resolving.compare_organizations import short_name
from graph.resolving.compare_people import name_parts
from graph.resolving.forms import Form
from graph.resolving.stems import aim, content

WINDOW = 24  # in a crowded block a form meets this many of its neighbours in the alphabet
PREFIX = 5
Keys = Callable[[Form], Iterator[str]]


def candidate_pairs(forms: Iterable[Form]) -> list[tuple[Form, Form]]:
    """Return the pairs of forms of one kind that share a key, in alphabetical order, each once."""
    blocks: dict[str, list[Form]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: form.key):
        for key in set(KEYS[form.kind](form)):
            blocks[key].append(form)
    pairs = {}
    for members in blocks.values():
        for n, left in enumerate(members):
            for right in members[n + 1 : n + 1 + WINDOW]:
                pairs[left.key, right.key] = (left, right)
    return [pairs[key] for key in sorted(pairs)]


def _person_keys(form: Form) -> Iterator[str]:
    parts = name_parts(form)
    first, last = parts[0], parts[-1]
    yield f"initial {first[0]} {last}"
    yield f"first {first} {last[0]}"
    yield f"first3 {first[:3]} {last}"
    yield from (f"part {first} {part}" for part in parts[1:])
    yield from (f"email {address}" for address in form.values("email"))


def _organization_keys(form: Form) -> Iterator[str]:
    short = short_name(form.name)
    yield f"name {short.replace(' ', '').removesuffix('s')}"
    yield f"acronym {form.name}"
    yield from (f"acronym {fold(value)}" for value in form.values("notation"))
    yield from (f"name {value.replace(' ', '')}" for value in form.values(SPELT_OUT))
    yield from (f"name {fold(value).replace(' ', '')}" for value in form.values("full_name"))
    yield from _fuzzy(short)


def _initiative_keys(form: Form) -> Iterator[str]:
    plain = plain_name(form)
    words = plain.split()
    yield f"name {plain.replace(' ', '')}"
    yield f"meaning {' '.join(meaning(form))}"
    yield f"acronym {form.name}"
    yield from (f"acronym {fold(value)}" for value in form.values("notation"))
    yield from (f"name {value.replace(' ', '')}" for value in form.values(SPELT_OUT))
    yield f"aim {' '.join(content(aim(plain).removeprefix('flere ')))}"
    yield f"name {PLAN.sub('', plain, count=1).replace(' ', '')}"
    yield from (f"name {''.join(words[:n])}" for n in range(1, len(words)) if len(words) - n <= 4)
    yield from _fuzzy(plain)


def _place_keys(form: Form) -> Iterator[str]:
    yield f"name {form.name.replace(' ', '').removesuffix('s')}"
    yield from _fuzzy(form.name)


def _fuzzy(name: str) -> Iterator[str]:
    """Yield a key that survives a misprint in any one word."""
    words = name.split()
    if len(words) == 1:
        yield f"prefix {name[:PREFIX]}"
        return
    for n, word in enumerate(words):
        yield f"but {n} {word[0]} {' '.join(words[:n] + words[n + 1 :])}"


KEYS: dict[Kind, Keys] = {
    Kind.PERSON: _person_keys,
    Kind.ORGANIZATION: _organization_keys,
    Kind.INITIATIVE: _initiative_keys,
    Kind.PLACE: _place_keys,
}
