"""A trace as one HTML file that needs nothing else: no script, no network, the style inside."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from api.pages.story import Story
from api.pages.templating import environment, style
from graph.traces.records import Trace


def page(trace: Trace) -> str:
    """Return the page; its policy lets a browser use the style inside it and nothing else."""
    sheet = style()
    digest = base64.b64encode(hashlib.sha256(sheet.encode("utf-8")).digest()).decode("ascii")
    template = environment().get_template("trace_file.html")
    return template.render(trace=trace, story=Story(), style=Markup(sheet), style_hash=f"sha256-{digest}")  # noqa: S704 - our own file
