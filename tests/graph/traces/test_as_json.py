"""The object that the contract fixes."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from graph.trace import trace
from graph.traces.as_json import as_object, plain
from tests.graph.traced import BASE, KITCHEN, fjordby

APPEARANCE = {
    *("date", "meeting", "body", "number", "title", "role", "outcome", "documents", "stages", "figures"),
    *("amounts", "places", "departments", "people", "commitments", "changes", "evidence"),
}


def test_every_appearance_has_every_key_of_the_contract() -> None:
    found = as_object(trace(fjordby(), KITCHEN))
    assert set(found) == {"initiative", "appearances"}
    assert set(found["initiative"]) == {"iri", "label", "altLabels", "kind"}
    assert all(set(each) >= APPEARANCE for each in found["appearances"])


def test_evidence_has_its_place() -> None:
    (first, *_) = as_object(trace(fjordby(), KITCHEN))["appearances"]
    assert first["evidence"] == [
        {
            "quote": "Penge til Gadens køken",
            "source": "2022-november.txt",
            "source_iri": f"{BASE}source/a1",
            "page": 1,
            "start": 200,
            "end": 222,
        }
    ]


def test_the_object_survives_json() -> None:
    found = as_object(trace(fjordby(), KITCHEN))
    assert json.loads(json.dumps(found, ensure_ascii=False, allow_nan=False)) == found


@pytest.mark.parametrize(("value", "expected"), [("1400000.0", 1_400_000), ("9.7", 9.7), ("-3", -3)])
def test_whole_numbers_are_whole(value: str, expected: float) -> None:
    found = plain(Decimal(value))
    assert (found, type(found)) == (expected, type(expected))


def test_changes_tell_the_growth() -> None:
    last = as_object(trace(fjordby(), KITCHEN))["appearances"][-1]
    assert last["changes"]["places"] == {"added": ["Sydhavnen"], "absent": []}
    assert last["changes"]["figures"]["changed"] == [
        {"label": "familier", "value": 35, "unit": None, "place": "Nordbyen", "before": 20}
    ]
