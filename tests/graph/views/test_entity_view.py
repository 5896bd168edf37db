"""What is known about one entity: names, facts, neighbours, mentions and history, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import UnknownEntityError
from graph.snapshots import reading
from graph.store import Reader
from graph.views import edges as entity_view_edges
from graph.views import mentions as entity_view_mentions
from graph.views.entity_view import Window, current_iri, describe, links_of, mentions_of
from graph.views.records import EntityView
from graph.views.terms import class_labels, relation_labels
from graph.vocabulary import ORG, SG
from tests.conftest import SAMPLE_BASE_IRI as BASE
from tests.graph.small_graph import TRIG, save_small_graph

FAMILIES = f"{BASE}initiative/fodfaeste-for-familier"
ITEM = f"{BASE}meeting/raadmandsmoede-mta/2023-02-27/3"
SMALL = "http://localhost:8000/"
BOATS = f"{SMALL}initiative/baadlauget"
HOSTILE = """
<http://localhost:8000/source/cc33> {
  <http://localhost:8000/initiative/script> a sg:Initiative ; skos:prefLabel "<script>alert(1)</script>" ;
    <http://www.w3.org/2002/07/owl#sameAs> <http://localhost:8000/initiative/foer> ;
    skos:notation "SCR" ; sg:initiativeKind <http://localhost:8000/kind/project> .
  <http://localhost:8000/kind/project> skos:prefLabel "projekt"@da , "project"@en .
  <http://localhost:8000/source/cc33/amount/1> a sg:Amount ; sg:value 1400000.5 ; sg:purpose "drift" ;
    sg:initiative <http://localhost:8000/initiative/script> ;
    sg:agendaItem <http://localhost:8000/meeting/udvalg/2024-05-06/4> .
  <http://localhost:8000/source/cc33/figure/1> a sg:Figure ; sg:value 75 ; skos:prefLabel "familier" ;
    sg:initiative <http://localhost:8000/initiative/script> .
}
"""


@pytest.fixture(scope="module")
def samples(sample_data: Path) -> Iterator[Reader]:
    with reading(sample_data) as snapshot:
        yield snapshot.store


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(save_small_graph(tmp_path_factory.mktemp("small"), TRIG + HOSTILE)) as snapshot:
        yield snapshot.store


@pytest.fixture(scope="module")
def families(samples: Reader) -> EntityView:
    return describe(samples, FAMILIES)


@pytest.mark.parametrize(
    ("path", "label", "kind", "type_"),
    [
        ("initiative/fodfaeste-for-familier", "Fodfæste for Familier", "other", "Initiative"),
        ("person/birgit-thorhauge", "Birgit Thorhauge", "Person", "Person"),
        ("organization/mta", "Magistratsafdelingen for Trivsel og Arbejde", "Department", "Organization"),
        ("meeting/raadmandsmoede-mta/2023-02-27", "Rådmandsmøde 2023-02-27", "Meeting", "Meeting"),
        ("case/EMN-2024-003310", "EMN-2024-003310", "Case", "Case"),
        ("budget/2024", "Budget 2024", "BudgetYear", "BudgetYear"),
        ("place/havnehoej", "Havnehøj", "Place", "Place"),
        ("stage/started", "startet", "Concept", "Concept"),
        ("outcome", "udfald", "ConceptScheme", "ConceptScheme"),
    ],
)
def test_an_entity_of_any_kind_is_described(
    samples: Reader, path: str, label: str, kind: str, type_: str
) -> None:
    view = describe(samples, BASE + path)
    assert (view.iri, view.label, view.kind.word) == (BASE + path, label, kind)
    assert type_ in view.types
    assert view.complete


@pytest.mark.parametrize("path", ["initiative/nobody", "", "source/0000000000000000", "person/a b", "x>"])
def test_what_is_not_there_is_unknown(samples: Reader, path: str) -> None:
    with pytest.raises(UnknownEntityError):
        describe(samples, BASE + path)


def test_a_former_iri_leads_to_what_it_became(small: Reader) -> None:
    view = describe(small, f"{SMALL}initiative/foer")
    assert view.iri == f"{SMALL}initiative/script" == current_iri(small, f"{SMALL}initiative/foer")
    assert view.former_iris == (f"{SMALL}initiative/foer",)


def test_names_stay_as_they_are(small: Reader) -> None:
    view = describe(small, f"{SMALL}initiative/script")
    assert (view.label, view.acronym) == ("<script>alert(1)</script>", "SCR")
    assert (view.kind.label, view.kind.label_en) == ("projekt", "project")


def test_the_word_of_a_concept_is_no_acronym(samples: Reader) -> None:
    view = describe(samples, f"{BASE}stage/started")
    assert (view.label, view.label_en, view.acronym) == ("startet", "started", None)


def test_what_has_no_name_is_called_by_what_it_says(small: Reader) -> None:
    stated = {link.thing.type: link.thing for link in describe(small, f"{SMALL}initiative/script").links}
    assert (stated["Amount"].label, stated["Amount"].date) == ("1.400.000,5 kr., drift", "2024-05-06")
    assert stated["Amount"].label_en == "DKK 1,400,000.5, drift"
    assert (stated["Figure"].label, stated["Figure"].date) == ("75 familier", None)


def test_neighbours_stand_in_both_directions_with_their_sentences(families: EntityView) -> None:
    (owner, *_) = [link for link in families.linked("sg:department") if link.evidence]
    assert (owner.label, owner.label_en, owner.is_outgoing) == ("afdeling", "department", True)
    said = families.linked("sg:initiative", is_outgoing=False)
    assert {"InitiativeEvent", "Figure", "Amount"} <= {link.thing.type for link in said}
    assert all(link.evidence for link in said)
    quotes = [evidence for link in families.links for evidence in link.evidence]
    assert all(each.start < each.end and each.source_iri.startswith(f"{BASE}source/") for each in quotes)


def test_the_newest_neighbours_come_first(families: EntityView) -> None:
    dates = [link.thing.date or "" for link in families.linked("sg:subjectOf")]
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) > 3


def test_relations_count_what_the_links_show(samples: Reader) -> None:
    view = describe(samples, FAMILIES, Window(links=3, mentions=2, meetings=4))
    assert all(each.shown == min(each.total, 3) for each in view.relations)
    assert max(each.total for each in view.relations) > 3
    assert len(view.mentions.items) == 2
    assert len(view.history) == 4


def test_pages_of_links_together_are_all_of_them(samples: Reader) -> None:
    seen, offset = [], 0
    while True:
        part = links_of(samples, FAMILIES, SG("initiative").value, False, offset, 40)
        seen += [link.thing.iri for link in part.links]
        if part.next is None:
            break
        offset = part.next
    assert len(seen) == len(set(seen)) == part.total > 40
    assert links_of(samples, FAMILIES, ORG("unit").value, True).total == 0


def test_pages_of_mentions_together_are_all_of_them(samples: Reader) -> None:
    first = mentions_of(samples, FAMILIES, 0, 25)
    assert first.next == 25
    rest = mentions_of(samples, FAMILIES, 25, 1_000)
    assert len({each.iri for each in (*first.items, *rest.items)}) == first.total == rest.total
    assert rest.next is None
    assert mentions_of(samples, FAMILIES, 5_000).items == ()


def test_a_mention_shows_its_words_in_their_sentence(families: EntityView) -> None:
    for each in families.mentions.items:
        assert " ".join(each.text.split())[:8] in " ".join(each.evidence.quote.split())
        assert 0 < each.confidence <= 1


def test_the_history_goes_from_meeting_to_meeting(families: EntityView) -> None:
    dated = [each for each in families.history if each.date]
    assert [each.date for each in dated] == sorted({each.date for each in dated if each.date})
    assert len(dated) >= 8
    assert all(each.meeting and each.evidence for each in dated)
    assert sum(each.mentions for each in families.history) == families.mentions.total


def test_facts_have_labels_in_both_languages_and_their_sentence(samples: Reader) -> None:
    facts = {fact.relation: fact for fact in describe(samples, ITEM).facts}
    title = facts["dcterms:title"]
    assert (title.label, title.label_en, title.datatype) == ("titel", "title", "xsd:string")
    assert title.value in {" ".join(each.quote.split()) for each in title.evidence}
    assert facts["sg:minutes"].datatype == "xsd:integer"


def test_a_role_says_where_it_was_seen(samples: Reader) -> None:
    (person, *_) = describe(samples, f"{BASE}person/birgit-thorhauge").linked("sg:role")
    role = describe(samples, person.thing.iri)
    assert person.evidence == role.linked("sg:role", is_outgoing=False)[0].evidence != ()


def test_an_item_names_who_and_what_is_named_under_it(samples: Reader) -> None:
    named = describe(samples, ITEM).linked("sg:refersTo")
    assert {"Initiative", "Person", "Place"} <= {link.thing.type for link in named}
    assert all(link.evidence and link.label == "nævner" for link in named)


def test_items_stand_in_the_order_of_their_numbers(samples: Reader) -> None:
    view = describe(samples, f"{BASE}meeting/raadmandsmoede-mta/2023-02-27")
    numbers = [int(link.thing.label.split()[0]) for link in view.linked("sg:meeting", is_outgoing=False)]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("module", "complete"), [(entity_view_edges, False), (entity_view_mentions, False), (None, True)]
)
def test_a_view_says_whether_it_read_everything(
    samples: Reader, monkeypatch: pytest.MonkeyPatch, module: object, complete: bool
) -> None:
    if module is not None:
        monkeypatch.setattr(module, "READ", 5)
    assert describe(samples, FAMILIES).complete is complete


@pytest.mark.parametrize(
    ("relation", "is_outgoing", "labels"),
    [
        ("sg:caseworker", True, ("sagsbehandler", "caseworker")),
        ("sg:caseworker", False, ("sagsbehandler på", "caseworker of")),
        ("dcterms:title", True, ("titel", "title")),
        ("sg:stranger", True, ("sg:stranger", "sg:stranger")),
        ("http://e/p", False, ("http://e/p", "http://e/p")),
    ],
)
def test_a_relation_has_a_name_at_each_end(relation: str, is_outgoing: bool, labels: tuple[str, str]) -> None:
    assert relation_labels(relation, is_outgoing) == labels


def test_every_class_that_is_shown_has_a_name() -> None:
    names = [*entity_view_edges.NAMED_BY, "Person", "Concept", "Source"]
    assert all(class_labels(name) != (name, name) for name in names)
    assert class_labels("Stranger") == ("Stranger", "Stranger")
