"""Who asks too often is told so, and told when to come back; who may speak for others is set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.edge.rate_limits import ClientCounts, client_of
from api.settings import Settings
from tests.api.serving import serving, write_graph

FEW = Settings(rate_limit="3/hour", rate_limit_loopback="5/hour", trusted_proxies=("127.0.0.1",))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_graph(tmp_path)
    return tmp_path


@pytest.fixture
def proxied(data: Path) -> Iterator[str]:
    with serving(data, FEW) as base:
        yield base


def test_every_answer_says_how_many_are_left(data: Path) -> None:
    with serving(data, Settings(rate_limit_loopback="5/hour")) as base:
        first, second = httpx.get(f"{base}/healthz"), httpx.get(f"{base}/nothing")
    assert [each.headers["ratelimit-remaining"] for each in (first, second)] == ["4", "3"]
    assert second.headers["ratelimit-limit"] == "5"
    assert 3590 <= int(second.headers["ratelimit-reset"]) <= 3600


def test_one_too_many_is_429_with_a_time_to_come_back(data: Path) -> None:
    with serving(data, Settings(rate_limit_loopback="2/hour")) as base:
        answers = [httpx.get(f"{base}/healthz") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    last = answers[-1]
    assert last.json()["code"] == "rate_limit"
    assert last.headers["content-type"] == "application/problem+json"
    assert last.headers["ratelimit-remaining"] == "0"
    assert 3590 <= int(last.headers["retry-after"]) <= 3600


def test_without_a_limit_nothing_is_said(data: Path) -> None:
    with serving(data, Settings(rate_limit_loopback="none")) as base:
        assert "ratelimit-limit" not in httpx.get(f"{base}/healthz").headers


def forwarded(base: str, for_whom: str) -> httpx.Response:
    return httpx.get(f"{base}/healthz", headers={"x-forwarded-for": for_whom})


def test_a_trusted_proxy_speaks_for_its_clients(proxied: str) -> None:
    assert [forwarded(proxied, "192.0.2.1").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert forwarded(proxied, "192.0.2.2").status_code == 200


def test_a_client_cannot_say_it_is_another(proxied: str) -> None:
    invented = [forwarded(proxied, f"198.51.100.{n}, 192.0.2.1").status_code for n in range(4)]
    assert invented == [200, 200, 200, 429]


def test_without_a_trusted_proxy_the_header_means_nothing(data: Path) -> None:
    with serving(data, Settings(rate_limit_loopback="2/hour")) as base:
        assert [forwarded(base, f"192.0.2.{n}").status_code for n in range(3)] == [200, 200, 429]


def test_a_preflight_is_not_counted_and_a_429_can_be_read_by_any_page(data: Path) -> None:
    asks = {"origin": "https://e.example", "access-control-request-method": "GET"}
    with serving(data, Settings(rate_limit_loopback="1/hour")) as base:
        preflights = [httpx.options(f"{base}/sparql", headers=asks).status_code for _ in range(3)]
        httpx.get(f"{base}/healthz")
        refused = httpx.get(f"{base}/healthz", headers={"origin": "https://e.example"})
    assert preflights == [200, 200, 200]
    assert refused.status_code == 429
    assert refused.headers["access-control-allow-origin"] == "*"
    assert "retry-after" in refused.headers["access-control-expose-headers"].lower()


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.7", ("192.0.2.7", False)),
        ("127.0.0.9", ("127.0.0.9", True)),
        ("::1", ("::1", True)),
        ("::ffff:127.0.0.1", ("127.0.0.1", True)),
        ("2001:db8:0:1::5", ("2001:db8:0:1::/64", False)),
        ("2001:db8:0:1:ffff::", ("2001:db8:0:1::/64", False)),
        ("fe80::1%eth0", ("fe80::/64", False)),
        ("", ("", False)),
        ("localhost", ("localhost", False)),
        ("x" * 5_000, ("x" * 64, False)),
    ],
)
def test_a_client_is_an_address_or_a_network(host: str, client: tuple[str, bool]) -> None:
    assert client_of(host) == client


def test_no_number_of_clients_fills_the_memory() -> None:
    counts = ClientCounts(most=100)
    for number in range(10_000):
        counts.incr(f"client {number}", 60)
    assert counts.get("client 0") == 0
    assert counts.get("client 9999") == 1
    assert counts.reset() == 100


def test_a_window_ends() -> None:
    counts = ClientCounts()
    assert [counts.incr("a", 0.0), counts.incr("a", 0.0), counts.incr("a", 60), counts.incr("a", 60)] == [
        1,
        1,
        1,
        2,
    ]
