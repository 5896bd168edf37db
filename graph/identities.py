"""Identities: which IRI an entity was given, so that it keeps it whatever is read afterwards.

An entity is recognised again by the names it was known under and the files that named it. If two entities
turn out to be one, the IRI that fits best stays (of equals the older) and the other is its `owl:sameAs`; if
one falls in two, the part that shares most with what the IRI stood for keeps it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

import msgspec

from graph.atomic import write_text
from graph.errors import ResolveError
from graph.iri import digest

SOURCE_DIGITS = 12  # enough of a SHA-256 to tell a data set's files apart


class Identity(msgspec.Struct, frozen=True, order=True):
    """One IRI (without the base) and what it stood for when the graph was last built.

    `number` counts IRIs in the order they were given out; `merged_into` is the IRI that took over.
    """

    number: int
    iri: str
    names: tuple[str, ...]
    sources: tuple[str, ...]
    merged_into: str | None = None


Fit = tuple[int, int, int, int]  # shared files, shared names, few names besides, age: more is better
Bid = tuple[Fit, int, str]  # how well they fit, the claim's index, the IRI


@dataclass(frozen=True, slots=True)
class Claim:
    """An entity that needs an IRI: the folder and slug it would get, its names, its files, its weight."""

    folder: str
    slug: str
    names: frozenset[str]
    sources: frozenset[str]
    mentions: int

    @property
    def order(self) -> tuple[object, ...]:
        """The most mentioned first, then by name and file: never by the order of reading."""
        return (self.folder, self.slug, -self.mentions, sorted(self.names), sorted(self.sources))


class Identities:
    """The register of IRIs that were given out."""

    def __init__(self, records: Iterable[Identity] = ()) -> None:
        self.records = tuple(sorted(records))
        self._by_iri = {record.iri: record for record in self.records}

    @classmethod
    def load(cls, path: Path) -> Identities:
        """Read a register; one that is not there is empty.

        Raises: ResolveError if the file is no register.
        """
        try:
            lines = path.read_bytes().splitlines()
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise ResolveError(path, 1, f"it cannot be read: {error.strerror}") from error
        decoder = msgspec.json.Decoder(Identity)
        records = []
        for number, line in enumerate(lines, start=1):
            try:
                records.append(decoder.decode(line))
            except msgspec.DecodeError as error:
                raise ResolveError(path, number, f"this is no record of an identity: {error}") from error
        return cls(records)

    def save(self, path: Path) -> None:
        """Write the register, a line of JSON an IRI; the file is replaced as a whole or not at all.

        Raises: ResolveError if it cannot be written.
        """
        lines = (msgspec.json.encode(record).decode() + "\n" for record in self.records)
        try:
            write_text(path, "".join(lines))
        except OSError as error:
            raise ResolveError(path, 1, f"it cannot be written: {error.strerror}") from error

    @staticmethod
    def short_source(sha256: str) -> str:
        """Return the digits of a file's digest that the register keeps."""
        return sha256[:SOURCE_DIGITS]

    def current(self, iri: str) -> str:
        """Return the IRI that stands today for one that was given out."""
        seen: set[str] = set()
        while iri not in seen and (record := self._by_iri.get(iri)) and record.merged_into:
            seen.add(iri)
            iri = record.merged_into
        return iri

    def names_of(self, iri: str) -> tuple[str, ...]:
        """Return the names an IRI stood for when it was last an entity of its own; none if it is unknown."""
        record = self._by_iri.get(iri)
        return record.names if record else ()

    def former(self) -> dict[str, tuple[str, ...]]:
        """Return, for each IRI that took others over, those others in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for record in self.records:
            if record.merged_into:
                found[self.current(record.iri)].append(record.iri)
        return {iri: tuple(sorted(others)) for iri, others in found.items()}

    def assign(self, claims: list[Claim]) -> tuple[list[str], Identities]:
        """Return an IRI (without the base) for each claim, in order, and the register afterwards."""
        bids = self._bids(claims)
        given = _grant(bids)
        taken = set(self._by_iri)
        number = max((record.number for record in self.records), default=0)
        records = dict(self._by_iri)
        for index in sorted(range(len(claims)), key=lambda i: claims[i].order):
            claim = claims[index]
            iri = given.get(index)
            if iri is None:
                number += 1
                iri = given[index] = _fresh(claim, taken)
                records[iri] = Identity(number, iri, (), ())
            records[iri] = _known(records[iri], claim)
        for iri, index in _losers(bids, given).items():
            records[iri] = msgspec.structs.replace(records[iri], merged_into=given[index])
        return [given[index] for index in range(len(claims))], Identities(records.values())

    def _bids(self, claims: list[Claim]) -> list[Bid]:
        """Return a bid for each claim and each old IRI that share a name."""
        holders: dict[tuple[str, str], list[Identity]] = defaultdict(list)
        for record in self.records:
            folder = record.iri.partition("/")[0]
            for name in record.names:
                holders[folder, name].append(record)
        bids = []
        for index, claim in enumerate(claims):
            shared: dict[str, int] = defaultdict(int)
            for name in claim.names:
                for record in holders.get((claim.folder, name), ()):
                    shared[record.iri] += 1
            for iri, names in shared.items():
                record = self._by_iri[iri]
                files = len(claim.sources.intersection(record.sources))
                bids.append(((files, names, -len(record.names), -record.number), index, iri))
        return bids


def _grant(bids: list[Bid]) -> dict[int, str]:
    """Return the IRI each claim gets: best fits first, an IRI once."""
    given: dict[int, str] = {}
    used: set[str] = set()
    for _, index, iri in sorted(bids, key=lambda bid: (bid[0], bid[2], -bid[1]), reverse=True):
        if index not in given and iri not in used:
            given[index] = iri
            used.add(iri)
    return given


def _losers(bids: list[Bid], given: dict[int, str]) -> dict[str, int]:
    """Return the old IRIs that nobody was given, each with the claim that took its names over."""
    used = set(given.values())
    found: dict[str, tuple[Fit, int]] = {}
    for fit, index, iri in bids:
        if iri not in used and (iri not in found or (fit, -index) > (found[iri][0], -found[iri][1])):
            found[iri] = (fit, index)
    return {iri: index for iri, (_, index) in found.items()}


def _known(record: Identity, claim: Claim) -> Identity:
    return msgspec.structs.replace(
        record, names=tuple(sorted(claim.names)), sources=tuple(sorted(claim.sources)), merged_into=None
    )


def _fresh(claim: Claim, taken: set[str]) -> str:
    """Return an IRI nobody has, and take it: a namesake's ends in a digest of what sets it apart."""
    plain = f"{claim.folder}/{claim.slug}"
    suffixes = (f"-{digest(f'{sorted(claim.names)}{n or str()}', 6)}" for n in count())
    iri = next(iri for iri in chain((plain,), (plain + suffix for suffix in suffixes)) if iri not in taken)
    taken.add(iri)
    return iri
