"""Join forms into entities: transitively, unless something forbids it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.resolving.forms import Form, FormKey

Conflict = Callable[[Form, Form], str | None]


class Clusters:
    """Disjoint sets of forms. Two sets join unless two of their members are forbidden or in conflict."""

    def __init__(self, forms: Iterable[Form], conflict: Conflict) -> None:
        self._conflict = conflict
        self._home: dict[FormKey, FormKey] = {}
        self._members: dict[FormKey, list[Form]] = {}
        self._forbidden: dict[FormKey, set[FormKey]] = {}
        for form in forms:
            self._home[form.key] = form.key
            self._members[form.key] = [form]

    def forbid(self, left: FormKey, right: FormKey) -> None:
        """Record that two forms are different, whatever else speaks for them being one."""
        self._forbidden.setdefault(left, set()).add(right)
        self._forbidden.setdefault(right, set()).add(left)

    def together(self, left: FormKey, right: FormKey) -> bool:
        """Tell whether two forms are already one entity."""
        return self._home[left] == self._home[right]

    def obstacle(self, left: FormKey, right: FormKey) -> str | None:
        """Return what keeps the sets of two forms apart, or None."""
        for a in self._members[self._home[left]]:
            forbidden = self._forbidden.get(a.key, set())
            for b in self._members[self._home[right]]:
                if b.key in forbidden:
                    return f"{a.label} and {b.label} were judged different"
                if a.name == b.name and a.key != b.key:
                    return f"there are several by the name of {a.label}"
                if reason := self._conflict(a, b):
                    return reason
        return None

    def join(self, left: FormKey, right: FormKey) -> None:
        """Make the sets of two forms one, the smaller going into the larger."""
        a, b = sorted((self._home[left], self._home[right]), key=lambda k: (-len(self._members[k]), k))
        if a == b:
            return
        for form in self._members.pop(b):
            self._home[form.key] = a
            self._members[a].append(form)

    def sets(self) -> list[list[Form]]:
        """Return the sets, each in alphabetical order, in order of their first form."""
        return sorted(
            (sorted(members, key=lambda form: form.key) for members in self._members.values()),
            key=lambda members: members[0].key,
        )
