"""Forms for tests of comparison: names seen in files, with what stood beside them."""

from __future__ import annotations

from extract.records import Kind, Mention, Span
from graph.resolving.forms import Form, form_key


def form(kind: Kind, name: str, *sources: str, rule: str = "test", **attributes: str) -> Form:
    """Return the form of a name seen once in each source ("a" if none is given)."""
    mention = Mention(kind, Span(0, len(name)), name, name, rule, 0.9, attributes)
    key = form_key(mention)
    assert key is not None
    made = Form(key)
    for source in sources or ("a",):
        made.add(source, mention)
    return made
