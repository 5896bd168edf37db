"""The amounts that are said to be about initiatives: how much, for what, when, where it was said.

Nothing is added up: the same money is often said in several meetings, and only a reader of the sentences can
tell. What is offered instead is the largest amount, and all of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from graph.lookup import folded
from graph.store import Reader
from graph.views.columns import Column, column, first, size
from graph.views.items import Item, Items

MOST = 100_000  # values that are read of each field
AMOUNT = "?iri a sg:Amount ; sg:initiative ?initiative ; %s ?value"
INITIATIVE = "{ SELECT DISTINCT ?iri { ?amount a sg:Amount ; sg:initiative ?iri } } ?iri %s ?value"
DEPARTMENT = """{ SELECT DISTINCT ?iri { ?amount a sg:Amount ; sg:initiative/sg:department ?iri } }
  ?iri skos:prefLabel ?value"""
FIELDS = {
    "value": "sg:value",
    "initiative": "sg:initiative",
    "purpose": "sg:purpose",
    "when": "sg:when",
    "per": "sg:per",
    "item": "sg:agendaItem",
    "passages": "sg:evidence",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in kroner. `per` is "year", "month" or "once" where it is said; `when` YYYY[-MM[-DD]]."""

    iri: str
    value_dkk: Decimal
    initiative: str
    purpose: str | None
    when: str | None
    per: str | None
    item: Item | None
    passages: tuple[str, ...] = ()

    @property
    def year(self) -> str | None:
        """The year it is for, else that of the meeting that said it."""
        return (self.when or (self.item.date if self.item else None) or "")[:4] or None


@dataclass(frozen=True, slots=True)
class Account:
    """The amounts about one initiative, the newest first; the departments and budget years tied to it.

    `words` is what it is found by, folded.
    """

    initiative: str
    name: str
    departments: Mapping[str, str]  # names by IRI
    budget_years: tuple[str, ...]
    amounts: tuple[Amount, ...]
    words: str = ""

    @property
    def largest(self) -> Amount:
        """The largest amount, of equal ones the newest."""
        return max(self.amounts, key=lambda amount: amount.value_dkk)

    @property
    def years(self) -> frozenset[str]:
        """The years that its amounts and its budgets are of."""
        return frozenset((*self.budget_years, *(each.year for each in self.amounts if each.year)))


@dataclass(frozen=True, slots=True)
class Money:
    """All accounts, that with the largest amount first; the years of any, the newest first.

    `departments` counts the accounts of each by its name.
    """

    accounts: tuple[Account, ...]
    complete: bool
    departments: Mapping[str, int]
    years: tuple[str, ...]


def read_money(store: Reader) -> Money:
    """Read all amounts about initiatives; `complete` is false if a field has more than MOST values."""
    columns = {name: column(store, AMOUNT % path, MOST) for name, path in FIELDS.items()}
    items = Items(store, "Amount", MOST)
    amounts = (_amount(iri, columns, items) for iri in sorted(columns["value"]))
    accounts = _accounts(store, [each for each in amounts if each is not None])
    return Money(
        accounts,
        all(size(each) < MOST for each in columns.values()),
        Counter(name for each in accounts for name in set(each.departments.values())),
        tuple(sorted({year for each in accounts for year in each.years}, reverse=True)),
    )


def _amount(iri: str, columns: Mapping[str, Column], items: Items) -> Amount | None:
    known = {name: first(values, iri) for name, values in columns.items()}
    try:
        kroner = Decimal(known["value"] or "")
    except InvalidOperation:
        return None
    return Amount(
        iri=iri,
        value_dkk=kroner,
        initiative=known["initiative"] or "",
        purpose=known["purpose"],
        when=known["when"],
        per=known["per"],
        item=items.of(known["item"]) if known["item"] else None,
        passages=columns["passages"].get(iri, ()),
    )


def _accounts(store: Reader, amounts: Iterable[Amount]) -> tuple[Account, ...]:
    """Gather the amounts by initiative; of one that has no name nothing can be shown."""
    names = column(store, INITIATIVE % "skos:prefLabel", MOST)
    departments = column(store, INITIATIVE % "sg:department", MOST)
    years = column(store, INITIATIVE % "sg:budgetYear/sg:year", MOST)
    called = column(store, DEPARTMENT, MOST)
    by_initiative: dict[str, list[Amount]] = defaultdict(list)
    for amount in amounts:
        if amount.initiative in names:
            by_initiative[amount.initiative].append(amount)
    made = (
        _account(
            iri,
            names[iri][0],
            {each: called[each][0] for each in departments.get(iri, ()) if each in called},
            {year[:4] for year in years.get(iri, ())},
            said,
        )
        for iri, said in by_initiative.items()
    )
    return tuple(sorted(made, key=lambda account: (-account.largest.value_dkk, account.name)))


def _account(
    iri: str, name: str, departments: Mapping[str, str], years: Iterable[str], said: Iterable[Amount]
) -> Account:
    newest = sorted(said, key=lambda each: (each.item.date if each.item else None) or "", reverse=True)
    purposes = dict.fromkeys(each.purpose for each in newest if each.purpose)
    return Account(
        iri,
        name,
        dict(sorted(departments.items(), key=lambda pair: pair[1])),
        tuple(sorted(years)),
        tuple(newest),
        folded(" ".join((name, *departments.values(), *purposes))),
    )
