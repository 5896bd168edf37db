"""Term lists: what is stably and publicly known, read from `extract/data` and from the user's own files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from extract.errors import TermListError
from extract.wording import either

DATA = Path(__file__).parent / "data"
A_MUNICIPALITY = re.compile(r"\b[A-ZÆØÅ]\w+ Kommunes?\b")
ORGANIZATION_TYPES = frozenset({"department", "unit", "committee", "external"})


@dataclass(frozen=True, slots=True)
class OrganizationTerm:
    """An organization that is known beforehand. `notation` is its acronym, `part_of` its parent's name.

    `exact_aliases` count only letter for letter: "Børn og Unge" is a department, "Børn og unge" a heading.
    """

    name: str
    type: str
    notation: str | None = None
    aliases: tuple[str, ...] = ()
    exact_aliases: tuple[str, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceTerm:
    """A place that is known beforehand. `type` is "town", "district" or "venue"."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class TermList:
    """The organizations and places of one file; `municipality` is None in national lists and users' own."""

    municipality: str | None = None
    domains: tuple[str, ...] = ()
    organizations: tuple[OrganizationTerm, ...] = ()
    places: tuple[PlaceTerm, ...] = ()

    def is_named_in(self, text: str) -> bool:
        """Tell whether `text` names the municipality, an address of it or a department by its acronym."""
        if self.municipality is None:
            return False
        name = self.municipality
        forms = (
            name,
            name.replace(" Kommune", " kommune"),
            name.upper(),
            *(f"@{each}" for each in self.domains),
        )
        return any(form in text for form in forms) or _departments(self).search(text) is not None


@lru_cache(maxsize=64)
def _departments(terms: TermList) -> re.Pattern[str]:
    acronyms = (each.notation for each in terms.organizations if each.type == "department")
    return re.compile(rf"\b(?:{either(each for each in acronyms if each and len(each) > 2) or '(?!)'})\b")


@dataclass(frozen=True, slots=True)
class Terms:
    """All term lists, and the words that recognisers look for (`words["person"]["roles"]` …)."""

    national: TermList
    municipal: tuple[TermList, ...] = ()
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def lists_for(self, text: str) -> tuple[TermList, ...]:
        """Return the national list, the user's own, and those of the municipalities that `text` is about.

        An acronym means one department here and another one there: a municipality's list is read only where
        the text names it, or where it names no municipality at all; there "Byrådet" is anyone's.
        """
        own = tuple(each for each in self.municipal if each.municipality is None)
        named = tuple(each for each in self.municipal if each.is_named_in(text))
        if named or A_MUNICIPALITY.search(text):
            return (self.national, *own, *named)
        others = (each for each in self.municipal if each.municipality is not None)
        return (*others, self.national, *own)


@cache
def load_terms(own_lists: tuple[Path, ...] = ()) -> Terms:
    """Read the bundled term lists and the user's own (same format as `data/municipalities/*.toml`).

    Raises: TermListError if a list is malformed or cannot be read.
    """
    national = [_term_list(DATA / "organizations.toml"), _term_list(DATA / "places.toml")]
    municipal = sorted((DATA / "municipalities").glob("*.toml"))
    return Terms(
        national=_joined(national),
        municipal=tuple(_term_list(path) for path in (*municipal, *own_lists)),
        words={path.stem: _words(path) for path in sorted((DATA / "words").glob("*.toml"))},
    )


def _joined(lists: Iterable[TermList]) -> TermList:
    lists = tuple(lists)
    return TermList(
        organizations=tuple(term for each in lists for term in each.organizations),
        places=tuple(term for each in lists for term in each.places),
    )


def _term_list(path: Path) -> TermList:
    table = _table(path)
    municipality = table.get("municipality")
    return TermList(
        municipality=municipality if isinstance(municipality, str) else None,
        domains=tuple(table.get("domains", ())),
        organizations=tuple(_organization(path, row) for row in table.get("organizations", ())),
        places=tuple(place for row in table.get("places", ()) for place in _places(path, row)),
    )


def _organization(path: Path, row: Mapping[str, Any]) -> OrganizationTerm:
    if row.get("type") not in ORGANIZATION_TYPES or not isinstance(row.get("name"), str):
        raise TermListError(str(path), f"an organization needs a name and a known type: {dict(row)}")
    return OrganizationTerm(
        row["name"],
        row["type"],
        row.get("notation"),
        tuple(row.get("aliases", ())),
        tuple(row.get("exact_aliases", ())),
        row.get("part_of"),
    )


def _places(path: Path, row: Mapping[str, Any]) -> Iterable[PlaceTerm]:
    if not isinstance(row.get("type"), str) or not isinstance(row.get("names"), list):
        raise TermListError(str(path), f"places need a type and a list of names: {dict(row)}")
    return (PlaceTerm(name, row["type"]) for name in row["names"])


def _words(path: Path) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(value) for key, value in _table(path).items() if isinstance(value, list)}


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise TermListError(str(path), f"it cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TermListError(str(path), str(error)) from error
