"""Write the public page of a meeting as meeting packages are written: "Punkt 2: …", "Mødedato: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

# The parts of a meeting's page at dagsordener.aarhus.dk (seen in October 2025).
BODY, DATE, PLACE = "udvalg", "dato", "sted"
ITEM, NUMBER, TITLE, CASE, DETAILS = "punktrow", "label", "overskrift", "sagsnummer", "details"
FIELDS = {DATE: "Mødedato", PLACE: "Mødested", BODY: ""}
ITEM_NUMBER = re.compile(r"\d{1,3} ?[A-ZÆØÅ]?\b")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
DECISION = "beslutning"


def write_meeting_page(root: html.HtmlElement) -> None:
    """Rewrite the page in place where it is that of a meeting; any other page is left as it is."""
    items = list(_of_class(root, ITEM))
    if not items:
        return
    inside = {span for item in items for span in item.iter("span")}
    for name, field in FIELDS.items():
        for span in _of_class(root, name):
            if span.tag == "span" and span not in inside:
                _write(span, f"{field}: {_text(span)}" if field else _text(span))
    for item in items:
        _write_item(item)


def _write_item(item: html.HtmlElement) -> None:
    label, heading = next(_of_class(item, NUMBER), None), next(_of_class(item, TITLE), None)
    number = ITEM_NUMBER.search(_text(label)) if label is not None else None
    if label is None or heading is None or number is None:
        return
    title = f"Punkt {number[0].replace(' ', '')}: {_text(heading)}"
    label.drop_tree()
    _write(heading, title)
    for case in _of_class(item, CASE):
        _write(case, f"Sagsnummer: {_text(case)}")
    for details in _of_class(item, DETAILS):
        for element in details.iter(*HEADINGS):
            if _text(element).rstrip(":").casefold() == DECISION:
                _write(element, f"Beslutning for {title}")


def _of_class(root: html.HtmlElement, name: str) -> Iterator[html.HtmlElement]:
    for element in list(root.iter()):
        if isinstance(element.tag, str) and name in element.get("class", "").split():
            yield element


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _write(element: html.HtmlElement, text: str) -> None:
    """Make a paragraph of an element, with `text` for all that was in it."""
    for child in list(element):
        element.remove(child)
    element.text = text
    element.tag = "p"
