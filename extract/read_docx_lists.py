"""Work out the numbers and bullets that Word shows before the paragraphs of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

VALUE, LEVEL = qn("w:val"), qn("w:ilvl")
PROPERTIES, NUMBERED, NUMBER_ID = qn("w:pPr"), qn("w:numPr"), qn("w:numId")
STYLE, STYLE_ID, BASED_ON = qn("w:pStyle"), qn("w:styleId"), qn("w:basedOn")
PLACE = re.compile(r"%(\d)")
BULLET = "•"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
MOST_BASES = 20  # styles that build on each other
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
)
ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(frozen=True, slots=True)
class _Level:
    format: str  # decimal, bullet, lowerLetter …
    text: str  # "%1.", "%1.%2"
    start: int


class Numbering:
    """The lists of a document; asked paragraph by paragraph, in order."""

    def __init__(self, document: Document) -> None:
        self._levels = _levels(document)
        self._styles = {
            style.get(STYLE_ID): style for style in document.styles.element.iterchildren(qn("w:style"))
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: etree._Element) -> str:
        """Return what Word prints before a paragraph ("2. ", "• "), or nothing."""
        number_id, level = self._place(paragraph)
        levels = self._levels.get(number_id, {})
        if level not in levels:
            return ""
        if levels[level].format in ("bullet", "none"):
            return f"{BULLET} " if levels[level].format == "bullet" else ""
        counts = self._counts[number_id]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return PLACE.sub(lambda match: self._shown(number_id, int(match[1]) - 1), levels[level].text) + " "

    def _shown(self, number_id: str, level: int) -> str:
        known = self._levels[number_id].get(level)
        if known is None:
            return ""
        return shown_number(self._counts[number_id].get(level, known.start), known.format)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return the list a paragraph is in and its level, said by itself or by its style."""
        properties = paragraph.find(PROPERTIES)
        number_id, level, style = _numbered(properties), _level(properties), _style(properties)
        for _ in range(MOST_BASES):
            if number_id is not None or style not in self._styles:
                break
            element = self._styles[style]
            number_id, level = _numbered(element.find(PROPERTIES)), _level(element.find(PROPERTIES))
            base = element.find(BASED_ON)
            style = base.get(VALUE) if base is not None else None
        return number_id or "", level


def shown_number(number: int, form: str) -> str:
    """Return a number as a list shows it.

    >>> [shown_number(4, form) for form in ("decimal", "lowerLetter", "upperLetter", "lowerRoman")]
    ['4', 'd', 'D', 'iv']
    """
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    shown = ""
    for value, letters in ROMAN:
        shown += letters * (number // value)
        number %= value
    return shown + ROMAN_UNITS[number]


def _numbered(properties: etree._Element | None) -> str | None:
    found = properties.find(f"{NUMBERED}/{NUMBER_ID}") if properties is not None else None
    return found.get(VALUE) if found is not None else None


def _level(properties: etree._Element | None) -> int:
    found = properties.find(f"{NUMBERED}/{LEVEL}") if properties is not None else None
    value = found.get(VALUE, "0") if found is not None else "0"
    return int(value) if value.isdigit() else 0


def _style(properties: etree._Element | None) -> str | None:
    found = properties.find(STYLE) if properties is not None else None
    return found.get(VALUE) if found is not None else None


def _levels(document: Document) -> dict[str, dict[int, _Level]]:
    try:
        numbering = etree.fromstring(document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).blob, PARSER)
    except KeyError:
        return {}  # a document without lists
    abstract = {
        each.get(qn("w:abstractNumId")): {
            _at(level): _read_level(level) for level in each.iterchildren(qn("w:lvl"))
        }
        for each in numbering.iterchildren(qn("w:abstractNum"))
    }
    lists: dict[str, dict[int, _Level]] = {}
    for each in numbering.iterchildren(qn("w:num")):
        reference = each.find(qn("w:abstractNumId"))
        if reference is not None:
            lists[each.get(NUMBER_ID, "")] = abstract.get(reference.get(VALUE), {})
    return lists


def _at(level: etree._Element) -> int:
    value = level.get(LEVEL, "0")
    return int(value) if value.isdigit() else 0


def _read_level(level: etree._Element) -> _Level:
    def value(tag: str, otherwise: str) -> str:
        found = level.find(qn(tag))
        return found.get(VALUE, otherwise) if found is not None else otherwise

    start = value("w:start", "1")
    return _Level(value("w:numFmt", "decimal"), value("w:lvlText", ""), int(start) if start.isdigit() else 1)
