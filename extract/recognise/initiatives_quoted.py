"""Names in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_tokens import Tokens
from extract.recognise.initiatives_words import Head, words
from extract.records import Span

# Any pair of marks, within one line; “…”" is printed too. A single mark must not stand inside a word.
QUOTED = re.compile(
    r"[”\"“„»«](?P<a>[^”\"“„»«\n]{2,80})[”\"“„»«]"
    r"|(?<!\w)['’‘](?P<b>[^'’‘\n]{3,70})['’‘](?!\w)"
)
VERB = re.compile(r"\b(?:er|var|har|havde|blev|bliver|siger|kan|skal|vil|må)\b")
SENTENCE = re.compile(r"[.!?;:]")
MOST_WORDS = 9
REACH = 14


def find_quoted(found: Tokens) -> Iterator[Candidate]:
    """Yield the quotations that can be names.

    A quotation is a name where a head word stands before it ("indsatsen ”…”") or where it reads like one: a
    capital first, few words, no verb. Quoted speech, categories and ordinary words are left.
    """
    for match in QUOTED.finditer(found.text):
        span = Span(*match.span("a" if match["a"] is not None else "b"))
        quoted = span.of(found.text)
        before = _words_before(found, match.start())
        head = _head_before(before)
        if not _reads_like_a_name(quoted, head) or _is_something_else(before):
            continue
        kind = head.kind if head else _own_kind(quoted)
        several = len(quoted.split()) > 1
        yield candidate(
            found.text, span, kind, "quoted", _weight(quoted, head), safe=several or head is not None
        )


def _weight(quoted: str, head: Head | None) -> float:
    if head is not None:
        return 0.9 if quoted[:1].isupper() else 0.65
    return 0.62 if len(quoted.split()) > 1 else 0.45


def _words_before(found: Tokens, position: int) -> list[str]:
    """Return the nearest words of the same sentence that stand before `position`, nearest first."""
    line = found.text[max(0, position - 130) : position]
    line = re.split(r"\n|[.!?] (?=[A-ZÆØÅ])", line)[-1]
    return re.findall(r"[\w/-]+", line)[::-1][:REACH]


def _head_before(before: list[str]) -> Head | None:
    for number, word in enumerate(before[:3]):
        if number and before[number - 1].casefold() not in {
            "om",
            "kaldet",
            "hedder",
            "navnet",
            "ved",
            "med",
            "i",
            "særlig",
            "for",
        }:
            return None
        head = words().head(word)
        if head is None:
            compound = words().compound(word)
            head = compound[1] if compound else None
        if head is not None and (number == 0 or not head.plural):
            return head
    return None


def _reads_like_a_name(quoted: str, head: Head | None) -> bool:
    quoted = quoted.strip()
    if len(quoted.split()) > MOST_WORDS or SENTENCE.search(quoted) or not any(map(str.isalpha, quoted)):
        return False
    if head is not None:
        return True
    return quoted[:1].isupper() and not VERB.search(quoted)


def _is_something_else(before: list[str]) -> bool:
    return any(word.casefold() in words().sets["quoted_other"] for word in before)


def _own_kind(quoted: str) -> str:
    last = quoted.split()[-1]
    head = words().head(last) or (words().compound(last) or ("", None))[1]
    return head.kind if head else "other"
