from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse

from graph.errors import InvalidKeyError
from graph.iri import SLUG_LENGTH, Iris, slug
from tests.builders import BASE

IRIS = Iris(BASE)
SHA = "3f2a" * 16


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Gadens Køkken", "gadens-koekken"),
        ("Ågadeprojektet", "aagadeprojektet"),
        ("Æblehaven", "aeblehaven"),
        ("  Mette   RAVN ", "mette-ravn"),
        ("José Çelik", "jose-celik"),
        ("Trivsels- og Arbejdsmarkedsudvalget", "trivsels-og-arbejdsmarkedsudvalget"),
        ('"><script>alert(1)</script>', "script-alert-1-script"),
        ("a\x00b\nc", "a-b-c"),
        ("S&H/2024?x=1#y", "s-h-2024-x-1-y"),
    ],
)
def test_slug_is_lower_case_ascii_with_danish_folding(label: str, expected: str) -> None:
    assert slug(label) == expected


@pytest.mark.parametrize("label", ["", "   ", "»«", "\u202e", "—"])
def test_slug_refuses_a_label_without_letter_or_digit(label: str) -> None:
    with pytest.raises(InvalidKeyError):
        slug(label)


def test_labels_that_are_cut_stay_apart() -> None:
    assert slug("a" * 10_000 + "b") != slug("a" * 10_000 + "c")
    assert len(slug("a" * 10_000)) <= SLUG_LENGTH


def test_labels_in_other_scripts_stay_apart() -> None:
    assert slug("北港") != slug("南港")
    assert slug("مطبخ") != slug("مركز")


@given(st.text(max_size=200).filter(lambda text: any(c.isalnum() for c in text)))
def test_every_slug_makes_an_iri_that_a_parser_accepts(label: str) -> None:
    iri = IRIS.entity("initiative", slug(label))
    line = f"<{iri}> <{iri}> <{iri}> ."
    assert next(iter(parse(line, format=RdfFormat.N_TRIPLES))).subject == NamedNode(iri)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (IRIS.source(SHA), "source/3f2a3f2a3f2a3f2a"),
        (IRIS.part(IRIS.source(SHA), "mention", 1), "source/3f2a3f2a3f2a3f2a/mention/1"),
        (IRIS.meeting("raadmandsmoede-msx", "2024-05-06"), "meeting/raadmandsmoede-msx/2024-05-06"),
        (IRIS.agenda_item(IRIS.meeting("x", "2024-05-06"), "7A"), "meeting/x/2024-05-06/7A"),
        (IRIS.case("emn-2024-000123"), "case/EMN-2024-000123"),
        (IRIS.budget_year("2024"), "budget/2024"),
        (IRIS.concept("outcome", "approved"), "outcome/approved"),
        (
            IRIS.undated_meeting("x", IRIS.source(SHA), "m2"),
            "meeting/x/undated-3f2a3f2a3f2a3f2a-m2",
        ),
    ],
)
def test_iris_have_the_contracts_forms(made: str, expected: str) -> None:
    assert IRIS.shorten(made) == expected
    assert IRIS.expand(expected) == made


def test_expand_knows_the_prefixes() -> None:
    assert IRIS.expand("sg:Person") == "https://w3id.org/sagsgraf/ns#Person"
    assert IRIS.shorten("https://w3id.org/sagsgraf/ns#Person") == "sg:Person"


@pytest.mark.parametrize("short", ["a b", "nope:x", "http://x/<y>", "x\ny"])
def test_expand_refuses_what_would_be_no_iri(short: str) -> None:
    with pytest.raises(InvalidKeyError):
        IRIS.expand(short)


@pytest.mark.parametrize(
    "base",
    ["", "localhost", "ftp://x/", "http://", "http://x/?q", "http://x/#f", "http://x/<y>", "javascript:1"],
)
def test_base_iri_must_be_an_http_address(base: str) -> None:
    with pytest.raises(InvalidKeyError):
        Iris(base)


def test_base_iri_ends_in_a_slash() -> None:
    assert Iris("https://example.org/graf").base == "https://example.org/graf/"


@pytest.mark.parametrize("key", ["2024-13", "24", "forår 2024", ""])
def test_malformed_dates_and_years_are_refused(key: str) -> None:
    with pytest.raises(InvalidKeyError):
        IRIS.meeting("x", key)
    with pytest.raises(InvalidKeyError):
        IRIS.budget_year(key)


def test_a_source_needs_a_digest() -> None:
    with pytest.raises(InvalidKeyError):
        IRIS.source("../../etc/passwd")


def test_a_file_name_that_is_no_text_still_names_a_source() -> None:
    assert IRIS.unread_source("r\udce6k.pdf").startswith(f"{BASE}source/unread-")
