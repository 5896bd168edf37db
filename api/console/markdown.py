"""A trace as Markdown: a heading an appearance, a bullet a claim, a quotation under each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from api.console.terminal import one_line
from api.pages.story import Story, quote
from graph.traces.records import Appearance, Trace

STORY = Story()
# What would be markup anywhere, and what would begin a list: a backslash undoes both (CommonMark 2.4, 5.2).
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
BEGINNING = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")


def markdown(trace: Trace) -> str:
    """Return the trace as CommonMark; what the texts hold is never taken as markup."""
    return "\n".join(_document(trace)) + "\n"


def escaped(text: str) -> str:
    r"""Return the text in one line so that Markdown shows it as it is.

    >>> escaped("1. *Byhaven* <b>")
    '1\\. \\*Byhaven\\* \\<b\\>'
    """
    return BEGINNING.sub(r"\1\\", MARKUP.sub(r"\\\1", one_line(text)))


def _document(trace: Trace) -> Iterator[str]:
    subject = trace.subject
    yield f"# {escaped(subject.label)}"
    yield ""
    yield f"{escaped(subject.kind.label)}, `{subject.iri}`"
    if subject.alt_labels:
        yield ""
        yield f"Også: {', '.join(escaped(label) for label in subject.alt_labels)}"
    for each in trace.appearances:
        yield ""
        yield from _appearance(each)


def _appearance(each: Appearance) -> Iterator[str]:
    yield f"## {escaped(STORY.when(each.occasion))}: {escaped(STORY.where(each))}"
    yield ""
    reservation = STORY.reservation(each.occasion)
    notes = (STORY.role(each.role), reservation, ", ".join(each.sources))
    yield f"*{escaped('; '.join(note for note in notes if note))}*"
    yield ""
    for line in STORY.lines(each):
        yield f"- **{STORY.topic(line.topic)}**: {escaped(line.text)}"
        for evidence in line.evidence:
            yield f"  > {escaped(quote(evidence))} — {escaped(STORY.source(evidence))}"
            yield ""
