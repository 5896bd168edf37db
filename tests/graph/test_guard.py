"""The guard finds every keyword that stands bare, and none that does not."""

from __future__ import annotations

import time

import pytest

from graph.errors import QueryError
from graph.guard import Limits, inspect, tokens

REFUSED = [
    ("SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }", "refused"),
    ("SELECT * { service silent ?x { ?s ?p ?o } }", "refused"),
    ("SELECT * {\n#comment\nSeRvIcE<http://e/>{} }", "refused"),
    ("SELECT * { ?s ?p 'x' } # \r SERVICE\nSELECT SERVICE", "refused"),
    ('SELECT * { ?s ?p "a\\"b" . SERVICE <e:> {} }', "refused"),
    ("SELECT * { ?s ?p '''it's''' . SERVICE <e:> {} }", "refused"),
    ("LOAD <http://example.org/>", "refused"),
    ("PREFIX e: <http://e/> INSERT DATA { e:a e:b e:c }", "refused"),
    ("DELETE WHERE { ?s ?p ?o }", "refused"),
    ("DROP ALL", "refused"),
    ("CLEAR DEFAULT", "refused"),
    ("WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "refused"),
    ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "refused"),
    ('SELECT * { VALUES ?x { """ " } SERVICE <e:> {} }', "syntax"),
    ("SELECT * { ?s ?p 'open }", "syntax"),
    ("hello", "syntax"),
    ("", "syntax"),
    ("SELECT * {" + "{" * 200 + "}" * 200 + "}", "too_complex"),
    ("SELECT (" + "IF(true," * 300 + "1" + ",2)" * 300 + " AS ?x) {}", "too_complex"),
    ("SELECT (" + "!" * 500 + "true AS ?x) {}", "too_complex"),
    ("SELECT (1" + "+1" * 1000 + " AS ?x) {}", "too_complex"),
    ("ASK { ?s " + "<p>/" * 1000 + "<p> ?o }", "too_complex"),
    ("ASK { " + "?s ?p ?o . " * 2000 + "}", "too_complex"),
    ("SELECT * { ?s ?p '" + "x" * 70_000 + "' }", "too_long"),
]
ALLOWED = [
    "SELECT * { ?service ?load ?o }",
    "SELECT * { ?s <http://example.org/SERVICE> 'SERVICE <x>' }",
    'SELECT * { ?s ?p """LOAD "quoted" SERVICE""" }',
    "PREFIX service: <http://e/> SELECT * { ?s service:SERVICE service:load }",
    "PREFIX : <http://e/> ASK { :a :service :b }",
    "SELECT * { ?s ?p ?o } # SERVICE at the end",
    "SELECT * { ?s ?p 'hej'@da-DK }",
    "SELECT * { ?s ?p 1e5, .5, -3 FILTER(?o < 3 && ?p > 2) }",
    "SELECT * { $s ?p ?o . _:insert ?p ?o }",
    "ASK { ?s ?p ?o " + "OPTIONAL { ?s ?q ?r }" * 20 + "}",
]


@pytest.mark.parametrize(("query", "status"), REFUSED)
def test_what_may_not_run_is_refused(query: str, status: str) -> None:
    with pytest.raises(QueryError) as caught:
        inspect(query)
    assert caught.value.status == status


@pytest.mark.parametrize("query", ALLOWED)
def test_what_only_looks_dangerous_is_allowed(query: str) -> None:
    assert inspect(query).form in {"SELECT", "ASK"}


def test_a_refusal_says_where() -> None:
    with pytest.raises(QueryError, match="line 2, column 3"):
        inspect("ASK {\n  SERVICE <e:> {} }")


def test_tokens_cover_every_character_but_blanks_and_comments() -> None:
    query = "SELECT ?s # no\n{ ?s a <http://e/> ; e:p 'x'@da , 1.5 }"
    assert "".join(t.text for t in tokens(query)) == "SELECT?s{?sa<http://e/>;e:p'x'@da,1.5}"


def test_the_data_set_clauses_are_read() -> None:
    found = inspect("SELECT * FROM <http://a> FROM NAMED <http://b> FROM e:c WHERE { ?s ?p ?o }")
    assert found.from_default == ("<http://a>", "e:c")
    assert found.from_named == ("<http://b>",)


@pytest.mark.parametrize(
    ("query", "is_volatile"), [("SELECT (NOW() AS ?n) {}", True), ("ASK { ?now ?p ?o }", False)]
)
def test_an_answer_that_changes_by_itself_is_known(query: str, is_volatile: bool) -> None:
    assert inspect(query).is_volatile is is_volatile


@pytest.mark.parametrize("piece", ['"\\', "'''", "<", "e:", "\\", "?", "#", '"""a""', "%"])
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    start = time.process_time()
    list(tokens(piece * (200_000 // len(piece))))
    assert time.process_time() - start < 10  # a second; were it quadratic, an hour


def test_the_limits_can_be_set() -> None:
    with pytest.raises(QueryError, match="longer than 5"):
        inspect("ASK {}", Limits(length=5))
