"""Settings are read once, checked, and documented."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from api.settings import PREFIX, READERS, SettingError, Settings, read_settings


def test_without_an_environment_the_defaults_hold() -> None:
    settings = read_settings({})
    assert settings == Settings()
    assert (settings.data, settings.base_iri, settings.show_contacts) == (
        Path("sagsgraf-data"),
        "http://localhost:8000/",
        False,
    )


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("data", "/srv/graph", Path("/srv/graph")),
        ("base_iri", "https://sag.example/graf/", "https://sag.example/graf/"),
        ("show_contacts", "ja", True),
        ("show_contacts", "NO", False),
        ("term_lists", "a.toml:b.toml", (Path("a.toml"), Path("b.toml"))),
        ("file_timeout_s", "2.5", 2.5),
        ("file_memory_mb", "512", 512),
        ("query_timeout_s", "5", 5.0),
        ("query_memory_mb", "64", 64),
        ("rate_limit", "5/second", "5/second"),
        ("rate_limit_loopback", "none", "none"),
        ("connections", "16", 16),
        ("connections_per_client", "4", 4),
        ("trusted_proxies", "192.0.2.1, 2001:db8::/32", ("192.0.2.1", "2001:db8::/32")),
        ("root_path", "/sag/graf", "/sag/graf"),
        ("log_queries", "ja", True),
    ],
)
def test_a_setting_is_read_from_the_environment(name: str, value: str, read: object) -> None:
    assert getattr(read_settings({PREFIX + name.upper(): value}), name) == read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("base_iri", "http://localhost:8000"),
        ("base_iri", "ftp://sag.example/"),
        ("base_iri", "/graf/"),
        ("show_contacts", "måske"),
        ("file_timeout_s", "0"),
        ("file_timeout_s", "nan"),
        ("query_timeout_s", "inf"),
        ("query_timeout_s", "-1"),
        ("file_memory_mb", "0"),
        ("query_memory_mb", "1.5"),
        ("rate_limit", "many"),
        ("rate_limit", "0/minute"),
        ("rate_limit_loopback", "5/fortnight"),
        ("connections", "0"),
        ("connections_per_client", "-1"),
        ("trusted_proxies", "proxy.example"),
        ("trusted_proxies", "192.0.2.1/8"),
        ("root_path", "sag"),
        ("root_path", "/sag/"),
        ("root_path", "//e.example"),
    ],
)
def test_a_value_that_cannot_be_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=f"{PREFIX}{name.upper()}="):
        read_settings({PREFIX + name.upper(): value})


def test_an_empty_variable_is_no_setting() -> None:
    assert read_settings({"SAGSGRAF_BASE_IRI": ""}) == Settings()


def test_the_command_lines_folder_wins() -> None:
    assert read_settings({"SAGSGRAF_DATA": "/one"}, Path("/two")).data == Path("/two")


def test_every_setting_has_a_reader_and_says_what_it_is() -> None:
    assert set(READERS) == {each.name for each in fields(Settings)}
    assert all(each.metadata["help"] for each in fields(Settings))


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().base_iri = "http://other.example/"  # type: ignore[misc]  # what the test is about


def test_every_setting_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")
    documented = set(re.findall(r"^\| `SAGSGRAF_(\w+)` ", text, re.MULTILINE))
    of_the_store = {
        name for name in documented if name.startswith("STORE")
    }  # api.console.store_option reads them
    assert documented - of_the_store == {each.name.upper() for each in fields(Settings)}
    assert "STORE" in of_the_store
