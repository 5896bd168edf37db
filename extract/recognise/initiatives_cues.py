"""Names that a head word shows: "projekt Nye Veje", "Solby Task Force", "trivselsstrategien"."""

from __future__ import annotations

from collections.abc import Iterator

from extract.recognise.initiatives_candidates import Candidate, candidate
from extract.recognise.initiatives_tokens import Tokens, name_end
from extract.recognise.initiatives_words import Head, words

LONGEST_ACRONYM = 6
LONGEST_SPLIT = 4
SHORTEST_PASS = 4  # letters before "pas": "legepas", not "kompas"
MIN_PART = {"messe": 5}  # "dagsmessen", "jobmessen" are any fair
TAIL_PREPOSITIONS = frozenset("for på om mellem mod af".split())
OPEN_WORDS = frozenset(
    "i på ved med der som at er var har vil skal kan blev bliver til fra og samt eller hvor når "
    "den det de en et".split()
)


def find_cued(found: Tokens) -> Iterator[Candidate]:
    """Yield what stands beside or contains a head word and is written like a name."""
    heads, following = words().heads, (*found.folded[1:], "")
    for index, (folded, behind) in enumerate(zip(found.folded, following, strict=False)):
        head, last = heads.get(folded), index
        if head is None and (pair := heads.get(f"{folded} {behind}")) and found.adjacent(index):
            head, last = pair, index + 1
        if head is not None:
            yield from _around(found, index, last, head)
            continue
        compound = words().compound(found.words[index])
        if compound is not None:
            yield from _compound(found, index, *compound)


def _around(found: Tokens, first: int, last: int, head: Head) -> Iterator[Candidate]:
    """Yield the names around a head word that stands alone."""
    if head.lemma not in words().sets["proper_heads"]:
        return
    start = _modifiers(found, first)
    shouting = found.stretch(first, last).of(found.text).isupper()
    if _part_of_a_unit(found, last) or (head.plural and not found.capital(first)):
        return
    if start < first and not shouting:
        end = _tail(found, last)
        weight = 0.85 if found.capital(first) else 0.65
        yield candidate(found.text, found.stretch(start, end), head.kind, "cue", weight, safe=end > last)
    elif found.capital(first) and not shouting and (end := _tail(found, last)) > last:
        weight = 0.7 if not found.opens(first) or found.capital(end) else 0.4
        yield candidate(found.text, found.stretch(first, end), head.kind, "cue", weight, safe=True)
    elif not found.capital(first) and head.lemma in words().sets["subject_heads"]:
        yield from _subject(found, first, last, head)
    elif head.definite and not head.plural and _half_compound(found, first):
        yield from _split(found, first, head)
    if shouting:
        return
    if (head.definite or head.lemma == "projekt") and found.adjacent(last) and found.capital(last + 1):
        end = name_end(found, last + 1)
        yield candidate(found.text, found.stretch(last + 1, end), head.kind, "cue_before", 0.62)


def _part_of_a_unit(found: Tokens, last: int) -> bool:
    """Tell whether the head is part of the name of an office: "Politik og Ledelse"."""
    return found.capital(last) and found.word(last + 1) == "og" and found.capital(last + 2)


def _modifiers(found: Tokens, first: int) -> int:
    """Return the first of the capitalised words right before word `first` that are not merely describing."""
    start = first
    if _shouted(found.word(first)):
        return first
    while start > 0 and found.adjacent(start - 1) and found.capital(start - 1):
        start -= 1
    while start < first and _describes(found, start, first):
        start += 1
    return start if start < first or not _is_topic(found, first) else first - 1


def _is_topic(found: Tokens, first: int) -> bool:
    """Tell whether one word and the head are all that a speaker brings up: "ABH: Havnefaglig pulje."."""
    if not found.capital(first - 1) or not found.adjacent(first - 1):
        return False
    if found.folded[first - 1] in words().sets["describing"]:
        return False
    before = found.text[max(0, found.spans[first - 1].start - 2) : found.spans[first - 1].start]
    return before == ": " and found.text[found.spans[first].end : found.spans[first].end + 1] in {
        "",
        ".",
        "\n",
    }


def _shouted(word: str) -> bool:
    """Tell whether a word stands in a line of capitals, where they mark no name."""
    return word.isupper() and len(word) > LONGEST_ACRONYM


def _describes(found: Tokens, index: int, first: int) -> bool:
    word = found.word(index)
    if word.casefold() in words().sets["describing"]:
        return True
    if not found.opens(index) or found.capital(first):
        return False
    return first - index > 1 or not word.casefold().endswith("isk")


def _tail(found: Tokens, last: int) -> int:
    """Return the last word of "Politik for Havnen", "Aftale om Byens Haver"; `last` without a tail."""
    if (
        not found.adjacent(last)
        or found.word(last + 1) not in TAIL_PREPOSITIONS
        or not found.adjacent(last + 1)
    ):
        return last
    if found.capital(last + 2):
        return name_end(found, last + 2)
    if found.capital(last) and not found.opens(last) and _can_describe(found.word(last + 2)):
        return last + 2  # "vedtog Handleplan mod ensomhed": the capital says that it is a name
    return last


def _half_compound(found: Tokens, first: int) -> bool:
    """Tell whether a compound with a hyphen stands right before its head: "kost-vejleder indsatsen"."""
    before = found.word(first - 1)
    return found.adjacent(first - 1) and "-" in before.strip("-") and before.islower()


def _split(found: Tokens, first: int, head: Head) -> Iterator[Candidate]:
    """Yield "grøn kost-vejleder indsatsen": a compound printed apart, with the words that describe it."""
    start = first - 1
    earliest = max(first - LONGEST_SPLIT, 0)
    while start > earliest and found.adjacent(start - 1) and _can_describe(found.word(start - 1)):
        start -= 1
    weight = 0.62 if _acted_on(found, start) else 0.45
    yield candidate(found.text, found.stretch(start, first), head.kind, "split_compound", weight, safe=True)


def _can_describe(word: str) -> bool:
    return word.islower() and word not in OPEN_WORDS and word != "af" and len(word) > 3


def _subject(found: Tokens, first: int, last: int, head: Head) -> Iterator[Candidate]:
    """Yield "temadag om grøn omstilling": a head that is named by its subject."""
    if not found.adjacent(last) or found.word(last + 1) != "om":
        return
    end = last + 1
    while end - last < 6 and found.adjacent(end) and found.word(end + 1).casefold() not in OPEN_WORDS:
        end += 1
    if end > last + 1:
        yield candidate(found.text, found.stretch(first, end), head.kind, "cue_subject", 0.6, safe=True)


def _compound(found: Tokens, index: int, part: str, head: Head) -> Iterator[Candidate]:
    if head.definite and not head.plural and found.adjacent(index) and found.capital(index + 1):
        last = name_end(found, index + 1)
        if last > index + 1:  # "Telefonlinjen Ring Nu har haft"
            yield candidate(found.text, found.stretch(index + 1, last), head.kind, "cue_before", 0.62)
    if part.endswith("-"):
        yield from _hyphenated(found, index, part, head)
    elif _coordinated(found, index):
        if head.lemma in words().sets["proper_heads"] and (head.definite or _proper(found, index)):
            yield candidate(
                found.text, found.stretch(index - 2, index), head.kind, "coordinated", 0.62, safe=True
            )
    elif head.lemma in words().sets["compound_heads"]:
        yield from _solid(found, index, part, head)
    elif _proper(found, index) and _named_by_capital(part, head):
        last = index if head.definite else name_end(found, index)
        span = found.stretch(_modifiers(found, index), last)
        yield candidate(found.text, span, head.kind, "capital_compound", 0.6, safe=True)
    elif head.lemma == "pas" and len(part) >= SHORTEST_PASS:
        yield candidate(found.text, found.spans[index], head.kind, "compound", 0.6, safe=True)


def _named_by_capital(part: str, head: Head) -> bool:
    """Tell whether a capital makes a name of the compound: "Solbyplanen", "Bakkemødet"; not "Byrådsmødet"."""
    lists = words().sets
    if (part + head.lemma).casefold() in lists["generic"] or part.isupper():
        return False
    return head.lemma in lists["capital_heads"] or (head.definite and head.lemma in lists["occasions"])


def _hyphenated(found: Tokens, index: int, part: str, head: Head) -> Iterator[Candidate]:
    """Yield "ABC-forløbet", "Negativ Omtale-indsatsen", "sprogven-indsats"."""
    if head.lemma not in words().sets["hyphen_heads"] or head.plural:
        return
    start = _modifiers(found, index) if found.capital(index) else index
    if _broken_pair(found, index):
        start = index - 1
    proper = any(map(str.isupper, part)) and not found.word(index).isupper()
    end = _tail_word(found, index) if head.lemma == "model" else index
    weight = 0.72 if proper else 0.62 if _acted_on(found, index) else 0.45
    yield candidate(found.text, found.stretch(start, end), head.kind, "hyphen_compound", weight, safe=True)


def _broken_pair(found: Tokens, index: int) -> bool:
    """Tell whether a blank has come into "ABC- /XYZ-messen" at a line's end."""
    if not found.word(index - 1).endswith("-"):
        return False
    return found.text[found.spans[index - 1].end : found.spans[index].start].strip(" ") == "/"


def _acted_on(found: Tokens, index: int) -> bool:
    """Tell whether "udvidelse af" stands before word `index`."""
    before = found.word(index - 2).casefold().removesuffix("n").removesuffix("e") + "e"
    return found.word(index - 1).casefold() == "af" and (
        found.word(index - 2).casefold() in words().sets["action_nouns"]
        or before in words().sets["action_nouns"]
    )


def _tail_word(found: Tokens, index: int) -> int:
    """Take in one word after "for": "Solby-modellen for kantinedrift"."""
    if found.adjacent(index) and found.word(index + 1) == "for" and found.adjacent(index + 1):
        following = found.word(index + 2).casefold()
        if len(following) > 4 and following not in OPEN_WORDS:
            return index + 2
    return index


def _solid(found: Tokens, index: int, part: str, head: Head) -> Iterator[Candidate]:
    """Yield "trivselsstrategien", "Bakkevisionen": a compound of a definite head is a name of one thing."""
    lemma = (part + head.lemma).casefold()
    if head.plural or len(part) < MIN_PART.get(head.lemma, 3) or lemma in words().sets["generic"]:
        return
    weight = 0.6 if head.definite else 0.35
    last = index
    if _proper(found, index):
        weight = 0.7
        last = index if head.definite else name_end(found, index)  # "Havneplan Nord"
    yield candidate(found.text, found.stretch(index, last), head.kind, "compound", weight, safe=True)


def _coordinated(found: Tokens, index: int) -> bool:
    """Tell whether "udviklings- og" stands before word `index`."""
    return (
        found.word(index - 1) in {"og", "&"}
        and found.word(index - 2).endswith("-")
        and found.adjacent(index - 1)
        and found.adjacent(index - 2)
    )


def _proper(found: Tokens, index: int) -> bool:
    """Tell whether word `index` has a capital that no sentence start explains."""
    return found.capital(index) and not found.opens(index)
