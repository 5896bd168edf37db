"""Give the people of a letterhead or signature the e-mail address and telephone number printed with them.

Numbers and addresses are for telling who is who; whether they are shown is a setting of the graph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from extract.fields import Field
from extract.records import Mention, Span

GAP = 150  # characters between two fields of one letterhead
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?:\+45 ?)?\d\d ?\d\d ?\d\d ?\d\d(?!\d)")
OWN_PHONE = re.compile(r"(?:Direkte|Tlf|Mobil)", re.IGNORECASE)
SWITCHBOARD = re.compile(r"00$")
FOLDED = str.maketrans({"ø": "o", "æ": "ae", "å": "aa", "ð": "d", "ł": "l", "ı": "i", "đ": "d", "ß": "ss"})


@dataclass(slots=True)
class Block:
    """The fields that are printed together."""

    people: list[Span] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)

    def contacts(self, text: str) -> Iterator[tuple[Span, dict[str, str]]]:
        """Yield what is each person's: an address that spells the name, or the only one there is."""
        alone = len(self.people) == 1
        for span in self.people:
            mine = [email for email in self.emails if spells(email.split("@")[0], span.of(text))]
            if alone and len(self.emails) == 1:
                mine = self.emails
            found = {"email": mine[0].casefold()} if len(mine) == 1 else {}
            if alone and len(self.phones) == 1:
                found["phone"] = self.phones[0]
            yield span, found


def with_contacts(text: str, people: Iterable[Mention], fields: Iterable[Field]) -> Iterator[Mention]:
    """Yield the people, those of letterheads with their `email` and `phone`."""
    contacts: Mapping[Span, dict[str, str]] = {
        span: found for block in _blocks(text, fields) for span, found in block.contacts(text)
    }
    for person in people:
        found = contacts.get(person.span)
        yield replace(person, attributes={**person.attributes, **found}) if found else person


def _blocks(text: str, fields: Iterable[Field]) -> Iterator[Block]:
    block, end = Block(), 0
    for each in fields:
        if each.span.start - end > GAP:
            yield block
            block = Block()
        end = each.span.end
        if each.name == "caseworker":
            block.people += each.values
        elif each.name == "email":
            block.emails += EMAIL.findall(each.span.of(text))
        elif each.name == "phone" and OWN_PHONE.match(text, each.span.start):
            block.phones += filter(None, map(_number, PHONE.findall(each.span.of(text))))
    yield block


def _number(printed: str) -> str | None:
    digits = re.sub(r"\D", "", printed)[-8:]
    return None if SWITCHBOARD.search(digits) else digits


def spells(local: str, name: str) -> bool:
    """Tell whether the part of an address before "@" is made of beginnings of the name's parts, in any order.

    >>> spells("mabrl", "Maja Brøndum Lund"), spells("lundm", "Maja Lund"), spells("mabrl", "Ole Friis")
    (True, True, False)
    """
    parts = tuple(_folded(part) for part in re.split(r"[\s-]+", name) if part)
    letters = re.sub(r"[^a-z]", "", local.casefold())
    return len(letters) >= 2 and _made_of(letters, parts)


def _made_of(letters: str, parts: tuple[str, ...]) -> bool:
    if not letters:
        return True
    for index, part in enumerate(parts):
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(letters, part, strict=False)))
        rest = parts[:index] + parts[index + 1 :]
        if any(_made_of(letters[length:], rest) for length in range(shared, 0, -1)):
            return True
    return False


def _folded(part: str) -> str:
    plain = unicodedata.normalize("NFD", part.casefold().translate(FOLDED))
    return re.sub(r"[^a-z]", "", plain)
