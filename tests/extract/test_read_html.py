import pytest

from extract.read_html import BETWEEN, read_html

CASES = [
    ("<p>Et</p><p>To</p>", ["Et", "To"]),
    ("<h2>Punkt 1: Et</h2>Tekst <b>fed</b> tekst", ["Punkt 1: Et", "Tekst fed tekst"]),
    ("<p>Et<br>To</p>", ["Et\nTo"]),
    ("<ul><li>Et<li>To</ul>", ["• Et", "• To"]),
    ("<ol start=3><li>at et</li><li>at to</li></ol>", ["3. at et", "4. at to"]),
    ("<table><tr><th>Navn<th>Tal</tr><tr><td>Havn</td><td>12</td></tr></table>", ["Navn Tal", "Havn 12"]),
    ("<table><tr><td><p>Et</p><p>To</p></td></tr></table>", ["Et", "To"]),
    ("<table><tr><td><p>Et</p></td><td><p>12</p></td></tr></table>", ["Et 12"]),
    ("<p>a\n   b</p>", ["a b"]),
    ("<pre>a\nb</pre>", ["a\nb"]),
    ("<p>Jobs &amp; b&oslash;rn &#229;</p>", ["Jobs & børn å"]),
    ("<script>x()</script><style>p{}</style><p>Et</p><!-- to -->", ["Et"]),
    ("<nav>Menu</nav><p hidden>skjult</p><p>Et</p>", ["Et"]),
    ("<p>Et <script>x()</script>to</p>", ["Et to"]),
    ("<div><div>Et</div>To</div>", ["Et", "To"]),
    ("<p>Et<p>To", ["Et", "To"]),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_a_page_reads_as_shown(body: str, expected: list[str]) -> None:
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>"
    assert read_html(page.encode(), "a.html").text.split(BETWEEN) == expected


ENCODED = [
    '<meta charset="utf-8"><p>Møde'.encode(),
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Møde'.encode("latin-1"),
    "\ufeff<p>Møde".encode("utf-16-le"),
    "<p>Møde".encode("cp1252"),
    '<?xml version="1.0" encoding="utf-8"?><html><p>Møde</p></html>'.encode(),
]


@pytest.mark.parametrize("data", ENCODED)
def test_the_encoding_is_the_one_the_page_says(data: bytes) -> None:
    assert read_html(data, "a.html").text == "Møde"


def test_a_page_that_says_the_wrong_encoding_is_told() -> None:
    read = read_html('<meta charset="utf-8"><p>Møde'.encode("cp1252"), "a.html")
    assert read.text == "Møde"
    assert read.warnings[-1] == "the page is not in utf-8, as it says"


def test_no_entity_of_the_page_is_resolved() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>Et &x; to</p>'
    assert read_html(page, "a.html").text.endswith("Et &x; to")


@pytest.mark.parametrize(
    "page", [b"<div>" * 100_000, b"<table><tr><td>" * 20_000, b"<li>x" * 100_000, b"<p " + b"a" * 1_000_000]
)
def test_a_hostile_page_is_read(page: bytes) -> None:
    assert len(read_html(page, "a.html").text) < 1_500_000


MEETING = """<h1 class="dato">Referat</h1><p><span class="udvalg">Trivselsudvalget</span>
<span class="dato">onsdag den 8. oktober 2025 kl. 15.45</span> <span class="sted">Rådhuset</span></p>
<table><tr class="punktrow" id="punktrow_1"><td><span class="label">Punkt 2A.</span>
<h2 class="overskrift">Status på <em>Havneløftet</em></h2><span class="sagsnummer">SAG-2025-00001</span>
<div class="details"><h3>Sagsresumé</h3><p>Resumé.</p><h3>Beslutning</h3>
<p>Godkendt.</p></div></td></tr></table>"""


def test_the_page_of_a_meeting_reads_like_a_package() -> None:
    assert read_html(MEETING.encode(), "a.html").text.split(BETWEEN) == [
        "Referat",
        "Trivselsudvalget",
        "Mødedato: onsdag den 8. oktober 2025 kl. 15.45",
        "Mødested: Rådhuset",
        "Punkt 2A: Status på Havneløftet",
        "Sagsnummer: SAG-2025-00001",
        "Sagsresumé",
        "Resumé.",
        "Beslutning for Punkt 2A: Status på Havneløftet",
        "Godkendt.",
    ]


def test_an_item_without_a_number_keeps_its_title() -> None:
    page = '<table><tr class="punktrow"><td><h2 class="overskrift">Status</h2></td></tr></table>'
    assert read_html(page.encode(), "a.html").text == "Status"


def test_another_page_may_use_the_same_classes() -> None:
    page = '<p><span class="dato">3. maj</span> <span class="label">2</span></p>'
    assert read_html(page.encode(), "a.html").text == "3. maj 2"


@pytest.mark.parametrize(
    ("page", "pages"),
    [
        ('<p>A</p><p style="page-break-before: always">B</p>', ["A\f", "B"]),
        ('<p>A</p><br style="page-break-before:always"><p>B</p>', ["A\f", "B"]),
        ('<div style="break-after: page">A</div><p>B</p>', ["A\f", "B"]),
        ('<p style="page-break-before: always">A</p>', ["A"]),
        ('<p style="page-break-before: avoid">A</p><p style="color: red">B</p>', ["A\n\n\nB"]),
    ],
)
def test_a_page_begins_where_the_style_says_so(page: str, pages: list[str]) -> None:
    read = read_html(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert [each.span.of(read.text) for each in read.pages] == pages
