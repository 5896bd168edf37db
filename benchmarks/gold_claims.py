"""What a reader says of a package: gold files (`tests/gold/*.json`) as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.claims import UNKNOWN, Claim, Part

Entry = dict[str, Any]
UNSAID = "nothing_recorded"  # an extractor may say so of an item that has no decision


def claims_of_gold(gold: Entry) -> dict[str, list[Claim]]:
    """Return the claims of one gold file, by kind."""
    names = {
        form: forms(each)
        for kind in ("organizations", "persons")
        for each in gold[kind]
        for form in forms(each)
    }
    items = {(each["meeting"], each["number"]): item_parts(gold, each) for each in gold["agenda_items"]}
    return {
        "meetings": list(meetings(gold)),
        "agenda_items": [
            Claim(items[each["meeting"], each["number"]], required(each)) for each in gold["agenda_items"]
        ],
        "outcomes": [outcome(items[each["meeting"], each["number"]], each) for each in gold["agenda_items"]],
        "documents": [Claim((titles(each),), required(each)) for each in gold["documents"]],
        "caseworkers": list(caseworkers(gold, names)),
        **{kind: entities(gold, kind) for kind in ("persons", "organizations", "initiatives", "places")},
        "budget_years": [Claim(((str(each["year"]),),), required(each)) for each in gold["budget_years"]],
        "case_numbers": [Claim(((each["number"],),), required(each)) for each in gold["case_numbers"]],
        "amounts": list(amounts(gold)),
        **of_initiatives(gold["initiatives"], names, items),
        "commitments": [Claim(((each["quote"],),), required(each)) for each in gold["commitments"]],
    }


def required(entry: Entry) -> bool:
    """Tell whether an entry must be found."""
    return bool(entry.get("level", "required") == "required")


def forms(entry: Entry) -> Part:
    """Return every form an entry is named by."""
    return (entry["name"], *entry.get("aliases", ()), *entry.get("initials", ()))


def entities(gold: Entry, kind: str) -> list[Claim]:
    """Return the claims that entities of a kind are named."""
    return [Claim((forms(each),), required(each)) for each in gold[kind]]


def titles(document: Entry) -> Part:
    """Return the title of a document as given and as printed."""
    return tuple(dict.fromkeys((document["title"], document["quote"])))


def meeting_kind(label: str) -> str:
    """Return what kind of meeting a body holds, by its name.

    >>> meeting_kind("Børne- og Ungeudvalget"), meeting_kind("Rådmandsmøde"), meeting_kind("Direktørgruppen")
    ('udvalgsmøde', 'rådmandsmøde', 'other')
    """
    folded = label.casefold()
    return "rådmandsmøde" if "rådmand" in folded else "udvalgsmøde" if "udvalg" in folded else "other"


def meetings(gold: Entry) -> Iterator[Claim]:
    """Yield the dated meetings: what kind, and when."""
    for each in gold["meetings"]:
        if each["date"]:
            yield Claim(((each["kind"],), (each["date"],)), required(each))


def item_parts(gold: Entry, item: Entry) -> tuple[Part, ...]:
    """Return what identifies an agenda item: its meeting's date, its number, its title."""
    dates = {each["id"]: each["date"] or UNKNOWN for each in gold["meetings"]}
    return ((dates[item["meeting"]],), (str(item["number"]),), (item["title"],))


def outcome(item: tuple[Part, ...], entry: Entry) -> Claim:
    """Return the claim of what became of an item; optional where there is nothing to find, or a choice."""
    chosen = entry["outcome"]
    accepted = (chosen, *entry.get("outcome_also", ()), *((UNSAID,) if chosen == "none" else ()))
    return Claim((*item, accepted), required(entry) and accepted == (chosen,))


def caseworkers(gold: Entry, names: dict[str, Part]) -> Iterator[Claim]:
    """Yield who is the caseworker of which document."""
    for document in gold["documents"]:
        for person in document["caseworkers"]:
            yield Claim((titles(document), names.get(person, (person,))), required(document))


def amounts(gold: Entry) -> Iterator[Claim]:
    """Yield the amounts of the text, those that are only given with an initiative as optional."""
    for each in gold["amounts"]:
        yield Claim(((str(each["value_dkk"]),),), required(each))
    for initiative in gold["initiatives"]:
        for each in initiative["amounts_dkk"]:
            yield Claim(((str(each["value"]),),), required=False)


def of_initiatives(
    initiatives: list[Entry], names: dict[str, Part], items: dict[tuple[str, str], tuple[Part, ...]]
) -> dict[str, list[Claim]]:
    """Return what is said of initiatives, by kind."""

    def said(fact: Entry, initiative: Entry, *parts: Part) -> Claim:
        return Claim((forms(initiative), *parts), required(initiative) and required(fact))

    def tied(field: str) -> Iterator[Claim]:
        for each in initiatives:
            for level, key in (("required", field), ("optional", f"{field}_optional")):
                for value in each.get(key, ()):
                    yield said({"level": level}, each, names.get(value, (str(value),)))

    def stated(field: str, value: str, *kinds: type) -> list[Claim]:
        return [
            said(fact, each, (str(fact[value]),))
            for each in initiatives
            for fact in each[field]
            if isinstance(fact[value], kinds) and re.search(r"\w", str(fact[value]))
        ]

    return {
        "initiative_budget_year": list(tied("budget_years")),
        "initiative_place": list(tied("places")),
        "initiative_department": list(tied("departments")),
        "initiative_subject_of": [
            said(fact, each, *items[fact["meeting"], fact["agenda_item"]])
            for each in initiatives
            for fact in each["subject_of"]
            if (fact["meeting"], fact["agenda_item"]) in items  # not what is about a document alone
        ],
        "initiative_stage": stated("stages", "stage", str),
        "initiative_figure": stated("figures", "value", int, float),
        "initiative_amount": stated("amounts_dkk", "value", int, float),
    }
