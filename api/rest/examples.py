"""Answers that the OpenAPI description shows as examples, of the bundled sample packages."""

from __future__ import annotations

from typing import Any

BASE = "http://localhost:8000/"
Responses = dict[int | str, dict[str, Any]]
SOURCE = {
    "iri": f"{BASE}source/6246069ca5827972",
    "file_name": "2023-02-27-raadmandsmoede.pdf",
    "path": "2023-02-27-raadmandsmoede.pdf",
    "media_type": "application/pdf",
    "sha256": "6246069ca582797221f5cb1ae63fd0de0a8dc95d205d0bed3e27c0f71e49b6b1",
    "status": "ok",
    "reason": None,
    "pages": 11,
    "characters": 7269,
}
EVIDENCE = {
    "quote": "Punkt 3: Lærlingedagen 2023",
    "source": SOURCE["file_name"],
    "source_iri": SOURCE["iri"],
    "page": 1,
    "start": 123,
    "end": 150,
}
ITEM = {
    "iri": f"{BASE}meeting/raadmandsmoede-mta/2023-02-20/3",
    "label": "3 Lærlingedagen 2023",
    "label_en": "3 Lærlingedagen 2023",
    "type": "AgendaItem",
    "date": "2023-02-20",
}
LINK = {
    "relation": "sg:subjectOf",
    "label": "er emne for",
    "label_en": "subject of",
    "is_outgoing": True,
    "thing": ITEM,
    "evidence": [EVIDENCE],
}
MENTION = {
    "iri": f"{SOURCE['iri']}/mention/1",
    "text": "Lærlingedagen",
    "confidence": 0.9,
    "rule": "coined",
    "date": "2023-02-20",
    "item": ITEM,
    "document": None,
    "evidence": EVIDENCE,
}
MENTIONS = {"items": [MENTION], "total": 6, "next": 1, "complete": True}
ENTITY = {
    "iri": f"{BASE}initiative/laerlingedagen",
    "label": "Lærlingedagen",
    "label_en": "Lærlingedagen",
    "alt_labels": [],
    "acronym": None,
    "types": ["Initiative"],
    "kind": {"word": "event", "label": "arrangement", "label_en": "event"},
    "date": None,
    "former_iris": [],
    "facts": [],
    "relations": [
        {
            **{key: LINK[key] for key in ("relation", "label", "label_en", "is_outgoing")},
            "total": 2,
            "shown": 1,
        }
    ],
    "links": [LINK],
    "mentions": MENTIONS,
    "history": [
        {
            "date": "2023-02-20",
            "meeting": {
                "iri": f"{BASE}meeting/raadmandsmoede-mta/2023-02-20",
                "label": "Rådmandsmøde 2023-02-20",
                "label_en": "Rådmandsmøde 2023-02-20",
                "type": "Meeting",
                "date": "2023-02-20",
            },
            "items": [ITEM],
            "documents": [],
            "sources": [SOURCE["file_name"]],
            "mentions": 2,
            "evidence": [EVIDENCE],
        }
    ],
    "evidence": [],
    "sources": [],
    "complete": True,
}
PASSAGE = {
    "source": SOURCE,
    "before": "Godkendt.\n\n",
    "quote": "Punkt 3: Lærlingedagen 2023",
    "after": "\n\nRådmanden godkendte",
    "page": 1,
    "start": 123,
    "end": 150,
    "context_start": 112,
    "page_text_start": 0,
    "page_text_end": 464,
}
PAGE = {
    "source": SOURCE,
    "page": 1,
    "pages": 11,
    "start": 0,
    "end": 464,
    "text_start": 0,
    "text": "Referat\n\nPunkt 3: Lærlingedagen 2023",
    "is_whole": True,
    "previous": None,
    "next": 2,
}

THING = {"iri": f"{BASE}body/raadmandsmoede-mta", "label": "Rådmandsmøde", "label_en": "Rådmandsmøde"}
STATUS = {
    "statements": 16839,
    "types": [{"type": "Initiative", "label": "initiativ", "label_en": "initiative", "count": 12}],
    "build": {"version": "0.1.0", "first": "2025-11-01T09:00:00Z", "last": "2025-11-03T09:00:00Z"},
    "newest_meeting": {**THING, "type": "Meeting", "date": "2025-10-08"},
    "files": {
        "total": 9,
        "ok": 8,
        "by_status": {"encrypted": 1, "ok": 8},
        "failed": [
            {
                "iri": f"{BASE}source/unread-0123456789abcdef",
                "file": "locked.pdf",
                "status": "encrypted",
                "reason": "needs a password",
            }
        ],
    },
    "items_without_minutes": {"total": 12, "items": [ITEM]},
    "undated_meetings": {"total": 0, "items": []},
    "absent_attachments": {
        "total": 1,
        "items": [
            {
                "number": "1",
                "title": "Kort over Mølleparken",
                "document": "Forslag om en ny indsats for familier",
                "file": "2022-11-21-raadmandsmoede.txt",
                "source_iri": f"{BASE}source/53c01a163fafaa4b",
            }
        ],
    },
    "bodies": [
        {
            "body": {**THING, "type": "MeetingBody", "date": None},
            "first": "2022-11",
            "last": "2023-02",
            "meetings": 3,
            "without": ["2022-12", "2023-01"],
        }
    ],
}
CHANGES = {
    "entries": [
        {
            "number": 121,
            "time": "2025-11-03T09:00:00Z",
            "run": f"{BASE}run/84042cd9c794d752",
            "change": "added",
            "iri": f"{BASE}initiative/laerlingedagen",
            "type": "Initiative",
            "label": "Lærlingedagen",
            "gained": 14,
            "lost": 0,
            "sources": [SOURCE["iri"]],
            "became": None,
            "things": 1,
        }
    ],
    "next": 121,
    "complete": True,
}

QUALITY = {
    "totals": {"meetings": 12, "items": 64, "items_with_minutes": 52, "documents": 23, "mentions": 503},
    "packages": [
        {
            "iri": SOURCE["iri"],
            "file": SOURCE["file_name"],
            "status": "ok",
            "pages": 11,
            "characters": 7269,
            "counts": {"meetings": 3, "items": 14, "items_with_minutes": 8, "documents": 5, "mentions": 61},
        }
    ],
    "total": 8,
    "next": None,
    "confidences": [
        {
            "type": "Figure",
            "label": "optalt tal",
            "label_en": "figure",
            "total": 78,
            "tenths": [0, 0, 0, 0, 0, 0, 2, 21, 55, 0],
        }
    ],
}

# One thing of each list: the end of its IRI, its label, some of its fields.
LISTED: dict[str, tuple[str, str, dict[str, list[bool | int | float | str]]]] = {
    "initiatives": (
        "initiative/laerlingedagen",
        "Lærlingedagen",
        {"kind": ["event"], "dates": ["2023-02-27"]},
    ),
    "people": ("person/birgit-thorhauge", "Birgit Thorhauge", {"roles": ["driftschef"]}),
    "organizations": (
        "organization/mta",
        "Magistratsafdelingen for Trivsel og Arbejde",
        {"acronym": ["MTA"]},
    ),
    "meetings": ("meeting/raadmandsmoede-mta/2023-02-27", "Rådmandsmøde", {"date": ["2023-02-27"]}),
    "agenda-items": ("meeting/raadmandsmoede-mta/2023-02-27/3", "Lærlingedagen", {"outcome": ["approved"]}),
    "documents": ("source/6246069ca5827972/document/2", "Projektbeskrivelse", {"kind": ["bilag"]}),
    "cases": ("case/EMN-2024-003310", "EMN-2024-003310", {"years": ["2024"]}),
    "commitments": ("source/53c01a163fafaa4b/commitment/1", "Sender et notat", {"followed_up": [True]}),
    "amounts": ("source/6246069ca5827972/amount/1", "0,3 mio. kr.", {"value": [300000], "when": ["2024"]}),
    "places": ("place/havnehoej", "Havnehøj", {"initiatives": ["Havneløftet"]}),
    "budget-years": ("budget/2024", "Budget 2024", {"year": [2024]}),
    "sources": (
        "source/6246069ca5827972",
        "2023-02-27-raadmandsmoede.pdf",
        {"status": ["ok"], "pages": [11]},
    ),
    "judgements": ("judgement/0f3a", "person:Linh Pham Kjærgård", {"verdict": ["same"], "score": [0.99]}),
}


def list_page(kind: str) -> dict[str, object]:
    """Return an example page of a list."""
    end, label, fields = LISTED[kind]
    item = {"iri": f"{BASE}{end}", "label": label, "fields": fields}
    return {"items": [item], "total": 12, "next": "eyJvcmRlciI6…", "facets": {}, "complete": True}


TIMELINE = {
    "initiative": {
        "iri": f"{BASE}initiative/laerlingedagen",
        "label": "Lærlingedagen",
        "altLabels": [],
        "kind": "event",
    },
    "appearances": [
        {
            "date": "2023-02-20",
            "body": "Rådmandsmøde",
            "number": "3",
            "title": "Lærlingedagen 2023",
            "role": "subject",
        }
    ],
}
INITIATIVE_CHANGES = {
    "iri": f"{BASE}initiative/laerlingedagen",
    "label": "Lærlingedagen",
    "changes": [
        {
            "iri": ITEM["iri"],
            "date": "2023-02-20",
            "meeting": f"{BASE}meeting/raadmandsmoede-mta/2023-02-20",
            "body": "Rådmandsmøde",
            "number": "3",
            "title": "Lærlingedagen 2023",
            "changes": {"places": {"added": ["Fjordhallen"], "absent": []}},
            "evidence": [EVIDENCE],
        }
    ],
    "log": CHANGES["entries"],
}

TSV = "verdict\tleft\tright\treason\tby\nsame\tperson:L. Pham\tperson:Linh Pham\tsame e-mail\tcompare_people"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>http://localhost:8000/feed.atom</id><title>sagsgraf</title><updated>2025-11-03T09:00:00Z</updated>
</feed>"""


def written_as(media_type: str, example: str) -> Responses:
    """Return the description of an answer that is no JSON, with an example of it."""
    return {200: {"description": "The answer", "content": {media_type: {"example": example}}}}


def answered(example: object, description: str = "The answer") -> Responses:
    """Return the description of an answer with an example of it."""
    return {200: {"description": description, "content": {"application/json": {"example": example}}}}
