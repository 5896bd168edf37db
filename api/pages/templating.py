"""The templates of the pages: every value is escaped, and one that is missing is an error."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from extract.clean_hyphens import one_line

STYLE = "style.css"
CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


@cache
def environment() -> Environment:
    """Return the environment all pages are made in."""
    made = Environment(
        loader=PackageLoader("api"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_without_controls,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["one_line"] = one_line
    return made


def _without_controls(value: object) -> object:
    return value.translate(CONTROLS) if isinstance(value, str) else value


@cache
def style() -> str:
    """Return the style sheet of the pages."""
    return (files("api") / "templates" / STYLE).read_text("utf-8")
