"""The amounts that are said to be about initiatives: how much, for what, when, where it was said.

Nothing is added up: the same money is often said in several meetings, and only a reader of the sentences can
tell. What is offered instead is the largest amount, and all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from graph.entity_view_rows import rows, value
from graph.items import Item, item_of
from graph.store import Reader

MOST = 100_000  # rows that are read
AMOUNTS = """SELECT ?iri ?value ?passage ?initiative ?name ?purpose ?when ?per
  ?item ?number ?title ?date ?body {
  ?iri a sg:Amount ; sg:value ?value ; sg:initiative ?initiative .
  ?initiative skos:prefLabel ?name .
  OPTIONAL { ?iri sg:evidence ?passage }
  OPTIONAL { ?iri sg:purpose ?purpose }
  OPTIONAL { ?iri sg:when ?when }
  OPTIONAL { ?iri sg:per ?per }
  OPTIONAL {
    ?iri sg:agendaItem ?item
    OPTIONAL { ?item sg:number ?number }
    OPTIONAL { ?item dcterms:title ?title }
    OPTIONAL { ?item sg:meeting/schema:startDate ?date }
    OPTIONAL { ?item sg:meeting/sg:body/skos:prefLabel ?body }
  }
} LIMIT %d"""
TIES = """SELECT DISTINCT ?initiative ?department ?departmentName ?budget ?year {
  ?amount a sg:Amount ; sg:initiative ?initiative .
  OPTIONAL { ?initiative sg:department ?department . ?department skos:prefLabel ?departmentName }
  OPTIONAL { ?initiative sg:budgetYear ?budget . ?budget sg:year ?year }
} LIMIT %d"""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in kroner. `per` is "year", "month" or "once" where it is said; `when` YYYY[-MM[-DD]]."""

    iri: str
    value_dkk: Decimal
    initiative: str
    name: str
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
    """The amounts about one initiative, the newest first; the departments and budget years tied to it."""

    initiative: str
    name: str
    departments: Mapping[str, str]  # names by IRI
    budget_years: tuple[str, ...]
    amounts: tuple[Amount, ...]

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
    """All accounts, that with the largest amount first."""

    accounts: tuple[Account, ...]
    complete: bool


def read_money(store: Reader) -> Money:
    """Read all amounts about initiatives; `complete` is false if there are more than MOST rows."""
    passages: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Mapping[str, str | None]] = {}
    count = 0
    for row in rows(store, AMOUNTS % MOST):
        count += 1
        values = {name: value(row, name) for name in _NAMES}
        iri = values["iri"] or ""
        first.setdefault(iri, values)
        if passage := values["passage"]:
            passages[iri].add(passage)
    made = (_amount(iri, first[iri], tuple(sorted(passages[iri]))) for iri in sorted(first))
    return Money(_accounts(store, [each for each in made if each is not None]), count < MOST)


_NAMES = (
    *("iri", "value", "passage", "initiative", "name", "purpose", "when", "per"),
    *("item", "number", "title", "date", "body"),
)


def _amount(iri: str, row: Mapping[str, str | None], passages: tuple[str, ...]) -> Amount | None:
    try:
        kroner = Decimal(row["value"] or "")
    except InvalidOperation:
        return None
    item = row["item"]
    return Amount(
        iri=iri,
        value_dkk=kroner,
        initiative=row["initiative"] or "",
        name=row["name"] or "",
        purpose=row["purpose"],
        when=row["when"],
        per=row["per"],
        item=item_of(item, row["number"], row["title"], row["date"], row["body"]) if item else None,
        passages=passages,
    )


def _accounts(store: Reader, amounts: Iterable[Amount]) -> tuple[Account, ...]:
    by_initiative: dict[str, list[Amount]] = defaultdict(list)
    for amount in amounts:
        by_initiative[amount.initiative].append(amount)
    departments: dict[str, dict[str, str]] = defaultdict(dict)
    years: dict[str, set[str]] = defaultdict(set)
    for row in rows(store, TIES % MOST):
        initiative = value(row, "initiative") or ""
        if department := value(row, "department"):
            departments[initiative][department] = value(row, "departmentName") or department
        if year := value(row, "year"):
            years[initiative].add(year[:4])
    made = (
        Account(
            initiative,
            said[0].name,
            dict(sorted(departments[initiative].items(), key=lambda pair: pair[1])),
            tuple(sorted(years[initiative])),
            tuple(sorted(said, key=lambda each: (each.item.date if each.item else None) or "", reverse=True)),
        )
        for initiative, said in by_initiative.items()
    )
    return tuple(sorted(made, key=lambda account: (-account.largest.value_dkk, account.name)))
