"""All stages of one file: what is read out of it, and where it stands in the raw text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from extract.errors import ReadError
from extract.records import Kind, Span
from extract.relations import Extract
from graph.extraction import extract_bytes
from graph.ingesting.recognisers import Recognisers
from tests.graph.packages import MAY

# A line break inside a word, one inside a sentence, and a CPR number: offsets must hold behind them.
BROKEN = MAY.replace("orienteringen", "orienterin-\ngen").replace(
    "Sagsbehandler", "CPR 010180-1234\nSagsbehandler"
)


@pytest.fixture(scope="module")
def extract() -> Extract:
    return extract_bytes(BROKEN.encode(), "maj.txt", Recognisers())


def spans(record: object) -> Iterator[Span]:
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from spans(each)
    elif is_dataclass(record):
        for field in fields(record):
            yield from spans(getattr(record, field.name))


def test_every_mention_stands_where_it_says(extract: Extract) -> None:
    for mention in extract.mentions:
        raw = mention.span.of(extract.raw.text).replace("-\n", "").replace("\n", " ")
        assert raw == mention.text


def test_every_span_lies_in_the_raw_text(extract: Extract) -> None:
    found = list(spans((extract.package, extract.mentions, extract.relations, extract.sentences)))
    assert len(found) > 20
    assert all(0 <= span.start <= span.end <= len(extract.raw.text) for span in found)


def test_a_word_broken_over_a_line_is_quoted_as_it_stands(extract: Extract) -> None:
    sentences = [sentence.of(extract.raw.text) for sentence in extract.sentences]
    assert [s for s in sentences if "orienterin-\ngen" in s]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.PERSON, "Pia Holt"),
        (Kind.CASE, "EMN-2024-000123"),
        (Kind.BUDGET_YEAR, "Budget 2023"),
        (Kind.INITIATIVE, "Bådlauget"),
    ],
)
def test_every_kind_is_recognised(extract: Extract, kind: Kind, name: str) -> None:
    assert name in {mention.name for mention in extract.mentions if mention.kind is kind}


def test_mentions_stand_in_order(extract: Extract) -> None:
    starts = [mention.span.start for mention in extract.mentions]
    assert starts == sorted(starts)


def test_relations_name_mentions_by_their_place(extract: Extract) -> None:
    (filed,) = extract.relations.cases
    assert extract.mentions[filed.case].name == "EMN-2024-000123"
    assert filed.evidence.of(extract.raw.text) == "EMN-2024-000123"


def test_no_cpr_number_gets_through(extract: Extract) -> None:
    assert "010180" not in repr(extract)
    assert len(extract.raw.text) == len(BROKEN)


def test_the_same_bytes_give_the_same_extract(extract: Extract) -> None:
    assert extract_bytes(BROKEN.encode(), "maj.txt", Recognisers()) == extract


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ReadError):
        extract_bytes(b"", "maj.txt", Recognisers())
