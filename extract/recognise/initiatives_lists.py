"""Names that are enumerated after their kind: "strategier såsom A, B og C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_names import QUOTES
from extract.recognise.initiatives_quoted import VERB
from extract.recognise.initiatives_words import Head, words
from extract.records import Span

INTRODUCTION = re.compile(
    r"\b(?P<head>\w+)(?:,? (?:såsom|herunder|bl\.a\.|f\.eks\.|fx|som fx|som f\.eks\.)) "
    r"(?P<items>[A-ZÆØÅ”\"“][^.\n:]{4,200})"
)
BULLET_HEAD = re.compile(r"(?:nævnes|herunder|følgende|såsom|f\.eks\.|fx|bl\.a\.)?[:,]?\s*$")
BULLET = re.compile(r"^\s*[•▪●–-]\s*(?P<item>.+?)[\s,;.]*$")
# "- Forslag: Nye Veje" and, next to it, "- Forslag: Ro på": attachments named by what they propose.
LABELLED = re.compile(
    r"^[•▪●–-]?[ \t]*(?:Forslag|Projekt|Investering(?:smodel)?|Business ?case|Indsats|Initiativ|Tiltag)"
    r"(?: \d{1,2}[a-z]?)?[:.] *(?P<item>[A-ZÆØÅ][^\n:]{2,70})$",
    re.MULTILINE,
)
MOST_WORDS = 8


def find_listed(text: str) -> Iterator[Candidate]:
    """Yield the items of enumerations that are introduced by a plural head word and written like names."""
    yield from _inline(text)
    yield from _bullets(text)
    labelled = [*LABELLED.finditer(text)]
    for match in labelled if len(labelled) > 1 else ():
        item = match["item"].rstrip()
        if _is_name(item.replace(",", "")):
            span = Span(match.start("item"), match.start("item") + len(item))
            yield candidate(text, span, "project", "list", 0.65, safe=_safe(item))


def _inline(text: str) -> Iterator[Candidate]:
    for match in INTRODUCTION.finditer(text):
        head = _plural_head(match["head"])
        if head is None:
            continue
        for start, end in _items(match["items"]):
            item = match["items"][start:end]
            if _is_name(item):
                offset = match.start("items")
                yield candidate(
                    text, Span(offset + start, offset + end), head.kind, "list", 0.7, safe=_safe(item)
                )


def _items(line: str) -> Iterator[tuple[int, int]]:
    """Cut "A, B og C og D står" into A, B and "C og D": only the first "og" of the last part separates."""
    start = 0
    while start < len(line):
        comma = line.find(", ", start)
        whole = comma if comma > 0 else len(line)
        end = _capital_end(line, start, whole)
        if end == comma:
            yield start, end
            start = comma + 2
            continue
        conjunction = line.find(" og ", start, end)
        if conjunction > 0:
            yield start, conjunction
            start = conjunction + 4
        yield start, end
        return


def _capital_end(line: str, start: int, end: int) -> int:
    """Return where the capitalised phrase that begins at `start` ends."""
    last = start
    for word in re.finditer(r"\S+", line[start:end]):
        if word.group()[:1].isupper() or word.group()[:1] in QUOTES or last == start:
            last = start + word.end()
        elif word.group() not in {"og", "til", "for", "i", "på", "om", "af", "med", "mod"}:
            break
    return last


def _bullets(text: str) -> Iterator[Candidate]:
    head: Head | None = None
    position = 0
    for line in text.splitlines(keepends=True):
        bullet = BULLET.match(line)
        if head is not None and bullet and _is_name(bullet["item"]):
            span = Span(position + bullet.start("item"), position + bullet.end("item"))
            yield candidate(text, span, head.kind, "list", 0.7, safe=_safe(bullet["item"]))
        elif line.strip():
            head = _introduced(line.strip())
        position += len(line)


def _introduced(line: str) -> Head | None:
    """Return the plural head of a line that introduces a list: "Af andre strategier kan nævnes"."""
    tail = BULLET_HEAD.search(line)
    if len(line) > 220 or tail is None or not tail.group().strip():
        return None
    for word in reversed(re.findall(r"[\w-]+", line)):
        head = _plural_head(word)
        if head is not None:
            return head
    return None


def _plural_head(word: str) -> Head | None:
    head = words().head(word) or (words().compound(word) or ("", None))[1]
    return head if head is not None and head.plural else None


def _is_name(item: str) -> bool:
    bare = item.strip(QUOTES + " ,.")
    if not bare[:1].isupper() or len(bare.split()) > MOST_WORDS or len(bare) < 4 or "," in bare:
        return False
    quoted = item.strip()[:1] in QUOTES
    return quoted or (not VERB.search(bare) and ":" not in bare and not bare.endswith("m.fl"))


def _safe(item: str) -> bool:
    return len(item.split()) > 2 or any(map(str.isupper, item[1:]))
