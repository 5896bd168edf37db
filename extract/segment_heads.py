"""Read the head of a meeting: which body meets, when, from what time, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.printed_dates import first_date
from extract.records import Span
from extract.segment_layout import Paragraph
from extract.structure import HEAD_FIELD, ITEM_HEADING, NOTICE, RAADMAND, TIMES

RAADMANDSMOEDE = "raadmandsmoede"
UDVALGSMOEDE = "udvalgsmoede"
OTHER = "other"
UNNAMED = ("Møde", OTHER)

# "Social- og Kulturudvalgsmøde", "Teknisk Udvalg", "Børne- og Ungeudvalget": the committee itself.
COMMITTEE = re.compile(
    r"(?P<name>(?:[A-ZÆØÅ][\w-]{1,30}(?:,| og| samt)? ){0,4}(?:[A-ZÆØÅ][\w-]{0,40})?[Uu]dvalg)"
    r"(?:et|smøde|smødet)?\b"
)
COMMITTEE_FOR = re.compile(r"Udvalget for (?:[A-ZÆØÅ][\w-]+(?:,? og |, )?){1,6}")
COUNCIL = re.compile(
    r"(?:(?:Referat|Dagsorden) (?:fra|af|til|for) (?:møde[t]? i )?)?"
    r"(?P<name>Byråd|Magistrat|Kommunalbestyrelse|Direktion|[A-ZÆØÅ]\w{2,30}råd)(?:ets?|ens?|s?møde\w*)?\b"
)
PLACE_FIELDS = ("mødested", "sted", "lokale", "mødelokale")
LONGEST_PLACE = 80


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a meeting says; `evidence` is where its date stands, else its first line."""

    body: str
    kind: str
    date: str | None
    start: str | None
    end: str | None
    location: str | None
    evidence: Span


def body_of(text: str) -> tuple[str, str] | None:
    """Return the body that meets, by its own name, and the kind of its meetings.

    >>> body_of("Social- og Kulturudvalgsmøde"), body_of("Sagen kommer i Byrådet")
    (('Social- og Kulturudvalget', 'udvalgsmoede'), None)
    """
    if RAADMAND.search(text):
        return "Rådmandsmøde", RAADMANDSMOEDE
    named = COMMITTEE_FOR.search(text)
    if named:
        return named.group().rstrip(", "), UDVALGSMOEDE
    committee = COMMITTEE.search(text)
    if committee and len(committee["name"]) > len("udvalg"):
        name = committee["name"]  # "Teknisk Udvalg" is a name as it stands
        return name if name.endswith(" Udvalg") else name + "et", UDVALGSMOEDE
    council = COUNCIL.match(text)
    if council:
        ending = "en" if council["name"] in ("Magistrat", "Direktion", "Kommunalbestyrelse") else "et"
        return council["name"] + ending, OTHER
    return None


def read_head(paragraphs: Sequence[Paragraph]) -> Head | None:
    """Read the head that `paragraphs` hold; None if they name neither a body nor a day."""
    head = [p for p in paragraphs if not NOTICE.match(p.text) and not ITEM_HEADING.fullmatch(p.text)]
    body = next((found for each in head if (found := body_of(each.text))), None)
    dated = _dated(head)
    if not head or (body is None and dated is None):
        return None
    start, end = _times(head, dated)
    return Head(
        *(body or UNNAMED),
        _date(dated),
        start,
        end,
        _place(head, dated),
        (dated or head[0]).span,
    )


def _date(paragraph: Paragraph | None) -> str | None:
    date = first_date(paragraph.text) if paragraph else None
    return date.iso() if date else None


def _dated(head: Sequence[Paragraph]) -> Paragraph | None:
    labelled = [each for each in head if each.text.startswith("Mødedato")]
    return next((each for each in (*labelled, *head) if first_date(each.text)), None)


def _times(head: Sequence[Paragraph], dated: Paragraph | None) -> tuple[str | None, str | None]:
    fields = [each for each in head if (match := HEAD_FIELD.match(each.text)) and _is_time(match["label"])]
    for paragraph in (*fields, *((dated,) if dated else ())):
        match = TIMES.search(paragraph.text)
        if match and int(match["start_hour"]) < 24:
            start = f"{int(match['start_hour']):02}:{match['start_minute']}"
            end = f"{int(match['end_hour']):02}:{match['end_minute']}" if match["end_hour"] else None
            return start, end
    return None, None


def _is_time(label: str) -> bool:
    return label.casefold() in ("mødetid", "mødetidspunkt", "tidspunkt", "tid")


def _place(head: Sequence[Paragraph], dated: Paragraph | None) -> str | None:
    for paragraph in head:
        field = HEAD_FIELD.match(paragraph.text)
        if field and field["label"].casefold() in PLACE_FIELDS:
            return field["value"].strip()
    if dated is None:
        return None
    time = TIMES.search(dated.text)
    behind = dated.text[time.end() :].strip(" ,.-") if time else ""
    if len(behind) > 3:
        return behind
    after = next((each for each in head if each.span.start > dated.span.start), None)
    return after.text if time and after and _may_be_place(after.text) else None


def _may_be_place(text: str) -> bool:
    return len(text) <= LONGEST_PLACE and text[-1] != "." and ":" not in text and first_date(text) is None
