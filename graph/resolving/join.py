"""Judge the forms of one kind, pair by pair, and join what is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.judgements import Judgement, Verdict
from graph.resolving.blocks import candidate_pairs
from graph.resolving.clusters import Clusters, Conflict
from graph.resolving.compare import Comparer, Comparison, share_source, unsure
from graph.resolving.forms import Form, FormKey

FIRM = 0.95  # from here on a comparison needs no second look at who else it fits


@dataclass(frozen=True, slots=True)
class Rules:
    """How forms of one kind are compared, and what keeps two of them apart whatever else is said."""

    compare: Comparer
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Decided:
    """An analyst's judgement, with the forms each side is about."""

    judgement: Judgement
    left: tuple[FormKey, ...]
    right: tuple[FormKey, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    left: Form
    right: Form
    comparison: Comparison

    @property
    def order(self) -> tuple[object, ...]:
        return (-self.comparison.score, self.left.key, self.right.key)

    def judgement(self) -> Judgement:
        said = self.comparison
        return Judgement(self.left.ref, self.right.ref, said.verdict, said.score, said.reason, said.rule)


def join_forms(
    forms: Sequence[Form], rules: Rules, decided: Iterable[Decided]
) -> tuple[list[list[Form]], list[Judgement]]:
    """Return the sets of forms that are one entity, and the judgements that made them so, in order.

    The analyst's judgements come first and are never overruled. The rest are followed from the surest down;
    one that would join what must stay apart is kept as unsure.
    """
    clusters = Clusters(forms, rules.conflict)
    known = {form.key for form in forms}
    _follow(clusters, known, decided)
    pairs = [
        _Pair(left, right, comparison)
        for left, right in candidate_pairs(forms)
        if left.name != right.name  # namesakes were told apart before
        and (comparison := rules.compare(left, right))
    ]
    judged = sorted(_without_ambiguous(pairs, clusters), key=lambda pair: pair.order)
    made = _join(clusters, judged)
    return clusters.sets(), made


def _follow(clusters: Clusters, known: set[FormKey], decided: Iterable[Decided]) -> None:
    made = list(decided)
    for each in made:
        if each.judgement.verdict is Verdict.DIFFERENT:
            for left, right in _crossed(each, known):
                clusters.forbid(left, right)
    for each in made:
        if each.judgement.verdict is Verdict.SAME:
            for left, right in _crossed(each, known):
                clusters.join(left, right)


def _crossed(decided: Decided, known: set[FormKey]) -> list[tuple[FormKey, FormKey]]:
    return [(a, b) for a in decided.left for b in decided.right if a != b and {a, b} <= known]


def _join(clusters: Clusters, pairs: Iterable[_Pair]) -> list[Judgement]:
    """Follow the judgements in order and return what became of them."""
    made = []
    for pair in pairs:
        left, right = pair.left.key, pair.right.key
        if pair.comparison.verdict is Verdict.SAME and not clusters.together(left, right):
            if reason := clusters.obstacle(left, right):
                said = unsure(0.5, pair.comparison.rule, f"{pair.comparison.reason}; but {reason}")
                pair = replace(pair, comparison=said)
            else:
                clusters.join(left, right)
        made.append(pair.judgement())
    return made


def _without_ambiguous(pairs: Sequence[_Pair], clusters: Clusters) -> list[_Pair]:
    """Make a judgement unsure if the form fits several that cannot be one, and no shared file decides."""
    partners: dict[FormKey, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.comparison.verdict is Verdict.SAME:
            partners[pair.left.key].append(pair)
            partners[pair.right.key].append(pair)
    doubtful = set()
    for key, fitting in partners.items():
        if _disagree([_other(pair, key) for pair in fitting], clusters):
            near = [pair for pair in fitting if share_source(pair.left, pair.right)]
            doubtful |= {id(pair) for pair in fitting if len(near) != 1 or pair is not near[0]}
    return [_doubted(pair) if id(pair) in doubtful else pair for pair in pairs]


def _other(pair: _Pair, key: FormKey) -> FormKey:
    return pair.right.key if pair.left.key == key else pair.left.key


def _disagree(keys: Sequence[FormKey], clusters: Clusters) -> bool:
    return any(clusters.obstacle(a, b) for n, a in enumerate(keys) for b in keys[n + 1 :])


def _doubted(pair: _Pair) -> _Pair:
    if pair.comparison.score >= FIRM:
        return pair
    reason = f"{pair.comparison.reason}; but there are others it fits as well"
    return replace(pair, comparison=unsure(0.55, pair.comparison.rule, reason))
