from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import ResolveError
from graph.identities import Claim, Identities


def claim(slug: str, *names: str, sources: tuple[str, ...] = ("a",), mentions: int = 1) -> Claim:
    return Claim("person", slug, frozenset(names), frozenset(sources), mentions)


def test_a_new_entity_gets_its_slug() -> None:
    given, _ = Identities().assign([claim("anne-holm", "anne holm")])
    assert given == ["person/anne-holm"]


def test_an_entity_keeps_its_iri_when_its_label_changes() -> None:
    _, register = Identities().assign([claim("a-holm", "a holm")])
    given, _ = register.assign([claim("anne-holm", "a holm", "anne holm")])
    assert given == ["person/a-holm"]


def test_namesakes_get_iris_of_their_own_whatever_their_order() -> None:
    claims = [claim("anne-holm", "anne holm#1"), claim("anne-holm", "anne holm#2")]
    forwards, _ = Identities().assign(claims)
    backwards, _ = Identities().assign(claims[::-1])
    assert len(set(forwards)) == 2
    assert forwards == backwards[::-1]


def test_merged_entities_keep_the_older_iri_and_remember_the_other() -> None:
    _, register = Identities().assign([claim("anne-holm", "anne holm"), claim("anna-holm", "anna holm")])
    given, after = register.assign([claim("anne-holm", "anne holm", "anna holm")])
    assert after.former() == {given[0]: ("person/anna-holm",)} or after.former() == {
        given[0]: ("person/anne-holm",)
    }


def test_the_iri_with_more_shared_files_survives_a_merge() -> None:
    first = claim("anna-holm", "anna holm", sources=("a",))
    second = claim("anne-holm", "anne holm", sources=("b", "c"))
    _, register = Identities().assign([first, second])
    given, _ = register.assign([claim("anne-holm", "anne holm", "anna holm", sources=("a", "b", "c"))])
    assert given == ["person/anne-holm"]


def test_an_entity_that_is_split_again_gets_its_old_iri_back() -> None:
    two = [claim("anne-holm", "anne holm"), claim("anna-holm", "anna holm")]
    before, register = Identities().assign(two)
    _, merged = register.assign([claim("anne-holm", "anne holm", "anna holm")])
    after, register = merged.assign(two)
    assert after == before
    assert register.former() == {}


def test_an_iri_is_never_given_to_another_entity() -> None:
    _, register = Identities().assign([claim("anne-holm", "anne holm", sources=("a",))])
    same_name = claim("anne-holm", "anne holm#2", sources=("b",))
    given, _ = register.assign([claim("anne-holm", "anne holm", sources=("a",)), same_name])
    assert given[0] == "person/anne-holm"
    assert given[1].startswith("person/anne-holm-")


def test_an_entity_whose_files_are_gone_keeps_its_iri_reserved() -> None:
    _, register = Identities().assign([claim("anne-holm", "anne holm")])
    _, empty = register.assign([])
    given, _ = empty.assign([claim("anne-holm", "anne holm")])
    assert given == ["person/anne-holm"]


def test_the_register_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    _, register = Identities().assign([claim("anne-holm", "anne holm"), claim("bo", "bo", sources=("b",))])
    register.save(tmp_path / "identities.jsonl")
    assert Identities.load(tmp_path / "identities.jsonl").records == register.records


def test_a_damaged_register_is_an_error_that_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "identities.jsonl"
    path.write_text('{"number": 1}\n', "utf-8")
    with pytest.raises(ResolveError, match="line 1"):
        Identities.load(path)
