"""The pages of all promises and of all money: filtered by the address, paged, with their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.pages.choices import choices
from api.pages.page import render
from api.pages.paging import page_of
from graph.lookup import folded
from graph.store import Reader
from graph.views.evidence import quotes
from graph.views.money import Account, Money, read_money
from graph.views.promises import Promise, Promises, read_promises
from graph.views.records import Evidence

router = APIRouter(include_in_schema=False)
METHODS = ["GET", "HEAD"]
SHOWN = 40  # promises a page
ACCOUNTS = 20  # initiatives a page
NEWEST = 10  # amounts of each that are shown
STATES = {"open": "Ikke fulgt op", "overdue": "Fristen er overskredet", "followed": "Fulgt op"}


class LedgerParameters(BaseModel):
    """What both pages are filtered by."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200)
    year: str = Field("", pattern=r"^(\d{4})?$")
    page: int = Field(1, ge=1, le=100_000)
    lang: str = Field("", max_length=8)


class PromiseParameters(LedgerParameters):
    """What promises are filtered by."""

    who: str = Field("", max_length=200)
    state: str = Field("", pattern=f"^({'|'.join(STATES)})?$")


class MoneyParameters(LedgerParameters):
    """What amounts are filtered by."""

    department: str = Field("", max_length=200)


@router.api_route("/loefter", methods=METHODS)
def promises(request: Request, wanted: Annotated[PromiseParameters, Query()]) -> Response:
    """Show who promised what, by when, and what came of it."""
    with request.app.state.current.open() as snapshot:
        every = request.app.state.kept.of(snapshot, read_promises)
        fitting = [each for each in every.promises if _promise_fits(each, wanted, every)]
        part, shown = page_of(fitting, wanted.page, SHOWN)
        sentences = _sentences(snapshot.store, [each.passages for each in part])
    return render(
        request,
        "promises.html",
        wanted=wanted,
        every=every,
        promises=list(zip(part, sentences, strict=True)),
        shown=shown,
        states=STATES,
        people=choices(Counter(each.who for each in every.promises if each.who), wanted.who),
        years=sorted({each.year for each in every.promises if each.year}, reverse=True),
    )


@router.api_route("/penge", methods=METHODS)
def money(request: Request, wanted: Annotated[MoneyParameters, Query()]) -> Response:
    """Show the amounts said of each initiative, the largest first."""
    with request.app.state.current.open() as snapshot:
        every: Money = request.app.state.kept.of(snapshot, read_money)
        fitting = [each for each in every.accounts if _account_fits(each, wanted)]
        part, shown = page_of(fitting, wanted.page, ACCOUNTS)
        sentences = [
            _sentences(snapshot.store, [each.passages for each in account.amounts[:NEWEST]])
            for account in part
        ]
    return render(
        request,
        "money.html",
        wanted=wanted,
        every=every,
        accounts=[
            (account, list(zip_longest(account.amounts, said, fillvalue=())))
            for account, said in zip(part, sentences, strict=True)
        ],
        most=every.accounts[0].largest.value_dkk if every.accounts else 1,
        shown=shown,
        newest=NEWEST,
        departments=choices(every.departments, wanted.department),
        years=every.years,
    )


def _promise_fits(promise: Promise, wanted: PromiseParameters, every: Promises) -> bool:
    return (
        wanted.year in ("", promise.year)
        and (not wanted.who or folded(wanted.who) == folded(promise.who or ""))
        and _is_in_state(promise, wanted.state, every)
        and _has_words(wanted.q, promise.words)
    )


def _is_in_state(promise: Promise, state: str, every: Promises) -> bool:
    match state:
        case "open":
            return not promise.follow_ups
        case "followed":
            return bool(promise.follow_ups)
        case "overdue":
            return every.is_overdue(promise)
        case _:
            return True


def _account_fits(account: Account, wanted: MoneyParameters) -> bool:
    return (
        (not wanted.year or wanted.year in account.years)
        and (not wanted.department or _has_department(account, wanted.department))
        and _has_words(wanted.q, account.words)
    )


def _has_department(account: Account, name: str) -> bool:
    return folded(name) in map(folded, account.departments.values())


def _has_words(wanted: str, text: str) -> bool:
    """Tell whether all words that are wanted stand in the folded text."""
    return all(word in text for word in folded(wanted).split())


def _sentences(store: Reader, passages: Sequence[Sequence[str]]) -> list[list[Evidence]]:
    """Return the sentences of each thing, in order of their IRIs."""
    known = quotes(store, [iri for each in passages for iri in each])
    return [[known[iri] for iri in each if iri in known] for each in passages]
