"""The bundled packages are what their sources render to, and their gold is about them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from scripts.make_samples import BUNDLE, bundle, render
from scripts.samples_layout import lay_out
from scripts.samples_source import Source
from tests.samples import SOURCES, bare, flowing_text, read_gold

BUNDLED = bundle(SOURCES)
GOLD = read_gold()
NAMES = [source.stem for source in SOURCES]
PAIRS = list(zip(SOURCES, GOLD, strict=True))
NAMED = ("persons", "organizations", "initiatives", "places")
CPR = re.compile(r"\b\d{6}-?\s?\d{4}\b")


def contents(name: str, content: bytes) -> object:
    """Return what a file holds: of an archive its members, for how they are packed is up to zlib."""
    if not name.endswith(".docx"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {member: archive.read(member) for member in archive.namelist()}


def test_at_least_seven_packages_run_from_2022_to_2025() -> None:
    assert len(NAMES) >= 7
    assert {name[:4] for name in NAMES} == {"2022", "2023", "2024", "2025"}


def test_the_bundle_holds_each_package_once_and_nothing_else() -> None:
    assert sorted(path.name for path in BUNDLE.iterdir()) == sorted(BUNDLED)


def test_the_bundle_speaks_all_four_formats() -> None:
    assert {name.rsplit(".")[-1] for name in BUNDLED} == {"pdf", "docx", "html", "txt"}


def test_the_bundle_is_small() -> None:
    assert sum(path.stat().st_size for path in BUNDLE.iterdir()) < 600_000


@pytest.mark.parametrize("name", sorted(BUNDLED))
def test_a_bundled_file_is_what_its_source_renders_to(name: str) -> None:
    assert contents(name, (BUNDLE / name).read_bytes()) == contents(name, BUNDLED[name])


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_rendering_twice_gives_the_same_bytes(suffix: str) -> None:
    assert render(SOURCES[0], suffix) == render(SOURCES[0], suffix)


def test_a_page_begins_with_one_blank_in_plain_text() -> None:
    pages = lay_out(SOURCES[0])
    assert render(SOURCES[0], "txt").decode().startswith(" " + pages[0][0].text)
    assert f"\n {pages[1][0].text}\n" in render(SOURCES[0], "txt").decode()


def test_the_samples_hold_cpr_numbers_that_were_never_given_to_anyone() -> None:
    found = [number for source in SOURCES for number in CPR.findall(flowing_text(source))]
    assert found
    assert all(number.endswith("0000") for number in found)


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_every_package_has_gold(source: Source) -> None:
    assert f"{source.stem}.{source.format}" in [gold["source"] for gold in GOLD]


@pytest.mark.parametrize(("source", "gold"), PAIRS, ids=NAMES)
def test_every_quote_of_the_gold_stands_in_its_package(source: Source, gold: dict[str, Any]) -> None:
    text = bare(flowing_text(source))
    assert [quote for quote in quotes(gold) if bare(quote) not in text] == []


@pytest.mark.parametrize(("source", "gold"), PAIRS, ids=NAMES)
def test_every_name_of_the_gold_is_printed_in_one_of_its_forms(source: Source, gold: dict[str, Any]) -> None:
    text = bare(flowing_text(source))
    entries = [entry for kind in NAMED for entry in gold[kind]]
    required = [entry for entry in entries if entry["level"] == "required"]
    assert [e["name"] for e in required if not any(bare(f) in text for f in forms(e))] == []


@pytest.mark.parametrize("gold", GOLD, ids=NAMES)
def test_the_gold_refers_only_to_items_and_entities_it_lists(gold: dict[str, Any]) -> None:
    items = {(item["meeting"], item["number"]) for item in gold["agenda_items"]}
    refs = [ref for entry in gold["initiatives"] for ref in (*entry["subject_of"], *entry["mentioned_in"])]
    assert {(ref["meeting"], ref["agenda_item"]) for ref in refs} <= items
    places = {entry["name"] for entry in gold["places"]}
    assert {place for entry in gold["initiatives"] for place in entry["places"]} <= places


def forms(entry: dict[str, Any]) -> list[str]:
    """Return all forms of an entry's name."""
    return [entry["name"], *entry.get("aliases", ())]


def quotes(value: object) -> Iterator[str]:
    """Yield every quote in a gold value, wherever it stands."""
    if isinstance(value, list):
        for each in value:
            yield from quotes(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key in ("quote", "decision_quote") and each:
                yield each
            else:
                yield from quotes(each)
