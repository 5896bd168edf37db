"""Find what an analyst's judgement is about: an IRI or a label to the forms it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.entities import name_key
from graph.errors import InvalidKeyError
from graph.forms import FormKey, FormTable
from graph.identities import Identities
from graph.iri import Iris
from graph.join import Decided
from graph.judgements import Judgement
from graph.names import fold


class References:
    """The forms by what a judgement may call them. `unused` collects judgements of what is not there."""

    def __init__(self, table: FormTable, identities: Identities, iris: Iris) -> None:
        self._identities = identities
        self._iris = iris
        self._by_name: dict[tuple[str, str], list[FormKey]] = defaultdict(list)
        for form in table:
            kind = form.kind.value
            for name in {form.name, name_key(form.key)}:
                self._by_name[kind, name].append(form.key)
        self.unused: tuple[Judgement, ...] = ()

    def decide(self, judgements: Iterable[Judgement]) -> tuple[Decided, ...]:
        """Return the judgements with the forms they are about, in order; the others become `unused`."""
        decided, unused = [], []
        for judgement in judgements:
            left, right = self.forms(judgement.left), self.forms(judgement.right)
            if left and right:
                decided.append(Decided(judgement, left, right))
            else:
                unused.append(judgement)
        self.unused = tuple(unused)
        return tuple(decided)

    def forms(self, reference: str) -> tuple[FormKey, ...]:
        """Return the forms of `person:Anne Holm`, `person/anne-holm` or a whole IRI; none if unknown."""
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
