from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records import Page, Span
from extract.relations import Extract
from graph.building.quotes import LONGEST, Quotes, withheld
from tests.builders import SourceBuilder


def extract_of(*sentences: str) -> Extract:
    builder = SourceBuilder()
    for sentence in sentences:
        builder.say(sentence)
    return builder.build()


def span_of(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Havnen åbner.  ", "Havnen åbner."),
        ("Kort. Ring til havnekontoret på tlf. 55 12 34 56.", "Kort. Ring til havnekontoret på tlf."),
        ("mera@fjordby.example er Mettes adresse", "er Mettes adresse"),
        ("mera@fjordby.example", None),
        ("— … —", None),
        ("", None),
    ],
)
def test_a_quote_is_the_longest_part_without_contacts(text: str, expected: str | None) -> None:
    quote = Quotes.discreet(extract_of(text)).quote(Span(0, len(text)))
    assert (quote.text if quote else None) == expected


def test_a_quote_is_the_part_that_holds_what_it_is_about() -> None:
    text = "Et langt stykke tekst først, tlf. 55 12 34 56, og så Mette Ravn"
    quote = Quotes.discreet(extract_of(text)).quote(Span(0, len(text)), span_of(text, "Mette Ravn"))
    assert quote is not None
    assert quote.text == ", og så Mette Ravn"


def test_an_open_quote_shows_everything() -> None:
    text = "Ring til Mette på tlf. 55 12 34 56."
    quote = Quotes.open(extract_of(text)).quote(Span(0, len(text)))
    assert quote is not None
    assert quote.text == text


@pytest.mark.parametrize("text", ["ord " * 1000, "x" * 4000])
def test_a_long_quote_is_cut_around_what_it_is_about(text: str) -> None:
    extract = extract_of(text)
    quote = Quotes.discreet(extract).quote(Span(0, len(text)), Span(2000, 2004))
    assert quote is not None
    assert quote.span.end - quote.span.start <= LONGEST
    assert Span(2000, 2004) in quote.span
    assert quote.text == quote.span.of(extract.raw.text)


def test_a_span_beyond_the_text_is_cut_off_at_its_end() -> None:
    extract = extract_of("Havnen åbner.")
    quote = Quotes.discreet(extract).quote(Span(-5, 10_000))
    assert quote is not None
    assert quote.span == Span(0, 13)
    assert Quotes.discreet(extract).quote(Span(500, 600)) is None


def test_the_page_is_where_the_quote_begins() -> None:
    extract = extract_of("Side et.", "Side to.")
    pages = (Page(1, Span(0, 9)), Page(2, Span(9, 17)))
    quotes = Quotes.discreet(replace(extract, raw=replace(extract.raw, pages=pages)))
    assert [quotes.page(offset) for offset in (0, 8, 9, 16)] == [1, 1, 2, 2]


def test_the_sentence_around_a_mention() -> None:
    extract = extract_of("Den første.", "Mette Ravn taler.", "Den sidste.")
    quotes = Quotes.discreet(extract)
    sentence = quotes.sentence(span_of(extract.raw.text, "Ravn"))
    assert sentence is not None
    assert sentence.text == "Mette Ravn taler."
    assert quotes.sentence(Span(5000, 5001)) is None


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Ring  til\nMette", "Ring til Mette"),
        ("Skriv til mera@fjordby.example nu", "Skriv til […] nu"),
        ("Tlf. 55 12 34 56 eller 55 12 34 57", "Tlf. […] eller […]"),
        ("Sag 2024-000123, 12.345.678 kr.", "Sag 2024-000123, 12.345.678 kr."),
    ],
)
def test_a_wording_shows_no_contacts(wording: str, expected: str) -> None:
    assert withheld(wording) == expected
