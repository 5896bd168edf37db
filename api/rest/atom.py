"""Write Atom feeds.

Source: RFC 4287.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
LONGEST = 20_000  # characters of an entry's text
UNWRITABLE = {
    code: None for code in (*range(32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)) if code not in (9, 10)
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: an IRI that stays the same, a title, when it was (RFC 3339), where to read on, a text."""

    id: str
    title: str
    updated: str
    link: str
    text: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its IRI, its title, where it is itself, what it is about, in which language."""

    id: str
    title: str
    address: str
    link: str
    language: str


def feed_xml(feed: Feed, entries: Iterable[Entry], updated: str) -> bytes:
    """Return the feed as XML; it was updated when its newest entry was, else at `updated`."""
    listed = list(entries)
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]  # the default
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", max((entry.updated for entry in listed), default=updated))
    _text(_text(root, "author", None), "name", "sagsgraf")
    _link(root, "self", feed.address)
    _link(root, "alternate", feed.link)
    for entry in listed:
        _entry(root, entry)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def moment(date: str | None, otherwise: str) -> str:
    """Return a date or time as RFC 3339 wants it.

    >>> moment("2024-05-13", ""), moment("2024-05-13T08:00:00Z", ""), moment(None, "2024-01-01T00:00:00Z")
    ('2024-05-13T00:00:00Z', '2024-05-13T08:00:00Z', '2024-01-01T00:00:00Z')
    """
    if not date:
        return otherwise
    return f"{date}T00:00:00Z" if len(date) == len("2024-05-13") else date


def _entry(root: etree._Element, entry: Entry) -> None:
    made = etree.SubElement(root, f"{{{ATOM}}}entry")
    _text(made, "id", entry.id)
    _text(made, "title", entry.title)
    _text(made, "updated", entry.updated)
    _link(made, "alternate", entry.link)
    _text(made, "content", entry.text[:LONGEST]).set("type", "text")


def _text(parent: etree._Element, name: str, value: str | None) -> etree._Element:
    made = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    if value is not None:
        made.text = value.translate(UNWRITABLE)
    return made


def _link(parent: etree._Element, relation: str, address: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}link", rel=relation, href=address.translate(UNWRITABLE))
