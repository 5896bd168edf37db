from __future__ import annotations

from collections.abc import Iterable

import pytest

from extract.records import Kind
from extract.relations import Extract, Tie
from graph.identities import Identities
from graph.iri import Iris
from graph.judgements import Judgement, Verdict
from graph.resolve import resolve
from graph.resolving.resolution import Entity, Resolution
from tests.builders import BASE, SourceBuilder, naming

IRIS = Iris(BASE)


def resolved(*extracts: Extract, judgements: Iterable[Judgement] = ()) -> Resolution:
    return resolve(extracts, judgements, Identities(), IRIS)


def labels(resolution: Resolution, class_name: str) -> list[str]:
    return sorted(entity.label for entity in resolution.entities if entity.class_name == class_name)


def only(resolution: Resolution, class_name: str) -> Entity:
    (entity,) = [entity for entity in resolution.entities if entity.class_name == class_name]
    return entity


def judged(verdict: Verdict, left: str, right: str) -> Judgement:
    return Judgement(left, right, verdict, 1.0, "looked it up", "kj")


def test_one_name_in_two_files_is_one_entity() -> None:
    first, second = naming("Mette Ravn", file="a.txt"), naming("METTE RAVN", file="b.txt")
    resolution = resolved(first, second)
    assert only(resolution, "Person").iri == f"{BASE}person/mette-ravn"
    assert resolution.entity_of(first.raw.sha256, 0) == resolution.entity_of(second.raw.sha256, 0)


def test_the_order_of_files_does_not_matter() -> None:
    files = [
        naming("Mette L. Ravn", "Anne Pedersen", file="a.txt"),
        naming("Mette Lund Ravn", "Anne Petersen", file="b.txt"),
        naming("Gadens Køkken", "Gadens Køkken i Nordbyen", file="c.txt", kind=Kind.INITIATIVE),
    ]
    assert resolved(*files).entities == resolved(*reversed(files)).entities
    assert resolved(*files).judgements == resolved(*reversed(files)).judgements


def test_the_fullest_name_is_preferred_and_the_others_are_alternatives() -> None:
    person = only(resolved(naming("Mette Ravn", "Mette Ravn", "Mette Lund Ravn")), "Person")
    assert (person.label, person.alt_labels) == ("Mette Lund Ravn", ("Mette Ravn",))


def test_a_short_name_that_fits_two_people_is_neither() -> None:
    files = (naming("Anne Kirstine Holm", "Anne Marie Holm"), naming("Anne Holm", file="b.txt"))
    assert labels(resolved(*files), "Person") == ["Anne Holm", "Anne Kirstine Holm", "Anne Marie Holm"]


def test_a_short_name_is_the_one_its_own_file_names_in_full() -> None:
    files = (naming("Anne Kirstine Holm", "Anne Holm"), naming("Anne Marie Holm", file="b.txt"))
    assert labels(resolved(*files), "Person") == ["Anne Kirstine Holm", "Anne Marie Holm"]


def test_two_first_names_that_begin_two_names_in_the_file_are_left_open() -> None:
    extract = naming("Poul Erik Skov", "Poul Erik Holm", "Poul Erik")
    assert labels(resolved(extract), "Person") == ["Poul Erik", "Poul Erik Holm", "Poul Erik Skov"]


def test_namesakes_with_different_addresses_are_two_people() -> None:
    files = (
        naming("Mette Ravn", email="mera@fjordby.example"),
        naming("Mette Ravn", file="b.txt", email="sygeplejerske@havnen.example"),
    )
    resolution = resolved(*files)
    iris = {resolution.entity_of(file.raw.sha256, 0) for file in files}
    assert len(iris) == 2
    assert f"{BASE}person/mette-ravn" in iris


@pytest.mark.parametrize("name", ["Mette", "Ravn", "MLR", "M.L.R.", "MR"])
def test_a_first_name_or_initials_are_understood_in_their_file(name: str) -> None:
    extract = naming("Mette Lund Ravn", "Jens Bo Holm", name)
    resolution = resolved(extract)
    assert resolution.entity_of(extract.raw.sha256, 2) == f"{BASE}person/mette-lund-ravn"


@pytest.mark.parametrize("name", ["Sofie", "KD", "JLH"])
def test_a_first_name_or_initials_that_fit_nobody_make_no_entity(name: str) -> None:
    extract = naming("Mette Lund Ravn", name)
    resolution = resolved(extract)
    assert resolution.entity_of(extract.raw.sha256, 1) is None
    assert labels(resolution, "Person") == ["Mette Lund Ravn"]


def test_a_first_name_that_fits_two_is_left_open() -> None:
    extract = naming("Mette Lund Ravn", "Mette Holm", "Mette")
    assert resolved(extract).entity_of(extract.raw.sha256, 2) is None


def test_all_of_the_initials_are_surer_than_some() -> None:
    extract = naming("Mette Lund Ravn", "Mads Rask", "MR")
    assert resolved(extract).entity_of(extract.raw.sha256, 2) == f"{BASE}person/mads-rask"


def test_a_first_name_is_not_understood_in_another_file() -> None:
    other = naming("Mette", file="b.txt")
    assert resolved(naming("Mette Lund Ravn"), other).entity_of(other.raw.sha256, 0) is None


def test_the_narrowest_circle_decides_between_two_first_names() -> None:
    builder = SourceBuilder()
    builder.meeting()
    first = builder.item("1", "Havnen")
    builder.document("Notat om havnen", "Skrevet af Mette Holm.", agenda_item_id=first)
    builder.name_it(Kind.PERSON, "Mette Holm")
    second = builder.item("2", "Broen")
    builder.document("Notat om broen", "Mette Ravn har tegnet den, siger Mette selv.", agenda_item_id=second)
    builder.name_it(Kind.PERSON, "Mette Ravn")
    loose = builder.name_it(Kind.PERSON, "Mette selv", "Mette")
    extract = builder.build()
    assert resolved(extract).entity_of(extract.raw.sha256, loose) == f"{BASE}person/mette-ravn"


def test_a_bare_plan_is_the_plan_beside_it() -> None:
    extract = naming("Handleplan for cykling", "Gadens Køkken", "handleplanen", kind=Kind.INITIATIVE)
    resolution = resolved(extract)
    assert resolution.entity_of(extract.raw.sha256, 2) == f"{BASE}initiative/handleplan-for-cykling"


def test_budget_years_and_cases_are_what_their_number_says() -> None:
    builder = SourceBuilder()
    builder.say("Budget 2024 og B2025 i sag EMN-2024-000123")
    for text, year in (("Budget 2024", "2024"), ("B2025", "2025")):
        builder.name_it(Kind.BUDGET_YEAR, text, year=year)
    builder.name_it(Kind.CASE, "EMN-2024-000123", number="EMN-2024-000123")
    resolution = resolved(builder.build())
    assert labels(resolution, "BudgetYear") == ["Budget 2024", "Budget 2025"]
    assert only(resolution, "Case").iri == f"{BASE}case/EMN-2024-000123"


def test_a_malformed_year_makes_no_entity() -> None:
    builder = SourceBuilder()
    builder.say("Budget 24")
    builder.name_it(Kind.BUDGET_YEAR, "Budget 24", year="24")
    extract = builder.build()
    assert resolved(extract).entity_of(extract.raw.sha256, 0) is None


def test_a_department_is_one_by_official_name_short_name_and_acronym() -> None:
    builder = SourceBuilder()
    builder.say("Magistratsafdelingen for Trivsel og Arbejde, Trivsel og Arbejde eller bare MTA")
    official = "Magistratsafdelingen for Trivsel og Arbejde"
    builder.name_it(Kind.ORGANIZATION, official, type="department", notation="MTA")
    builder.name_it(Kind.ORGANIZATION, "Trivsel og Arbejde eller", "Trivsel og Arbejde")
    builder.name_it(Kind.ORGANIZATION, "MTA")
    department = only(resolved(builder.build()), "Department")
    assert (department.iri, department.notation) == (f"{BASE}organization/mta", "MTA")


def test_units_of_one_name_in_two_departments_are_two() -> None:
    files = []
    for acronym in ("MTA", "MOS"):
        builder = SourceBuilder(f"{acronym}.txt")
        builder.say(f"Sekretariatet i {acronym}")
        builder.name_it(Kind.ORGANIZATION, acronym, type="department", notation=acronym)
        builder.name_it(Kind.ORGANIZATION, "Sekretariatet", type="unit", part_of=acronym)
        files.append(builder.build())
    resolution = resolved(*files)
    units = [e for e in resolution.entities if e.class_name == "Unit"]
    parents = {unit.extra["parent"] for unit in units}
    assert parents == {f"{BASE}organization/mta", f"{BASE}organization/mos"}


def test_an_acronym_means_what_its_own_file_says() -> None:
    files = []
    for name in ("Familier og Sundhed", "Fagligt Analysekontor"):
        builder = SourceBuilder(f"{name}.txt")
        builder.say(f"{name} kaldes FAS her.")
        builder.name_it(Kind.ORGANIZATION, name, type="unit", notation="FAS")
        builder.name_it(Kind.ORGANIZATION, "FAS")
        files.append(builder.build())
    resolution = resolved(*files)
    for file in files:
        sha256 = file.raw.sha256
        assert resolution.entity_of(sha256, 0) == resolution.entity_of(sha256, 1)
    assert len(labels(resolution, "Unit")) == 2


def test_an_acronym_is_the_one_name_in_its_file_with_these_initials() -> None:
    extract = naming("Center for Havn og Klima", "CHK", kind=Kind.ORGANIZATION, type="unit")
    unit = only(resolved(extract), "Unit")
    assert (unit.label, unit.notation) == ("Center for Havn og Klima", "CHK")


@pytest.mark.parametrize("others", [("Center for Hav og Kyst",), ("Havneudvalget",)])
def test_an_acronym_of_several_names_or_of_none_is_left_alone(others: tuple[str, ...]) -> None:
    names = ("CHK", *others) if others == ("Havneudvalget",) else ("CHK", "Center for Havn og Klima", *others)
    extract = naming(*names, kind=Kind.ORGANIZATION, type="unit")
    assert len(labels(resolved(extract), "Unit")) == len(names)


def test_initials_in_another_file_spell_nothing_out() -> None:
    first = naming("Center for Havn og Klima", kind=Kind.ORGANIZATION, type="unit")
    second = naming("CHK", kind=Kind.ORGANIZATION, type="unit", file="b.txt")
    assert len(labels(resolved(first, second), "Unit")) == 2


def test_what_stood_in_the_text_is_an_alternative_name_but_no_genitive_and_no_title() -> None:
    builder = SourceBuilder()
    builder.say("Projekt ”Gadens Køkken” og Gadens Køkkens gæster")
    builder.name_it(Kind.INITIATIVE, "Projekt ”Gadens Køkken”", "Gadens Køkken")
    builder.name_it(Kind.INITIATIVE, "Gadens Køkkens", "Gadens Køkken")
    title = "Orientering om og drøftelse af Gadens Køkken"
    builder.say(title)
    builder.name_it(Kind.INITIATIVE, title, "Gadens Køkken")
    initiative = only(resolved(builder.build()), "Initiative")
    assert (initiative.label, initiative.alt_labels) == ("Gadens Køkken", ("Projekt ”Gadens Køkken”",))


@pytest.mark.parametrize(
    ("stated", "expected"), [("project", "project"), ("sandwich", "other"), ("", "other")]
)
def test_a_kind_that_no_scheme_knows_is_other(stated: str, expected: str) -> None:
    builder = SourceBuilder()
    builder.say("Gadens Køkken")
    builder.name_it(Kind.INITIATIVE, "Gadens Køkken", **{"kind": stated})
    assert only(resolved(builder.build()), "Initiative").extra["kind"] == expected


def test_an_analysts_same_joins_what_no_rule_would() -> None:
    extract = naming("Gadens Køkken", "Kvarterets Gryde", kind=Kind.INITIATIVE)
    said = judged(Verdict.SAME, "initiative:Gadens Køkken", "initiative:Kvarterets Gryde")
    assert len(labels(resolved(extract, judgements=[said]), "Initiative")) == 1


def test_an_analysts_different_keeps_apart_what_a_rule_would_join() -> None:
    extract = naming("Mette Ravn", "Mette L. Ravn")
    said = judged(Verdict.DIFFERENT, "person:Mette Ravn", "person:Mette L. Ravn")
    assert len(labels(resolved(extract), "Person")) == 1
    assert len(labels(resolved(extract, judgements=[said]), "Person")) == 2


def test_different_holds_against_a_detour_over_a_third_name() -> None:
    extract = naming("Mette Ravn", "Mette L. Ravn", "Mette Lund Ravn")
    said = judged(Verdict.DIFFERENT, "person:Mette Ravn", "person:Mette Lund Ravn")
    resolution = resolved(extract, judgements=[said])
    sha256 = extract.raw.sha256
    assert resolution.entity_of(sha256, 0) != resolution.entity_of(sha256, 2)


def test_a_judgement_of_iris_survives_a_rebuild() -> None:
    extract = naming("Mette Ravn", "Mette L. Ravn")
    apart = judged(Verdict.DIFFERENT, "person:Mette Ravn", "person:Mette L. Ravn")
    first = resolve([extract], [apart], Identities(), IRIS)
    by_iri = judged(Verdict.DIFFERENT, "person/mette-ravn", f"{BASE}person/mette-l-ravn")
    second = resolve([extract], [by_iri], first.identities, IRIS)
    assert second.entities == first.entities


def mention_iri(extract: Extract, index: int) -> str:
    return IRIS.part(IRIS.source(extract.raw.sha256), "mention", index + 1)


def test_an_analyst_tells_namesakes_apart_by_a_mention() -> None:
    first, second = naming("Mette Ravn", "Mette Ravn"), naming("Mette Ravn", file="b.txt")
    said = judged(Verdict.DIFFERENT, mention_iri(second, 0), "person:Mette Ravn")
    resolution = resolved(first, second, judgements=[said])
    iris = [resolution.entity_of(first.raw.sha256, index) for index in (0, 1)]
    assert iris[0] == iris[1] != resolution.entity_of(second.raw.sha256, 0)


def test_an_analyst_says_whose_initials_these_are() -> None:
    first, second = naming("Mette Ravn"), naming("XY", "Mette", file="b.txt")
    said = [
        judged(Verdict.SAME, mention_iri(second, 0), "person:Mette Ravn"),
        judged(Verdict.SAME, "person/mette-ravn", mention_iri(second, 1)),
    ]
    known = resolved(first).identities
    resolution = resolve([first, second], said, known, IRIS)
    assert resolution.unused == ()
    for index in (0, 1):
        assert resolution.entity_of(second.raw.sha256, index) == f"{BASE}person/mette-ravn"


def test_initials_are_never_said_to_be_a_place() -> None:
    extract = naming("XY")
    place = naming("Nordbyen", kind=Kind.PLACE, file="b.txt")
    said = judged(Verdict.SAME, mention_iri(extract, 0), "place:Nordbyen")
    resolution = resolved(extract, place, judgements=[said])
    assert resolution.unused == (said,)
    assert resolution.entity_of(extract.raw.sha256, 0) is None


def test_the_later_of_two_judgements_holds() -> None:
    extract = naming("Gadens Køkken", "Kvarterets Gryde", kind=Kind.INITIATIVE)
    sides = ("initiative:Gadens Køkken", "initiative:Kvarterets Gryde")
    said = [judged(Verdict.SAME, *sides), judged(Verdict.DIFFERENT, *sides[::-1])]
    assert len(labels(resolved(extract, judgements=said), "Initiative")) == 2
    assert len(labels(resolved(extract, judgements=said[::-1]), "Initiative")) == 1


def test_a_judgement_of_what_is_not_there_is_reported() -> None:
    said = judged(Verdict.SAME, "person:Nobody Here", "person:Mette Ravn")
    assert resolved(naming("Mette Ravn"), judgements=[said]).unused == (said,)


def test_iris_do_not_change_because_a_file_was_added() -> None:
    first = naming("Mette L. Ravn", "Gadens Køkken", file="a.txt")
    before = resolve([first], (), Identities(), IRIS)
    second = naming("Mette Lund Ravn", "Mette Lund Ravn", "Gadens Køkken i Nordbyen", file="0.txt")
    after = resolve([second, first], (), before.identities, IRIS)
    for index in (0, 1):
        sha256 = first.raw.sha256
        assert after.entity_of(sha256, index) == before.entity_of(sha256, index)


def test_merged_entities_keep_the_old_iri_as_same_as() -> None:
    extract = naming("Gadens Køkken", "Kvarterets Gryde", kind=Kind.INITIATIVE)
    before = resolved(extract)
    said = judged(Verdict.SAME, "initiative:Gadens Køkken", "initiative:Kvarterets Gryde")
    after = resolve([extract], [said], before.identities, IRIS)
    merged = only(after, "Initiative")
    assert {merged.iri, *merged.same_as} == {entity.iri for entity in before.entities}


def test_adding_an_unrelated_file_leaves_a_files_fingerprint() -> None:
    first = naming("Mette Ravn")
    before = resolve([first], (), Identities(), IRIS)
    after = resolve([first, naming("Jens Holm", file="b.txt")], (), before.identities, IRIS)
    assert after.fingerprint(first.raw.sha256) == before.fingerprint(first.raw.sha256)
    assert resolved(naming("Jens Holm")).fingerprint("x") == resolved(first).fingerprint("x")


def test_every_judgement_says_which_entities_it_concerns() -> None:
    resolution = resolved(naming("Mette Ravn", "Mette L. Ravn", "Anne Pedersen", "Anne Petersen"))
    concerned = {j.verdict: len(resolution.about[j]) for j in resolution.judgements}
    assert concerned == {Verdict.SAME: 1, Verdict.UNSURE: 2}


def test_a_tie_to_the_same_place_supports_a_misprint() -> None:
    files = []
    for file, name in (("a.txt", "Sejlerhuset"), ("b.txt", "Sejlerhusset")):
        builder = SourceBuilder(file)
        span = builder.say(f"{name} ligger i Nordbyen")
        initiative = builder.name_it(Kind.INITIATIVE, name)
        place = builder.name_it(Kind.PLACE, "Nordbyen")
        builder.relate(ties=(Tie(initiative, "place", place, span, 0.9, "test"),))
        files.append(builder.build())
    assert len(labels(resolved(*files), "Initiative")) == 1


HOSTILE = ['"><script>', "’); DROP TABLE", "a" * 10_000, "\u202eevil", "北港", "x\x00y", "§ 17", "%%1%%"]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ORGANIZATION, Kind.INITIATIVE, Kind.PLACE])
def test_hostile_names_do_no_harm(name: str, kind: Kind) -> None:
    resolution = resolved(naming(name, f"{name} {name}", "Mette Ravn", kind=kind))
    assert all(entity.iri.startswith(BASE) for entity in resolution.entities)
