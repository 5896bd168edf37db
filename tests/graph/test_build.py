from __future__ import annotations

from collections.abc import Iterable

import pytest
from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, Store

from extract.records import Kind, Span
from extract.relations import (
    About,
    AmountOf,
    CaseOf,
    Caseworker,
    Commitment,
    Extract,
    Figure,
    Issuer,
    Recommendation,
    Role,
    Stage,
    Tie,
)
from graph.build import FailedSource, build_entities, build_failure, build_source, build_vocabulary
from graph.building.source_context import Edition
from graph.identities import Identities
from graph.iri import Iris
from graph.ontologies import vocabulary_triples
from graph.resolve import resolve
from graph.vocabulary import PREFIXES, SCHEMES
from tests.builders import BASE, SourceBuilder, naming

IRIS = Iris(BASE)
EDITION = Edition(IRIS, IRIS.entity("run", "test"))
HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


def quads(*extracts: Extract, edition: Edition = EDITION) -> list[Quad]:
    resolution = resolve(extracts, (), Identities(), IRIS)
    made = [quad for extract in extracts for quad in build_source(extract, resolution, edition)]
    across = NamedNode(IRIS.entities)
    made += [Quad(t.subject, t.predicate, t.object, across) for t in build_entities(resolution, IRIS)]
    return made


def rows(made: Iterable[Quad], query: str) -> list[tuple[str | None, ...]]:
    store = Store()
    store.extend(made)
    found = store.query(HEAD + query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(value.value if value else None for value in row) for row in found)


def holds(made: Iterable[Quad], pattern: str) -> bool:
    store = Store()
    store.extend(made)
    found = store.query(f"{HEAD} ASK {{ {pattern} }}", use_default_graph_as_union=True)
    assert isinstance(found, QueryBoolean)
    return bool(found)


@pytest.fixture
def package() -> Extract:
    """Return a small package with something of everything."""
    b = SourceBuilder("arkiv.zip/mappe/2024-05-06.txt")
    b.meeting(start="10:30", end="12:00", location="Rådhuset")
    decision = b.say("Rådmanden tog orienteringen til efterretning.")
    item = b.item("4", "Status på Gadens Køkken", minutes=10, outcome="noted", decision=decision)
    heading = "Trivsel og Arbejde, sag EMN-2024-000123, sagsbehandler Mette Ravn, tlf. 55 12 34 56"
    document = b.document("Status på køkkenet", heading, issued="2024-04-29", agenda_item_id=item)
    letterhead = b.sentences[-1]
    department = b.name_it(Kind.ORGANIZATION, "Trivsel og Arbejde", type="department", notation="MTA")
    case = b.name_it(Kind.CASE, "EMN-2024-000123", number="EMN-2024-000123")
    person = b.name_it(Kind.PERSON, "Mette Ravn", email="mera@fjordby.example", phone="55 12 34 56")
    opened = b.say("Gadens Køkken åbnede i Nordbyen i marts 2024 med 75 familier for 1,4 mio. kr.")
    initiative = b.name_it(Kind.INITIATIVE, "Gadens Køkken", kind="project")
    place = b.name_it(Kind.PLACE, "Nordbyen")
    money = b.name_it(Kind.AMOUNT, "1,4 mio. kr.", value_dkk="1400000")
    year = b.say("Det står i Budget 2024, og der bruges 2 mio. kr. i alt.")
    budget = b.name_it(Kind.BUDGET_YEAR, "Budget 2024", year="2024")
    b.name_it(Kind.AMOUNT, "2 mio. kr.", value_dkk="2000000.0")
    promise = b.say("KD vender tilbage inden 1. juni.")
    nobody = b.name_it(Kind.PERSON, "KD")
    b.relate(
        caseworkers=(Caseworker(document, person, letterhead, 0.9),),
        issuers=(Issuer(document, department, "department", letterhead, 0.9),),
        cases=(CaseOf(document, case, letterhead, 0.9),),
        recommendations=(Recommendation(document, "1", "at status tages", "noted", decision, 0.9),),
        abouts=(About(initiative, "subject_of", item, opened, 0.9),),
        ties=(
            Tie(initiative, "place", place, opened, 0.9, "sentence"),
            Tie(initiative, "budget_year", budget, year, 0.8, "section"),
        ),
        stages=(Stage(initiative, "started", "2024-03", place, False, opened, 0.9, "opened"),),
        figures=(Figure(initiative, "familier", 75.0, None, place, None, opened, 0.9, "count"),),
        amounts=(AmountOf(money, initiative, "drift", "2024", opened, 0.9, "sentence"),),
        commitments=(Commitment(item, nobody, "vender tilbage", "2024-06-01", promise, 0.8, "promise"),),
        roles=(Role(person, "sagsbehandler", department, letterhead, 0.9),),
    )
    return b.build()


ITEM = f"<{BASE}meeting/raadmandsmoede-mta/2024-05-06/4>"
INITIATIVE = f"<{BASE}initiative/gadens-koekken>"

SAID = [
    '?s a sg:Source ; sg:fileName "2024-05-06.txt" ; sg:path "arkiv.zip/mappe/2024-05-06.txt"'
    ' ; sg:status "ok"',
    f"?s a sg:Source ; prov:wasGeneratedBy <{BASE}run/test>",
    f'<{BASE}meeting/raadmandsmoede-mta/2024-05-06> a sg:Meeting ; schema:location "Rådhuset"',
    '?m schema:startDate "2024-05-06T10:30:00"^^xsd:dateTime ; sg:dateBasis "explicit"',
    "?m a sg:Meeting ; sg:evidence ?e . ?e a sg:Passage",
    '?m sg:body ?b . ?b a sg:MeetingBody ; skos:prefLabel "Rådmandsmøde" ; org:subOrganizationOf ?d',
    f'{ITEM} a sg:AgendaItem ; sg:meeting ?m ; sg:number "4" ; dcterms:title "Status på Gadens Køkken"',
    f"{ITEM} sg:minutes 10 ; sg:outcome <{BASE}outcome/noted> ; sg:decisionText ?text",
    f'?d a sg:Document ; dcterms:issued "2024-04-29"^^xsd:date ; dcterms:type <{BASE}type/notat>'
    f" ; sg:agendaItem {ITEM}",
    f"?d sg:caseworker <{BASE}person/mette-ravn> ; sg:case ?c . ?c dcterms:identifier 'EMN-2024-000123'",
    f"?d a sg:Document ; sg:department <{BASE}organization/mta>",
    "?r a sg:Recommendation ; sg:document ?d ; schema:text 'at status tages' ; sg:outcome ?o"
    " ; sg:evidence ?e",
    f"{INITIATIVE} a sg:Initiative ; sg:initiativeKind <{BASE}kind/project> ; sg:subjectOf {ITEM}",
    f"{INITIATIVE} sg:place <{BASE}place/nordbyen> ; sg:budgetYear <{BASE}budget/2024>",
    f"?e a sg:InitiativeEvent ; sg:initiative {INITIATIVE} ; sg:when '2024-03'^^xsd:gYearMonth"
    f" ; sg:evidence ?p",
    f"?f a sg:Figure ; sg:initiative {INITIATIVE} ; skos:prefLabel 'familier' ; sg:value 75.0"
    f" ; sg:evidence ?p",
    f"?a a sg:Amount ; sg:initiative {INITIATIVE} ; sg:value 1400000.0 ; sg:when '2024'^^xsd:gYear"
    f" ; sg:evidence ?p",
    "?a a sg:Amount ; sg:value 2000000.0 ; sg:evidence/oa:exact '2 mio. kr.'",
    f"?c a sg:Commitment ; sg:agendaItem {ITEM} ; sg:due '2024-06-01'^^xsd:date ; sg:responsibleName 'KD'",
    f"<{BASE}person/mette-ravn> sg:role ?r . ?r sg:roleName 'sagsbehandler'"
    f" ; sg:seenFrom '2024-04-29'^^xsd:date",
    f"?t a sg:Statement ; rdf:subject {INITIATIVE} ; rdf:predicate sg:place ; sg:evidence ?p"
    f" ; sg:rule 'sentence'",
    f"?m a sg:Mention, sg:Passage ; sg:refersTo {INITIATIVE} ; sg:sentence ?p ; sg:page 1"
    f" ; sg:confidence 0.9",
    "?m a sg:UnresolvedMention ; sg:name 'KD'",
    f"<{BASE}organization/mta> a sg:Department, sg:Organization, org:Organization ; skos:notation 'MTA'",
    f"<{BASE}budget/2024> a sg:BudgetYear ; sg:year '2024'^^xsd:gYear ; skos:prefLabel 'Budget 2024'",
]


@pytest.mark.parametrize("pattern", SAID)
def test_the_graph_says(package: Extract, pattern: str) -> None:
    assert holds(quads(package), pattern)


UNSAID = [
    "?m a sg:UnresolvedMention ; sg:refersTo ?e",
    "?x foaf:mbox ?y",
    "?x foaf:phone ?y",
    "?x ?y ?z FILTER(CONTAINS(STR(?z), '55 12 34 56') || CONTAINS(STR(?z), 'mera@'))",
    "?c a sg:Commitment ; sg:responsible ?who",
    "?p oa:exact ?text ; oa:start ?start ; oa:end ?end FILTER(STRLEN(?text) != ?end - ?start)",
]


@pytest.mark.parametrize("pattern", UNSAID)
def test_the_graph_does_not_say(package: Extract, pattern: str) -> None:
    assert not holds(quads(package), pattern)


def test_contacts_are_said_where_the_settings_allow_it(package: Extract) -> None:
    made = quads(package, edition=Edition(IRIS, EDITION.run, contacts=True))
    assert holds(made, "?p foaf:mbox <mailto:mera@fjordby.example> ; foaf:phone <tel:55123456>")
    assert holds(made, "?p oa:exact ?text FILTER(CONTAINS(?text, '55 12 34 56'))")


def test_a_quote_that_is_cut_short_still_shows_who_it_is_about() -> None:
    builder = SourceBuilder()
    heading = "Et langt brevhoved står her først, tlf. 55 12 34 56, og Mette Ravn svarer"
    document = builder.document("Notat", heading)
    person = builder.name_it(Kind.PERSON, "Mette Ravn")
    builder.relate(caseworkers=(Caseworker(document, person, builder.sentences[-1], 0.9),))
    made = quads(builder.build())
    assert holds(made, "?s rdf:predicate sg:caseworker ; sg:evidence/oa:exact ', og Mette Ravn svarer'")


def test_every_quote_stands_letter_for_letter_at_its_place(package: Extract) -> None:
    found = rows(
        quads(package), "SELECT ?text ?start ?end { ?p oa:exact ?text ; oa:start ?start ; oa:end ?end }"
    )
    assert found
    for text, start, end in found:
        assert Span(int(start or 0), int(end or 0)).of(package.raw.text) == text


def test_all_that_a_file_says_stands_in_its_own_graph(package: Extract) -> None:
    resolution = resolve([package], (), Identities(), IRIS)
    graphs = {quad.graph_name for quad in build_source(package, resolution, EDITION)}
    assert graphs == {NamedNode(IRIS.source(package.raw.sha256))}


def test_a_rebuild_gives_the_same_quads_each_once(package: Extract) -> None:
    assert quads(package) == quads(package)
    assert len(quads(package)) == len(set(quads(package)))


def test_a_meeting_in_two_files_is_one_meeting() -> None:
    first, second = SourceBuilder("a.txt"), SourceBuilder("b.txt")
    for builder, title in ((first, "Havnen"), (second, "Broen")):
        builder.meeting(body="Havneudvalget")
        builder.item("1", title)
    made = quads(first.build(), second.build())
    assert len(rows(made, "SELECT DISTINCT ?m { ?m a sg:Meeting }")) == 1


def test_a_meeting_has_one_start_whether_or_not_each_file_gives_the_hour() -> None:
    first, second = SourceBuilder("a.txt"), SourceBuilder("b.txt")
    first.meeting(body="Havneudvalget", start="9:00")
    second.meeting(body="Havneudvalget")
    found = rows(quads(first.build(), second.build()), "SELECT DISTINCT ?d { ?m schema:startDate ?d }")
    assert found == [("2024-05-06T09:00:00",)]


def test_undated_meetings_of_two_files_are_two() -> None:
    first, second = SourceBuilder("a.txt"), SourceBuilder("b.txt")
    for builder in (first, second):
        builder.meeting(body="Havneudvalget", date=None)
    made = quads(first.build(), second.build())
    assert len(rows(made, "SELECT DISTINCT ?m { ?m a sg:Meeting }")) == 2
    assert not holds(made, "?m schema:startDate ?d")


def test_two_items_of_one_number_and_different_titles_are_two() -> None:
    builder = SourceBuilder()
    builder.meeting(body="Havneudvalget")
    builder.item("1", "Havnen")
    builder.item("1", "Broen")
    builder.item("1", "HAVNEN")
    assert len(rows(quads(builder.build()), "SELECT DISTINCT ?i { ?i a sg:AgendaItem }")) == 2


def test_the_meetings_of_two_departments_on_one_day_are_two() -> None:
    files = []
    for acronym in ("MTA", "MOS"):
        builder = SourceBuilder(f"{acronym}.txt")
        builder.meeting()
        builder.say(f"Referat fra {acronym}")
        builder.name_it(Kind.ORGANIZATION, acronym, type="department", notation=acronym)
        files.append(builder.build())
    found = rows(quads(*files), "SELECT DISTINCT ?m { ?m a sg:Meeting }")
    assert found == [(f"{BASE}meeting/raadmandsmoede-{x}/2024-05-06",) for x in ("mos", "mta")]


def test_a_file_that_could_not_be_read_is_named_with_the_reason() -> None:
    failed = FailedSource("mappe/scan.pdf", "scanned", "the pages hold no text", "ab" * 32, "application/pdf")
    assert holds(
        build_failure(failed, EDITION),
        f'<{BASE}source/abababababababab> a sg:Source ; sg:fileName "scan.pdf" ; sg:status "scanned" ; '
        'sg:reason "the pages hold no text" ; dcterms:format "application/pdf"',
    )


def test_a_file_that_vanished_is_named_without_a_digest() -> None:
    made = list(build_failure(FailedSource("væk.txt", "vanished", "it is gone"), EDITION))
    assert holds(made, '?s a sg:Source ; sg:fileName "væk.txt" ; sg:status "vanished"')
    assert not holds(made, "?s sg:sha256 ?x")


def test_a_file_name_that_is_no_text_can_be_written() -> None:
    made = list(build_failure(FailedSource("r\udce6v.txt", "unreadable", "no"), EDITION))
    assert holds(made, "?s sg:fileName ?name FILTER(CONTAINS(?name, '.txt'))")


HOSTILE = ['"><script>alert(1)</script>', "a" * 10_000, "\u202eslået om", "x\x01y", "<http://x/> a <y> ."]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_labels_stay_labels(name: str) -> None:
    made = quads(naming(name, kind=Kind.INITIATIVE))
    assert rows(made, "SELECT ?l { ?e a sg:Initiative ; skos:prefLabel ?l }") == [(name,)]


def test_the_concepts_of_the_vocabulary_stand_under_the_base_iri() -> None:
    said = {t.subject.value for t in vocabulary_triples(Iris("https://example.org/graf"))}  # type: ignore[union-attr]
    for scheme, words in SCHEMES.items():
        assert {f"https://example.org/graf/{scheme}/{word}" for word in words} <= said


def test_the_vocabulary_is_the_same_every_time() -> None:
    assert set(build_vocabulary(IRIS)) == set(build_vocabulary(IRIS))
