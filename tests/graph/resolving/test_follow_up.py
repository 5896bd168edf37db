from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Triple

from extract.records import Kind
from extract.relations import About, Commitment, Extract
from graph.build import build_source
from graph.building.source_context import Edition
from graph.identities import Identities
from graph.iri import Iris
from graph.resolve import resolve
from graph.vocabulary import SG
from tests.builders import BASE, SourceBuilder

IRIS = Iris(BASE)


def promising(
    sentence: str, *initiatives: str, date: str = "2024-05-06", title: str = "Bordet rundt"
) -> Extract:
    """Return a file in which something is promised under item 4, which names initiatives in passing."""
    builder = SourceBuilder(f"{date}-løfte.txt")
    builder.meeting(body="Havneudvalget", date=date)
    item = builder.item("4", title)
    span = builder.say(sentence)
    for name in initiatives:
        builder.name_it(Kind.INITIATIVE, name)
    builder.relate(commitments=(Commitment(item, None, sentence, None, span, 0.9, "test"),))
    return builder.build()


def about(title: str, *initiatives: str, date: str, body: str = "Havneudvalget") -> Extract:
    """Return a file with an item about initiatives."""
    builder = SourceBuilder(f"{date}-{body}.txt")
    builder.meeting(body=body, date=date)
    item = builder.item("2", title)
    span = builder.say(f"Om {' og '.join(initiatives)} er der nyt.")
    indexes = [builder.name_it(Kind.INITIATIVE, name) for name in initiatives]
    builder.relate(abouts=tuple(About(index, "subject_of", item, span, 0.9) for index in indexes))
    return builder.build()


def followed_up(first: Extract, *later: Extract) -> tuple[str, str] | None:
    resolution = resolve([*later, first], (), Identities(), IRIS)
    found = resolution.follow_up(first.raw.sha256, 1)
    return (found.item.removeprefix(f"{BASE}meeting/havneudvalget/"), found.rule) if found else None


def test_a_promise_that_names_an_initiative_is_taken_up_where_the_item_is_about_it() -> None:
    first = promising("Forvaltningen ser på Gadens Køkken igen.", "Gadens Køkken")
    later = about("Nyt", "Gadens Køkken", date="2024-08-12")
    assert followed_up(first, later) == ("2024-08-12/2", "promised_initiative")


def test_the_first_of_two_later_items_is_the_one() -> None:
    first = promising("Forvaltningen ser på Gadens Køkken igen.", "Gadens Køkken")
    later = [about("Nyt", "Gadens Køkken", date=date) for date in ("2024-12-02", "2024-08-12")]
    assert followed_up(first, *later) == ("2024-08-12/2", "promised_initiative")


def test_two_uncommon_words_of_a_title_take_a_promise_up() -> None:
    first = promising("Forvaltningen regner på molehovedets belysning.")
    later = about("Belysning på molehovedet", "Lysplanen", date="2024-08-12")
    assert followed_up(first, later) == ("2024-08-12/2", "words_of_the_title")


@pytest.mark.parametrize(
    "later",
    [
        about("Nyt", "Gadens Køkken", date="2024-05-06"),
        about("Nyt", "Gadens Køkken", date="2024-02-05"),
        about("Nyt", "Gadens Køkken", date="2026-02-02"),
        about("Nyt", "Gadens Køkken", date="2024-08-12", body="Broudvalget"),
        about("Nyt", "Noget Andet", date="2024-08-12"),
        about("Forvaltningen orienterer", "Noget Andet", date="2024-08-12"),
    ],
)
def test_an_item_at_the_wrong_time_or_place_or_of_something_else_does_not(later: Extract) -> None:
    assert followed_up(promising("Forvaltningen ser på Gadens Køkken igen.", "Gadens Køkken"), later) is None


def test_an_item_about_the_initiative_of_the_promises_item_takes_it_up() -> None:
    first, later = standing("Havnens Dag", "2024-05-06"), standing("Havnens Dag i år", "2024-08-12")
    assert followed_up(first, later) == ("2024-08-12/4", "initiative_of_the_item")


def test_a_standing_item_does_not_take_up_what_was_promised_under_it() -> None:
    first, later = standing("Nyt fra havnen", "2024-05-06"), standing("Nyt fra havnen", "2024-08-12")
    assert followed_up(first, later) is None


def standing(title: str, date: str) -> Extract:
    """Return a file in which something is promised under an item about Havnens Dag."""
    builder = SourceBuilder(f"{date}.txt")
    builder.meeting(body="Havneudvalget", date=date)
    item = builder.item("4", title)
    span = builder.say("Havnens Dag holdes igen.")
    index = builder.name_it(Kind.INITIATIVE, "Havnens Dag")
    promise = builder.say("Det ser vi på.")
    builder.relate(
        abouts=(About(index, "subject_of", item, span, 0.9),),
        commitments=(Commitment(item, None, "ser på det", None, promise, 0.9, "test"),),
    )
    return builder.build()


def test_the_graph_says_where_a_promise_is_taken_up() -> None:
    first = promising("Forvaltningen ser på Gadens Køkken igen.", "Gadens Køkken")
    later = about("Nyt", "Gadens Køkken", date="2024-08-12")
    resolution = resolve([first, later], (), Identities(), IRIS)
    source = IRIS.source(first.raw.sha256)
    quads = build_source(first, resolution, Edition(IRIS, IRIS.entity("run", "test")))
    item = IRIS.agenda_item(IRIS.meeting("havneudvalget", "2024-08-12"), "2")
    said = Triple(NamedNode(IRIS.part(source, "commitment", 1)), SG("followedUpIn"), NamedNode(item))
    assert said in {quad.triple for quad in quads}


def test_a_later_file_changes_the_fingerprint_of_the_one_with_the_promise() -> None:
    first = promising("Forvaltningen ser på Gadens Køkken igen.", "Gadens Køkken")
    later = about("Nyt", "Gadens Køkken", date="2024-08-12")
    alone = resolve([first], (), Identities(), IRIS)
    both = resolve([first, later], (), alone.identities, IRIS)
    assert alone.fingerprint(first.raw.sha256) != both.fingerprint(first.raw.sha256)
