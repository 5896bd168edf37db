"""What is new in the graph."""

from __future__ import annotations

from pyoxigraph import Store

from graph.stores.oxigraph import OxigraphWriter
from graph.views.news import read_news
from tests.graph.traced import KITCHEN, fjordby

LATER = """
<source/n1> {
  <source/n1> a sg:Source ; sg:fileName "ny.pdf" ; sg:status "ok" .
  <meeting/msx/2025-06-02> a sg:Meeting ; schema:startDate "2025-06-02T09:00:00"^^xsd:dateTime .
  <meeting/msx/2025-06-02/3> a sg:AgendaItem ; sg:meeting <meeting/msx/2025-06-02> ; sg:number "3" ;
    dcterms:title "Køkkenet lukker" ; sg:outcome <outcome/noted> ; sg:evidence <source/n1/passage/1> .
  <meeting/msx/2025-06-02/10> a sg:AgendaItem ; sg:meeting <meeting/msx/2025-06-02> ; sg:number "10" ;
    dcterms:title "Eventuelt" ; sg:outcome <outcome/noted> .
  <source/n1/document/1> a sg:Document ; dcterms:title "Notat" ; sg:agendaItem <meeting/msx/2025-06-02/3> .
  <source/n1/event/1> a sg:InitiativeEvent ; sg:initiative <initiative/gadens-koekken> ;
    sg:stage <stage/ended> ; sg:planned false ; sg:agendaItem <meeting/msx/2025-06-02/3> ;
    sg:evidence <source/n1/passage/1> .
  <source/n1/event/2> a sg:InitiativeEvent ; sg:initiative <initiative/gadens-koekken> ;
    sg:stage <stage/evaluated> ; sg:planned true ; sg:agendaItem <meeting/msx/2025-06-02/3> .
  <source/n1/passage/1> a sg:Passage ; oa:exact "Køkkenet lukkede." ; oa:start 5 ; oa:end 22 ; sg:page 1 .
}
<source/n2> { <source/n2> a sg:Source ; sg:fileName "laast.pdf" ; sg:status "encrypted" . }
"""


def test_an_initiative_moved_from_the_stages_told_before_to_those_told_now() -> None:
    (move,) = read_news(fjordby(LATER)).moves
    assert (move.initiative.iri, move.date, move.changes) == (KITCHEN, "2025-06-02", 1)
    assert [stage.word for stage in move.before] == ["started"]
    assert [(stage.word, stage.label) for stage in move.now] == [("ended", "ended")]
    assert [each.quote for each in move.evidence] == ["Køkkenet lukkede."]


def test_what_is_planned_has_not_moved() -> None:
    planned = LATER.replace("sg:planned false", "sg:planned true")
    assert {stage.word for move in read_news(fjordby(planned)).moves for stage in move.now} == {"started"}


def test_a_meeting_tells_the_items_with_documents_and_what_became_of_them() -> None:
    newest = read_news(fjordby(LATER)).meetings[0]
    assert newest.date == "2025-06-02"
    assert [(each.number, each.item.label, each.outcome.word) for each in newest.decided] == [
        ("3", "Køkkenet lukker", "noted")
    ]
    assert [each.quote for each in newest.decided[0].evidence] == ["Køkkenet lukkede."]


def test_files_are_counted_and_those_that_could_not_be_read() -> None:
    before, after = read_news(fjordby()), read_news(fjordby(LATER))
    assert (after.files - before.files, after.failed - before.failed) == (2, 1)
    assert after.counts["AgendaItem"] == before.counts["AgendaItem"] + 2


def test_the_last_run_says_when_the_graph_was_built() -> None:
    runs = """@prefix prov: <http://www.w3.org/ns/prov#> .
      <source/n3> { <run/1> prov:endedAtTime "2026-02-03T10:00:00Z"^^xsd:dateTime .
      <run/2> prov:endedAtTime "2026-04-05T10:00:00Z"^^xsd:dateTime . }"""
    assert read_news(fjordby(runs)).built == "2026-04-05T10:00:00Z"


def test_a_graph_that_holds_nothing_has_no_news() -> None:
    news = read_news(OxigraphWriter(Store()))
    assert (news.files, news.built, news.moves, news.meetings) == (0, None, (), ())
    assert set(news.counts.values()) == {0}
