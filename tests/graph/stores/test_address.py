"""A store is given by one URL, or by each address; never with a login in it."""

from __future__ import annotations

import pytest

from graph.errors import StoreError
from graph.stores.address import Address, Given, address_of

OXIGRAPH = Address("http://h:7878/query", "http://h:7878/update", "http://h:7878/store")


@pytest.mark.parametrize(
    ("url", "given", "expected"),
    [
        ("http://h:7878", Given(), OXIGRAPH),
        ("http://h:7878/", Given(), OXIGRAPH),
        (
            "https://h/sparql",
            Given(),
            Address("https://h/sparql", "https://h/sparql-auth", "https://h/sparql-graph-crud-auth"),
        ),
        ("http://h:7878", Given(graphs="none"), Address(OXIGRAPH.query, OXIGRAPH.update, "")),
        (
            "http://h:3030/ds",
            Given(graphs="http://h:3030/ds/data"),
            Address("http://h:3030/ds/query", "http://h:3030/ds/update", "http://h:3030/ds/data"),
        ),
        (
            "http://h/sparql",
            Given(update="http://i/u", graphs="none"),
            Address("http://h/sparql", "http://i/u", ""),
        ),
    ],
)
def test_addresses_follow_from_the_url(url: str, given: Given, expected: Address) -> None:
    assert address_of(url, given) == expected


@pytest.mark.parametrize(
    ("url", "given", "said"),
    [
        ("h:7878", Given(), "http or https"),
        ("ftp://h/", Given(), "http or https"),
        ("http://", Given(), "http or https"),
        ("http://h:7878/?x=1", Given(), "without"),
        ("http://h:port/", Given(), "no address"),
        ("http://ida:hemmelig@h/", Given(), "SAGSGRAF_STORE_PASSWORD"),
        ("http://h/", Given(query="http://ida:hemmelig@h/q"), "SAGSGRAF_STORE_PASSWORD"),
        ("http://ida:hemmelig@h:x/", Given(), "no address"),
        ("http://h/", Given(update="file:///etc/passwd"), "http or https"),
    ],
)
def test_what_is_no_address_is_refused_and_no_password_repeated(url: str, given: Given, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        address_of(url, given)
    assert "hemmelig" not in str(caught.value)
