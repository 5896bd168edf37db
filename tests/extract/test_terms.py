"""Term lists: bundled ones, and which of them a text is read with."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import TermListError
from extract.terms import DATA, ORGANIZATION_TYPES, load_terms

TERMS = load_terms()


def municipalities(text: str) -> set[str | None]:
    return {each.municipality for each in TERMS.lists_for(text)} - {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sagen er i Fjordby Kommune", {"Fjordby Kommune"}),
        ("Skriv til abc@fjordby.example", {"Fjordby Kommune"}),
        ("Sagen er i Aarhus Kommune", {"Aarhus Kommune"}),
        ("Sagen er i MTA", {"Fjordby Kommune"}),
        ("Sagen er i Vesterlund Kommune", set()),
        ("Sagen er et sted", {"Aarhus Kommune", "Fjordby Kommune"}),
    ],
)
def test_a_text_is_read_with_the_lists_of_the_municipality_it_names(text: str, expected: set[str]) -> None:
    assert municipalities(text) == expected


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: path.name)
def test_every_list_says_where_it_is_from(path: Path) -> None:
    assert "source" in path.read_text("utf-8").casefold()[:600]


def test_every_organization_has_a_known_type_and_no_name_twice() -> None:
    for each in (TERMS.national, *TERMS.municipal):
        assert {term.type for term in each.organizations} <= ORGANIZATION_TYPES
        listed = [term.name for term in each.organizations]
        assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    "content",
    [
        "organizations = [{ name = 'A' }]",
        "organizations = [{ name = 'A', type = 'club' }]",
        "places = [{ type = 'town', names = 'A' }]",
        "= nonsense",
    ],
)
def test_a_malformed_list_is_refused_with_its_path(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(TermListError, match=r"bad\.toml"):
        load_terms((path,))


def test_a_list_that_is_not_there_is_refused_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(TermListError, match=r"gone\.toml"):
        load_terms((tmp_path / "gone.toml",))
