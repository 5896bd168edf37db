"""Amounts of money in kroner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.patterns import AMOUNT, AMOUNT_IN_WORDS, BARE_AMOUNT, KRONER_BEFORE, LOWER_END
from extract.recognise.amounts_tables import tables
from extract.recognise.kroner import money, number, scale
from extract.recognise.scene import Recogniser, Scene, without_overlaps
from extract.records import Mention, Span
from extract.terms import Terms
from extract.wording import either

# "alle beløb er i 1.000 kr.": what the numbers of a table count in.
UNIT_BEFORE = re.compile(r"\b(?:er|[Bb]eløb|[Bb]eløbene|[Tt]al|[Tt]allene|[Aa]ngivet|opgjort|priser) i $")
BEFORE = 30  # characters in which "årlig" or the lower end of a range is looked for


@dataclass(frozen=True, slots=True)
class AmountFinder:
    """The recogniser of amounts, with the words for money, other things and periods."""

    counted: re.Pattern[str]
    money: re.Pattern[str]
    periods: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]

    def __call__(self, scene: Scene) -> tuple[Mention, ...]:
        """Return the amounts in order of start, with their value in kroner as a decimal string."""
        found = list(tables(scene.text))
        in_tables = [amount for table in found for amount in table.amounts]
        heads = [table.unit for table in found]  # the "1.000 kr." of a head is a unit, no amount
        written = without_overlaps([*self._written(scene.text), *in_tables], heads)
        return without_overlaps([*written, *self._bare(scene.text)])

    def _written(self, text: str) -> Iterator[Mention]:
        for pattern in (AMOUNT, AMOUNT_IN_WORDS, KRONER_BEFORE):
            for match in pattern.finditer(text):
                if match.groupdict().get("scale") and self.counted.match(text, match.end()):
                    continue
                if match["number"] == "1.000" and UNIT_BEFORE.search(
                    text, max(0, match.start() - 14), match.start()
                ):
                    continue
                yield self._mention(text, match)
                yield from self._lower_end(text, match)

    def _mention(self, text: str, match: re.Match[str]) -> Mention:
        value = number(match["number"]) * scale(match.groupdict().get("scale"))
        return money(text, Span(*match.span()), value, "amount", 0.98, self._period(text, match))

    def _lower_end(self, text: str, match: re.Match[str]) -> Iterator[Mention]:
        """Yield the "3" of "3-4 mio. kr." and of "mellem 3 og 4 mio. kr."."""
        lower = LOWER_END.search(text, max(0, match.start() - BEFORE), match.start())
        if lower and match.start() == match.start("number"):
            group = "number" if lower["number"] else "first"
            value = number(lower[group]) * scale(match.groupdict().get("scale"))
            span = Span(*lower.span(group))
            yield money(text, span, value, "amount_range", 0.9, self._period(text, match))

    def _bare(self, text: str) -> Iterator[Mention]:
        """Yield "300.000" in "kr. 400.000 fra A; 300.000 fra B": a number in a line that is about money."""
        for match in BARE_AMOUNT.finditer(text):
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            if self.money.search(text, start, end if end >= 0 else len(text)):
                value = number(match["number"])
                yield money(text, Span(*match.span()), value, "bare", 0.75, self._period(text, match))

    def _period(self, text: str, match: re.Match[str]) -> str | None:
        """Return how often it is paid: said right behind it, or before it and after any other number."""
        before = re.split(r"\d", text[max(0, match.start() - BEFORE) : match.start()])[-1]
        for name, (ahead, behind) in self.periods.items():
            if ahead.search(before) or behind.match(text, match.end()):
                return name
        return None


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of amounts with the cue words of the term list."""
    words = terms.words["amounts"]
    return AmountFinder(
        re.compile(rf" (?:{either(words['counted'])})\b"),
        re.compile(rf"\b(?:{either(words['money'])})\b", re.IGNORECASE),
        {
            period: (
                re.compile(rf"(?i)\b(?:{either(words[f'{period}_before'])})\b"),
                re.compile(rf"(?i)\s?(?:{either(words[period])})"),
            )
            for period in ("year", "month", "once")
        },
    )
