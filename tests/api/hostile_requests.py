"""Requests that nobody means well with: wrong by design or by chance, of every kind there is."""

from __future__ import annotations

import random
from collections.abc import Callable
from urllib.parse import quote

QUERIES = (
    "SELECT * { ?s ?p ?o } LIMIT 5",
    "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "INSERT DATA { <e:a> <e:b> <e:c> }",
    "LOAD <http://127.0.0.1:1/>",
    "SELECT (<http://e/f>(1) AS ?x) {}",
    "SELECT * { ?s ?p '\\uD800' }",
    "DESCRIBE <http://e/1>",
    "CONSTRUCT { _:b ?p ?o } WHERE { ?s ?p ?o } LIMIT 3",
    'SELECT * { ?s ?p ?o FILTER(REGEX(?o, "(a+)+$")) } LIMIT 1',
    "SELECT ?x { ?x (<http://e/p>|!<http://e/q>)* ?y } LIMIT 1",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?a HAVING (?n > 1)",
    "PREFIX : <x> SELECT * { :a :b :c , , }",
)
PATHS = (
    "/", "/sparql", "/api/queries", "/api/queries/timeline", "/api/initiatives", "/api/search", "/healthz",
    "/api/graph", "/openapi.json", "/api/people/x", "/api/sources/1/passages", "/static/", "/initiative/x",
    "/api/initiatives/x/timeline", "/feed.atom", "/api/status", "/api/changes", "/ns",
)  # fmt: skip
TRICKS = (
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//e.example/",
    "/%00",
    "/%ff%fe",
    "/a%0d%0aSet-Cookie:x",
    "/;",
    "/*",
)
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "BREW", "get")
VALUES = (
    "",
    "x",
    "-1",
    "99999999999999999999",
    "%",
    "%zz",
    "%F0%9F",
    "'\"><script>",
    "a" * 3_000,
    "null",
    "[]",
    "../..",
    "\x00",
    "1e999",
    "Ł",
)
HEADERS = (
    "Accept: " + "text/turtle;q=0.1," * 300,
    "Accept: ;;;q=x",
    "Accept: */*;q=-1",
    "Accept-Encoding: gzip, deflate, br, zstd, *;q=0",
    "Content-Encoding: gzip",
    "Content-Length: 5",
    "Content-Length: -5",
    "Content-Length: 99999999999",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: chunked, gzip",
    "If-None-Match: " + '"x",' * 500,
    "X-Forwarded-For: 127.0.0.1, ::1, " + "x" * 200,
    "X-Forwarded-Proto: javascript",
    "Host: " + "a." * 200,
    "Range: bytes=0-,5-2",
    "Origin: null",
    "Expect: 100-continue",
    "Upgrade: websocket\r\nConnection: Upgrade",
    "Cookie: " + "a=b;" * 500,
    "Content-Type: multipart/form-data; boundary=",
    "Content-Type: application/x-www-form-urlencoded; charset=utf-7",
    "\x00\x01: y",
    "Bad Name: y",
)


def hostile(chance: random.Random, number: int) -> list[bytes]:
    """Return so many requests as bytes for a connection; the same for the same seed."""
    makers: tuple[Callable[[random.Random], bytes], ...] = (
        queried, mangled, posted, wandering, parametrised, headed, noise, deep, broken_off,
    )  # fmt: skip
    return [makers[n % len(makers)](chance) for n in range(number)]


def request(method: str, target: str, headers: str = "", body: bytes = b"") -> bytes:
    """Return a request as it goes over the wire; nothing is mended."""
    head = f"{method} {target} HTTP/1.1\r\nHost: x\r\n{headers}"
    return head.encode("utf-8", "surrogatepass") + b"\r\n" + body


def queried(chance: random.Random) -> bytes:
    """Return a query that should not run, or hardly."""
    return request("GET", f"/sparql?query={quote(chance.choice(QUERIES))}")


def mangled(chance: random.Random) -> bytes:
    """Return a query with characters put in, taken out and turned round."""
    text = list(chance.choice(QUERIES))
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(text))
        text[place : place + chance.randrange(3)] = chance.choice(
            ["{", "}", "(", "\\", '"', "\x00", "é", "<", "?", " "]
        )
    return request("GET", f"/sparql?query={quote(''.join(text))}")


def posted(chance: random.Random) -> bytes:
    """Return a body that is not what it says."""
    kind = chance.choice(
        ("application/sparql-query", "application/x-www-form-urlencoded", "application/json", "text/xml")
    )
    body = chance.choice(
        (b"query=" + quote(chance.choice(QUERIES)).encode(), chance.randbytes(300), b"\xff" * 50, b"")
    )
    length = len(body) + chance.choice((0, 0, 0, -3, 7))
    return request(
        "POST", chance.choice(PATHS), f"Content-Type: {kind}\r\nContent-Length: {length}\r\n", body
    )


def wandering(chance: random.Random) -> bytes:
    """Return a path that leads out, or nowhere, by any method."""
    return request(chance.choice(METHODS), chance.choice(PATHS) + chance.choice(TRICKS))


def parametrised(chance: random.Random) -> bytes:
    """Return parameters that nobody asked for, or with values that nobody can use."""
    names = chance.choices(
        ("query", "limit", "cursor", "sort", "q", "name", "depth", "focus", "x" * 300, "start"), k=3
    )
    values = "&".join(f"{name}={quote(chance.choice(VALUES), safe='%')}" for name in names)
    return request("GET", f"{chance.choice(PATHS)}?{values}")


def headed(chance: random.Random) -> bytes:
    """Return headers that contradict each other, or mean nothing."""
    headers = "".join(f"{each}\r\n" for each in chance.sample(HEADERS, k=2))
    return request(chance.choice(METHODS), chance.choice(PATHS), headers, b"5\r\nhello\r\n0\r\n\r\n")


def noise(chance: random.Random) -> bytes:
    """Return no HTTP at all."""
    return chance.randbytes(chance.randrange(1, 500))


def deep(chance: random.Random) -> bytes:
    """Return a query nested, repeated or long beyond reason."""
    count = chance.choice((50, 200, 900))
    shape = chance.choice(("({})", "{{{}}}", "!{}", "IF({},1,2)", "-{}"))
    text = "1"
    for _ in range(count):
        text = shape.format(text)
    body = f"SELECT * {{ FILTER({text}) }}" if chance.random() < 0.7 else "ASK { ?s ?p ?o . " * count
    data = f"query={quote(body)}".encode()
    headers = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(data)}\r\n"
    return request("POST", "/sparql", headers, data)


def broken_off(chance: random.Random) -> bytes:
    """Return a request that ends in the middle."""
    whole = request(
        "POST",
        "/sparql",
        "Content-Type: application/sparql-query\r\nContent-Length: 400\r\n",
        b"SELECT * { ?s",
    )
    return whole[: chance.randrange(1, len(whole))]
