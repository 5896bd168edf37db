"""The house is laid out as it is meant to be, and all that a user can touch is written down."""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

import api
import extract
import graph
from api.app import ROUTERS
from api.cli import command_names, create_cli
from api.settings import PREFIX, Settings
from tests.repository import ROOT, documentation, files, text

PACKAGES = (extract, graph, api)
LONGEST_FILE, LONGEST_FUNCTION = 400, 60  # lines
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}
CODE = [str(path.relative_to(ROOT)) for path in files(".py", ".ts", ".js")]


def commands() -> list[str]:
    """Return the names of all commands."""
    return sorted(each.name for each in create_cli(command_names().values()).registered_commands if each.name)


def routes() -> list[str]:
    """Return the paths of all routes."""
    return sorted({route.path for each in ROUTERS for route in each.routes if isinstance(route, APIRoute)})


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_a_package_is_ours_and_not_a_strangers(package: object) -> None:
    place = Path(str(getattr(package, "__file__", "")))
    assert place.is_relative_to(ROOT)


@pytest.mark.parametrize("name", CODE)
def test_no_file_is_a_drawer(name: str) -> None:
    assert Path(name).stem not in DRAWERS
    assert len(text(ROOT / name).splitlines()) <= LONGEST_FILE


def test_no_function_is_a_chapter() -> None:
    assert [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in files(".py")
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ] == []


@pytest.mark.parametrize(
    "folder",
    [path for name in ("extract", "graph", "api") for path in sorted((ROOT / "tests" / name).rglob("*/"))],
)
def test_every_folder_of_tests_is_a_package(folder: Path) -> None:
    assert folder.name == "__pycache__" or not list(folder.glob("*.py")) or (folder / "__init__.py").is_file()


def test_a_command_is_called_as_its_module() -> None:
    assert commands() == sorted(command_names())


@pytest.mark.parametrize("name", commands())
def test_every_command_is_documented(name: str) -> None:
    assert f"`{name}`" in documentation() or f"`{name} " in documentation()


@pytest.mark.parametrize("name", [PREFIX + each.name.upper() for each in fields(Settings)])
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in documentation()


def test_there_are_routes() -> None:
    assert {"/healthz", "/sparql", "/"} <= set(routes())


@pytest.mark.parametrize("path", routes())
def test_every_route_is_documented(path: str) -> None:
    assert f"`{path}`" in documentation()
