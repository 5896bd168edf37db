"""Compare two initiatives' names: they change from meeting to meeting, their numbers never do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from graph.names import numbers
from graph.resolving.compare import (
    Comparer,
    Comparison,
    different,
    is_spelt_out,
    misprint,
    misprinted,
    same,
    share_source,
    unsure,
)
from graph.resolving.forms import Form
from graph.resolving.stems import (
    HEADS,
    LOOSE_HEADS,
    STOPWORDS,
    WEAK,
    WHOLE_HEADS,
    aim,
    content,
    core,
    head_of,
    stem,
)

RULE = "compare_initiatives"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Rules of `extract.recognise.initiatives` that know a name from nothing but a title and its repetitions.
TITLE_RULES = frozenset({"title_subject", "repeated"})
SHORTEST_SUBJECT = 7  # letters of a name that a title may begin with
PLAN = re.compile(
    r"^(?:handleplan|handlingsplan|indsatsplan|plan|program|projekt|strategi)(?:en|met|et)? for "
)
LOOSE_STEMS = frozenset(stem(head) for head in LOOSE_HEADS)


def initiative_comparer(forms: Iterable[Form], elsewhere: Iterable[Form]) -> Comparer:
    """Return the comparer of initiatives; `elsewhere` are the places and organizations that are named."""
    return _Initiatives(forms, elsewhere).compare


def initiatives_conflict(left: Form, right: Form) -> str | None:
    """Return why two names cannot be one initiative, or None."""
    a, b = numbers(core(left.name)), numbers(core(right.name))
    if a and b and set(a) != set(b):
        return "their numbers or years differ"
    x, y = PLAN.match(core(left.name)), PLAN.match(core(right.name))
    if x and y and stem(x.group().split()[0]) != stem(y.group().split()[0]):
        return "they are plans of different kinds"
    return None


class _Initiatives:
    """What the comparer knows of all names before it compares two."""

    def __init__(self, forms: Iterable[Form], elsewhere: Iterable[Form]) -> None:
        self._editions: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for form in forms:
            if years := numbers(core(form.name)):
                self._editions[meaning(form)].add(years)
        self._elsewhere = frozenset(form.name for form in elsewhere)

    def compare(self, left: Form, right: Form) -> Comparison | None:
        found = self._alike(left, right)
        if found is None or initiatives_conflict(left, right) is None:
            return self._edition(left, right, found) if found else None
        return different(0.99, RULE, "their numbers or years differ")

    def _edition(self, left: Form, right: Form, found: Comparison) -> Comparison:
        """Let a name without a year be the one edition that is known, not one of several."""
        if bool(numbers(core(left.name))) == bool(numbers(core(right.name))):
            return found
        if len(self._editions[meaning(left)] | self._editions[meaning(right)]) > 1:
            return unsure(0.55, RULE, "one has no year, and there are several editions")
        return found

    def _alike(self, left: Form, right: Form) -> Comparison | None:
        a, b = plain_name(left), plain_name(right)
        if a == b or a.replace(" ", "") == b.replace(" ", ""):
            return same(0.95, RULE, "the same name in other words of introduction, spacing or numbering")
        x, y = content(a), content(b)
        return (
            self._located(a, b)
            or _same_content(x, y)
            or _reworded(x, y)
            or _misprint_of(left, right, a, b)
            or _planned(left, right)
            or _same_aim(left, right)
            or _compound(left, right)
            or _shortened(left, right)
            or _titled(left, right)
            or _titled(right, left)
        )

    def _located(self, a: str, b: str) -> Comparison | None:
        """Judge "Gadens Køkken i Nordbyen" and "Gadens Køkken": the initiative at one place."""
        short, long = sorted((a, b), key=len)
        tail = long.removeprefix(short + " ")
        if tail == long or len(short) < 4 or len(content(short)) < 1 or short in HEADS:
            return None
        where = re.sub(r"^(?:i|på|ved)\s+", "", tail)
        if where in self._elsewhere:
            return same(0.9, RULE, f"the same name, said of {where}")
        return None


def plain_name(form: Form) -> str:
    """Return an initiative's folded name without introduction, row number and year."""
    return YEAR.sub("", core(form.name)).strip() or form.name


def meaning(form: Form) -> tuple[str, ...]:
    """Return the stems that say what an initiative is, in alphabetical order."""
    return tuple(sorted(_meaningful(content(plain_name(form)))))


def _meaningful(stems: tuple[str, ...]) -> list[str]:
    kept = [each for each in stems if each not in LOOSE_STEMS and each not in WEAK]
    return kept or list(stems)


def _same_content(x: tuple[str, ...], y: tuple[str, ...]) -> Comparison | None:
    if x == y and x:
        return same(0.92, RULE, "the same words but for endings and small words")
    if sorted(x) == sorted(y) and len(set(x)) >= 2 and not WHOLE_HEADS.isdisjoint(x):
        return same(0.87, RULE, "the same words in another order or compound")
    return None


def _reworded(x: tuple[str, ...], y: tuple[str, ...]) -> Comparison | None:
    """Judge names that differ in a word such as "projekt" or "ny"."""
    a, b = _meaningful(x), _meaningful(y)
    if a != b or not a:
        return None
    if len(a) >= 2:
        return same(0.85, RULE, "the same name with and without a word for what sort of thing it is")
    return unsure(0.7, RULE, "one word, with and without a word for what sort of thing it is")


def _misprint_of(left: Form, right: Form, a: str, b: str) -> Comparison | None:
    """Judge names in which one word is misprinted, if the rest of the evidence agrees."""
    x, y = a.split(), b.split()
    pair = misprinted(x, y)
    if pair is None and not (len(x) == len(y) == 1 and misprint(a, b)):
        return None
    others = [word for word in x if word in y and word not in STOPWORDS]
    reason = f"a misprint: {pair[0]} and {pair[1]}" if pair else "a misprint"
    if len(others) >= 2:
        return same(0.88, RULE, f"{reason}; the rest of the name agrees")
    if share_source(left, right) or left.ties & right.ties:
        return same(0.86, RULE, f"{reason}; named in one file or tied to the same")
    return unsure(0.65, RULE, reason)


def _planned(left: Form, right: Form) -> Comparison | None:
    """Judge "Handleplan for Trygge Veje" and "Trygge Veje": a plan and the name it goes by."""
    a, b = sorted((plain_name(left), plain_name(right)), key=lambda name: (-len(name), name))
    if PLAN.sub("", a, count=1) != b or len(content(b)) < 2:
        return None
    reason = "the name with and without the word for a plan"
    short = left if plain_name(left) == b else right
    if share_source(left, right) or all(word[:1].isupper() for word in short.label.split() if len(word) > 3):
        return same(0.83, RULE, reason)
    return unsure(0.6, RULE, reason)


def _titled(long: Form, short: Form) -> Comparison | None:
    """Judge "Ungehuset lukker", which only a title says, and "Ungehuset": the title is about it."""
    tail = plain_name(long).removeprefix(plain_name(short) + " ")
    written = " ".join(long.label.split()[-len(tail.split()) :])
    if not TITLE_RULES.issuperset(long.rules) or tail == plain_name(long) or not written[:1].islower():
        return None
    if (
        len(plain_name(short)) < SHORTEST_SUBJECT
        or not short.label[:1].isupper()
        or head_of(plain_name(short))
    ):
        return None
    return same(0.82, RULE, f"a title that begins with {short.label}")


def _same_aim(left: Form, right: Form) -> Comparison | None:
    """Judge "Styrket indsats for unge sejlere" and "Unge sejlere": an effort's long and short name."""
    a, b = plain_name(left), plain_name(right)
    x, y = (content(aim(name).removeprefix("flere ")) for name in (a, b))
    if (aim(a), aim(b)) == (a, b) or x != y or len(x) < 2:
        return None
    reason = "an effort and whom it is for"
    return (
        same(0.84, RULE, f"{reason}, in one file") if share_source(left, right) else unsure(0.6, RULE, reason)
    )


def _compound(left: Form, right: Form) -> Comparison | None:
    """Judge names in which one word is the other's last part: "bådindsats" and "indsats"."""
    a, b = plain_name(left).split(), plain_name(right).split()
    pairs = [sorted(pair, key=len) for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
    if len(a) != len(b) or len(pairs) != 1 or len(a) < 4:
        return None
    short, long = pairs[0]
    if not long.endswith(short) or stem(short) not in WHOLE_HEADS:
        return None
    reason = f"{long} may be called {short}; the rest of the name agrees"
    return same(0.84, RULE, reason) if share_source(left, right) else unsure(0.6, RULE, reason)


def _shortened(left: Form, right: Form) -> Comparison | None:
    """Judge an acronym against the name it is given for."""
    for one, other in ((left, right), (right, left)):
        if one.label in other.values("notation"):
            return same(0.96, RULE, f"{one.label} is given as the acronym of the other")
        if is_spelt_out(one, other):
            return same(0.88, RULE, f"{one.label} are the initials of the other, in one file")
    return None
