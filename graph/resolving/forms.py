"""Forms: the distinct names in all files, which resolution judges instead of every mention for itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extract.records import Kind, Mention
from graph.names import fold

JUDGED = (Kind.PERSON, Kind.ORGANIZATION, Kind.INITIATIVE, Kind.PLACE)


@dataclass(frozen=True, slots=True, order=True)
class FormKey:
    """What tells forms apart: the kind, the folded name and, for namesakes, what splits them."""

    kind: Kind
    name: str
    split: str = ""


@dataclass(slots=True)
class Form:
    """One name of one kind, with all that was seen beside it.

    `labels` counts the spellings of the name, `wordings` what stood in the text instead of it; `sources` the
    mentions in each file, `attributes` the values of each attribute, `ties` what the texts tie it to (folded
    names of places, departments and budget years).
    """

    key: FormKey
    labels: Counter[str] = field(default_factory=Counter)
    wordings: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    attributes: dict[str, Counter[str]] = field(default_factory=dict)
    ties: set[str] = field(default_factory=set)
    rules: Counter[str] = field(default_factory=Counter)
    confidence: float = 0.0

    @property
    def kind(self) -> Kind:
        """The kind of thing that is named."""
        return self.key.kind

    @property
    def name(self) -> str:
        """The folded name."""
        return self.key.name

    @property
    def label(self) -> str:
        """The spelling met most; of equals the first in the alphabet."""
        return min(self.labels, key=lambda label: (-self.labels[label], label))

    @property
    def ref(self) -> str:
        """How a judgement refers to the form: `person:Mette Ravn`."""
        return f"{self.kind.value}:{self.label}" + (f" [{self.key.split}]" if self.key.split else "")

    @property
    def count(self) -> int:
        """The number of mentions."""
        return self.sources.total()

    def values(self, attribute: str) -> frozenset[str]:
        """Return the values met of an attribute."""
        return frozenset(self.attributes.get(attribute, ()))

    def add(self, source: str, mention: Mention) -> None:
        """Count one more mention."""
        self.labels[mention.name.strip()] += 1
        if fold(mention.text) != self.key.name:
            self.wordings[" ".join(mention.text.split())] += 1
        self.sources[source] += 1
        self.rules[mention.rule] += 1
        self.confidence = max(self.confidence, mention.confidence)
        self.note(mention.attributes)

    def note(self, attributes: Mapping[str, str]) -> None:
        """Count the values of the attributes of one mention."""
        for name, value in attributes.items():
            if value:
                self.attributes.setdefault(name, Counter())[value] += 1


def form_key(mention: Mention) -> FormKey | None:
    """Return the key of the form a mention is of; None if its name holds no letter and no digit.

    >>> from extract.records import Span
    >>> form_key(Mention(Kind.PLACE, Span(0, 8), "Nordbyen", "Nordbyen", "term_list", 1.0)).name
    'nordbyen'
    """
    name = fold(mention.name)
    return FormKey(mention.kind, name) if any(c.isalnum() for c in name) else None


class FormTable:
    """All forms by their key."""

    def __init__(self) -> None:
        self._forms: dict[FormKey, Form] = {}

    def form(self, key: FormKey) -> Form:
        """Return the form of a key, new if it was not met before."""
        found = self._forms.get(key)
        if found is None:
            found = self._forms[key] = Form(key)
        return found

    def get(self, key: FormKey) -> Form | None:
        """Return the form of a key, or None."""
        return self._forms.get(key)

    def of_kind(self, kind: Kind) -> list[Form]:
        """Return the forms of a kind in alphabetical order, whatever order the files were read in."""
        return sorted((f for f in self._forms.values() if f.kind is kind), key=lambda form: form.key)

    def __iter__(self) -> Iterator[Form]:
        return iter(sorted(self._forms.values(), key=lambda form: form.key))
