"""The repository holds what a newcomer needs and nothing of the place it was written in."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from tests.repository import ROOT, files, text

# A path of somebody's machine: an absolute one into a home or working folder.
MACHINE_PATH = re.compile(r"(?<![\w.~:/-])/(?:work|root|home/\w+|Users/\w+)/\w|\b[A-Z]:\\Users\\")
DOWNLOAD = re.compile(r"https?://\S+\.(?:whl|tgz|tar\.gz)\b|[\w.]*pythonhosted|registry\.npmjs")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s#]+)(?:#[^)]*)?\)")
# Written in pieces, so that this file is not an example of what it forbids.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b|raise NotImplemented" r"Error")
SWALLOWED = re.compile(r"except\s*:|except (?:Base)?Exception\b")
MARKDOWN = [str(path.relative_to(ROOT)) for path in files(".md")]


def where(pattern: re.Pattern[str], paths: tuple[Path, ...]) -> list[str]:
    """Return file, line and what was found, for every line that matches."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {found.group()}"
        for path in paths
        for number, line in enumerate(text(path).splitlines(), 1)
        if (found := pattern.search(line))
    ]


def dependencies() -> list[str]:
    """Return the names of all libraries that pyproject.toml asks for."""
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    wanted = [project["dependencies"], *project["optional-dependencies"].values()]
    return [re.split(r"[\s\[<>=!~;]", each)[0] for each in chain.from_iterable(wanted)]


def test_the_patterns_can_match() -> None:
    assert MACHINE_PATH.search("see /home/" + "ida/packages")
    assert not MACHINE_PATH.search("https://example.org/arbejde/a")
    assert DOWNLOAD.search("https://example.org/" + "a-1.0.whl")
    assert UNFINISHED.search("# TO" + "DO later")


def test_no_file_names_a_path_of_a_machine() -> None:
    assert where(MACHINE_PATH, files()) == []


def test_no_requirement_names_a_registry_or_an_address() -> None:
    requirements = (ROOT / "pyproject.toml", ROOT / "constraints.txt")
    assert (
        where(re.compile(r"index-url|find-links|\s@\s|pypi\.org|://(?!.*\bclassifiers)"), requirements) == []
    )


def test_no_file_names_a_download_address() -> None:
    lists = tuple(path for path in files() if path.name != "CHANGELOG.md" and path != Path(__file__))
    assert where(DOWNLOAD, lists) == []


def test_no_code_is_unfinished_or_swallows_every_error() -> None:
    code = tuple(path for path in files(".py") if path != Path(__file__))
    assert where(UNFINISHED, code) + where(SWALLOWED, code) == []


@pytest.mark.parametrize("command", ["make demo", "make test"])
def test_the_readme_says_how_to_begin(command: str) -> None:
    assert command in text(ROOT / "README.md")


@pytest.mark.parametrize("name", dependencies())
def test_every_dependency_has_a_reason(name: str) -> None:
    rows = [line.split("|") for line in text(ROOT / "docs" / "architecture.md").splitlines() if "|" in line]
    reasons = {
        each.split("(")[0].strip(" `"): row[2].strip()
        for row in rows
        if len(row) > 2
        for each in row[1].split(",")
    }
    assert reasons.get(name)


@pytest.mark.parametrize("name", dependencies())
def test_every_dependency_has_a_tested_version(name: str) -> None:
    pinned = {
        line.split("==")[0].replace("_", "-").casefold() for line in text(ROOT / "constraints.txt").split()
    }
    assert name.replace("_", "-").casefold() in pinned


@pytest.mark.parametrize("name", MARKDOWN)
def test_links_inside_the_repository_resolve(name: str) -> None:
    page = ROOT / name
    targets = [
        target for target in LINK.findall(text(page)) if "://" not in target and "mailto:" not in target
    ]
    assert [target for target in targets if not (page.parent / target).exists()] == []
