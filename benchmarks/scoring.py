"""Score a built graph against what a careful reader found, kind by kind.

    python -m benchmarks.scoring GRAPH.nq [--gold tests/gold] [--errors 10]

A required claim of the gold is found if the graph makes it, else missed. A claim of the graph is wrong if
the gold has it neither as required nor as optional. `resolution` asks, across the files, whether one entity
of the gold is one IRI.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from benchmarks.claims import KINDS, OF_INITIATIVES, Claim, fold, same
from benchmarks.gold_claims import Entry, claims_of_gold, forms, required
from benchmarks.graph_claims import CLASSES, Built

RESOLVED = ("persons", "organizations", "initiatives")
GOLD = Path(__file__).parent.parent / "tests" / "gold"


@dataclass(slots=True)
class Tally:
    """How many claims were found, missed and wrong, and which the last two were."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.found += other.found
        self.missed += other.missed
        self.wrong += other.wrong

    @property
    def precision(self) -> float:
        """Of what was said and counts, the share that is right (1 if nothing was said)."""
        return self.found / (self.found + len(self.wrong)) if self.found + len(self.wrong) else 1.0

    @property
    def recall(self) -> float:
        """Of what had to be said, the share that was (1 if nothing had to be)."""
        return self.found / (self.found + len(self.missed)) if self.found + len(self.missed) else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(store: Store, gold: Iterable[Entry]) -> dict[str, Tally]:
    """Return a tally for every kind over all gold files, and for `resolution`.

    Raises: KeyError if the graph lacks a file that the gold is about.
    """
    built, read = Built(store), list(gold)
    total = {kind: Tally() for kind in KINDS}
    for entry in read:
        stated, wanted = built.claims(entry["source"]), claims_of_gold(entry)
        for kind in KINDS:
            said = (
                about_known(stated[kind], wanted["initiatives"]) if kind in OF_INITIATIVES else stated[kind]
            )
            total[kind].add(compare(kind, said, wanted[kind], entry["source"][:10]))
    return {**total, "resolution": resolution(built, read)}


def about_known(claims: list[Claim], initiatives: list[Claim]) -> list[Claim]:
    """Keep the claims that are about an initiative of the gold."""
    return [
        claim
        for claim in claims
        if any(same("initiatives", Claim(claim.parts[:1]), each) for each in initiatives)
    ]


def compare(kind: str, stated: list[Claim], wanted: list[Claim], where: str) -> Tally:
    """Compare the claims of a graph with those of the gold."""
    tally = Tally()
    must = {str(claim): claim for claim in wanted if claim.required}
    for name, claim in must.items():
        if any(same(kind, each, claim) for each in stated):
            tally.found += 1
        else:
            tally.missed.append(f"{where} {name}")
    tally.wrong = [
        f"{where} {each}" for each in stated if not any(same(kind, each, claim) for claim in wanted)
    ]
    return tally


def resolution(built: Built, gold: list[Entry]) -> Tally:
    """Ask of every entity of the gold whether the files that name it agree on one IRI.

    Entities whose form holds a year (the fair of 2023, the fair of 2024) are left out: whether two editions
    are one is a matter of taste.
    """
    tally = Tally()
    for kind in RESOLVED:
        graphs = [built.sources[entry["source"]] for entry in gold]
        named = {entity for graph in graphs for entity in built.entities(graph, CLASSES[kind])}
        for group in groups(gold, kind):
            found = sorted(each for each in named if {*map(fold, built.labels.get(each, ()))} & group)
            if len(found) == 1:
                tally.found += 1
            elif found:
                tally.missed.append(f"{kind}: {min(group, key=len)} is {len(found)} IRIs")
                tally.wrong += [f"{kind}: {iri}" for iri in found[1:]]
    return tally


def groups(gold: list[Entry], kind: str) -> list[set[str]]:
    """Return the forms of each entity that the gold knows, files that share a form joined."""
    joined: list[set[str]] = []
    for entity in (each for entry in gold for each in entry[kind] if required(each)):
        names = {name for name in map(fold, forms(entity)) if len(name) > 3}
        if any(re.search(r"\b20\d\d\b", name) for name in names):
            continue
        touching = [group for group in joined if group & names]
        joined = [group for group in joined if not group & names]
        joined.append(names.union(*touching))
    return [group for group in joined if group]


def mean_f1(tallies: Mapping[str, Tally]) -> float:
    """Return the mean F1 over the kinds."""
    return sum(tally.f1 for tally in tallies.values()) / len(tallies)


def read_gold(folder: Path = GOLD) -> list[Entry]:
    """Read the gold files of a folder, in order of name."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def report(tallies: Mapping[str, Tally], errors: int = 0) -> str:
    """Return a table of the tallies, with up to `errors` examples of what was missed and wrong."""
    lines = [f"{'kind':24}{'P':>7}{'R':>7}{'F1':>7}{'found':>7}{'missed':>7}{'wrong':>7}"]
    for kind, each in tallies.items():
        counts = f"{each.found:7}{len(each.missed):7}{len(each.wrong):7}"
        lines.append(f"{kind:24}{each.precision:7.2f}{each.recall:7.2f}{each.f1:7.2f}{counts}")
        lines += [f"    missed  {name}" for name in each.missed[:errors]]
        lines += [f"    wrong   {name}" for name in each.wrong[:errors]]
    return "\n".join([*lines, f"{'mean F1':24}{'':14}{mean_f1(tallies):7.3f}"])


def main() -> None:
    """Score a file."""
    parser = argparse.ArgumentParser(description="Score a built graph against gold, kind by kind.")
    parser.add_argument("graph", type=Path, help="an N-Quads file, as `sagsgraf export` writes it")
    parser.add_argument("--gold", type=Path, default=GOLD, help="a folder of gold files")
    parser.add_argument("--errors", type=int, default=0, help="how many examples of each kind to print")
    arguments = parser.parse_args()
    store = Store()
    store.bulk_load(path=str(arguments.graph), format=RdfFormat.N_QUADS)
    print(report(score(store, read_gold(arguments.gold)), arguments.errors))


if __name__ == "__main__":
    main()
