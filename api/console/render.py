"""The ways a trace can be written, apart from the table, which needs to know where it is printed."""

from __future__ import annotations

import json
from collections.abc import Callable

from api.console import csv as render_csv
from api.console import html as render_html
from api.console import markdown as render_markdown
from graph.traces.as_json import as_object
from graph.traces.records import Trace


def as_json(trace: Trace) -> str:
    """Return the trace as the JSON object that the contract fixes."""
    return json.dumps(as_object(trace), ensure_ascii=False, indent=2, allow_nan=False)


WRITERS: dict[str, Callable[[Trace], str]] = {
    "json": as_json,
    "md": render_markdown.markdown,
    "csv": render_csv.table,
    "html": render_html.page,
}
