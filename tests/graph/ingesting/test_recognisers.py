"""Own lists and added pipelines are looked at before any file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import ModelError, TermListError
from graph.ingesting.recognisers import Recognisers

LIST = 'municipality = "Fjordby"\n[[organizations]]\nname = "Havnekontoret"\ntype = "unit"\n'


@pytest.fixture
def own_list(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(LIST, "utf-8")
    return path


def test_a_good_list_passes(own_list: Path) -> None:
    Recognisers((own_list,)).check()


@pytest.mark.parametrize("text", ["[[", "[[organizations]]\nname = 'x'\ntype = 'club'\n"])
def test_a_malformed_list_is_named(own_list: Path, text: str) -> None:
    own_list.write_text(text, "utf-8")
    with pytest.raises(TermListError, match=r"own\.toml"):
        Recognisers((own_list,)).check()


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(TermListError, match="cannot be read"):
        Recognisers((tmp_path / "none.toml",)).fingerprint()


@pytest.mark.parametrize("name", ["da_no_such_model", "../no/such", "os; import", ""])
def test_a_pipeline_that_is_not_installed_is_named(name: str) -> None:
    with pytest.raises(ModelError, match="nothing is installed"):
        Recognisers(model=name).check()


def test_the_fingerprint_follows_what_a_list_says(own_list: Path) -> None:
    before = Recognisers((own_list,)).fingerprint()
    assert Recognisers((own_list,)).fingerprint() == before
    own_list.write_text(LIST.replace("Havnekontoret", "Havnevagten"), "utf-8")
    assert Recognisers((own_list,)).fingerprint() != before


def test_the_fingerprint_follows_the_pipeline() -> None:
    assert Recognisers(model="a").fingerprint() != Recognisers().fingerprint()
