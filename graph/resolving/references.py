"""Find what an analyst's judgement is about: an IRI or a label to the forms it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.errors import InvalidKeyError
from graph.identities import Identities
from graph.iri import Iris
from graph.judgements import Judgement, Verdict
from graph.names import fold
from graph.resolving.by_hand import Spot, spot
from graph.resolving.entities import name_key
from graph.resolving.forms import FormKey, FormTable
from graph.resolving.join import Decided
from graph.resolving.sightings import Seen


class References:
    """The forms by what a judgement may call them.

    `unused` collects judgements of what is not there, `settled` whose form a loose mention was said to be of.
    """

    def __init__(
        self, table: FormTable, seen: Mapping[Spot, Seen], identities: Identities, iris: Iris
    ) -> None:
        self._identities = identities
        self._iris = iris
        self._seen = seen
        self.settled: dict[Spot, FormKey] = {}
        self._by_name: dict[tuple[str, str], list[FormKey]] = defaultdict(list)
        for form in table:
            kind = form.kind.value
            for name in {form.name, name_key(form.key)}:
                self._by_name[kind, name].append(form.key)
        self.unused: tuple[Judgement, ...] = ()

    def decide(self, judgements: Iterable[Judgement]) -> tuple[Decided, ...]:
        """Return the judgements with the forms they are about; the others become `unused`.

        Of two judgements of the same two sides the later holds.
        """
        latest = {frozenset((judgement.left, judgement.right)): judgement for judgement in judgements}
        decided, unused = [], []
        for judgement in latest.values():
            left, right = self.forms(judgement.left), self.forms(judgement.right)
            left, right = (self._settle(judgement, *sides) for sides in ((left, right), (right, left)))
            if left and right:
                decided.append(Decided(judgement, left, right))
            else:
                unused.append(judgement)
        self.unused = tuple(unused)
        return tuple(decided)

    def _settle(
        self, judgement: Judgement, own: tuple[FormKey, ...], other: tuple[FormKey, ...]
    ) -> tuple[FormKey, ...]:
        """Return a side's forms; of a loose mention that is said to be the other, the other's."""
        if own or not other or judgement.verdict is not Verdict.SAME:
            return own
        loose = [side for each in (judgement.left, judgement.right) if (side := spot(each)) in self._seen]
        for side in loose:
            if side and self._seen[side].key.kind is other[0].kind:
                self.settled[side] = other[0]
                return other
        return own

    def forms(self, reference: str) -> tuple[FormKey, ...]:
        """Return the forms of `person:Anne Holm`, `person/anne-holm` or any IRI; none if unknown."""
        if (place := spot(reference)) is not None:
            seen = self._seen.get(place)
            return () if seen is None or seen.loose else (seen.key,)
        kind, colon, label = reference.partition(":")
        if colon and not label.startswith("//"):
            return tuple(self._by_name.get((kind, fold(label)), ()))
        try:
            short = self._iris.shorten(self._iris.expand(reference))
        except InvalidKeyError:
            return ()
        folder = short.partition("/")[0]
        names = self._identities.names_of(short)
        return tuple(key for name in names for key in self._by_name.get((folder, name), ()))
