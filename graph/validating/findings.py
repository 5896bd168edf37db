"""What validation finds: facts, for a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong: in which graph, with which node, against which rule, and what was found.

    `rule` is the name of a shape or of a rule in `graph.validating.rules`; IRIs are whole.
    """

    graph: str
    node: str
    rule: str
    message: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found, in order of graph and node, and how much was looked at."""

    findings: tuple[Finding, ...]
    graphs: int
    passages: int

    @property
    def conforms(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.findings
