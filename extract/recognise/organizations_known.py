"""Organizations of the term lists: names, aliases, acronyms, and acronyms that the text itself defines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from extract.recognise.phrases import find_phrases, find_phrases_in_any_case
from extract.recognise.scene import Scene
from extract.records import Kind, Mention, Span
from extract.terms import OrganizationTerm, TermList, Terms

POSSESSIVE = "s"
GENITIVE = re.compile(
    r"(?<![\w-])(?:Ungdommens|Kvindernes|Børnenes|Kirkens|Arbejdernes|Studenternes|Mændenes) $"
)


def find_known(terms: Terms, scene: Scene) -> Iterator[Mention]:
    """Yield the organizations that the term lists know; the name is the list's, the attributes too."""
    exact, any_case = _forms(terms.lists_for(scene.text))
    for span, form in find_phrases(scene.doc, tuple(exact)):
        yield known_mention(scene.text, span, exact[form], 1.0)
    for span, form in find_phrases_in_any_case(scene.doc, tuple(any_case)):
        if any(word[0].isupper() for word in re.findall(r"\w+", span.of(scene.text))):
            yield _whole(scene.text, known_mention(scene.text, span, any_case[form], 0.97))


def _whole(text: str, known: Mention) -> Mention:
    """Take in a genitive before a national name: "Ungdommens Røde Kors" is another association."""
    before = GENITIVE.search(text, max(0, known.span.start - 24), known.span.start)
    if before is None or known.attributes["type"] != "external" or "part_of" in known.attributes:
        return known
    span = Span(before.start(), known.span.end)
    name = " ".join(span.of(text).split())
    return Mention(Kind.ORGANIZATION, span, span.of(text), name, "term_extended", 0.85, {"type": "external"})


@lru_cache(maxsize=16)
def _forms(
    lists: tuple[TermList, ...],
) -> tuple[Mapping[str, OrganizationTerm], Mapping[str, OrganizationTerm]]:
    """Return what each form means: those to be found letter for letter, and those in any case.

    A name of several words may be printed in capitals or with small ones; an acronym or a single word
    ("Venstre", "Magistraten") means something else, or nothing, when its case differs.
    """
    exact: dict[str, OrganizationTerm] = {}
    any_case: dict[str, OrganizationTerm] = {}
    for term in (term for each in reversed(lists) for term in each.organizations):
        for form in filter(None, (term.name, term.notation, *term.aliases, *term.exact_aliases)):
            forms = exact if " " not in form or form in term.exact_aliases else any_case
            forms.setdefault(form, term)
            if not form.endswith(POSSESSIVE):
                forms.setdefault(form + POSSESSIVE, term)
    return exact, any_case


def known_mention(text: str, span: Span, term: OrganizationTerm, confidence: float) -> Mention:
    """Return a mention of an organization of the term lists."""
    attributes = {"type": term.type}
    if term.notation:
        attributes["notation"] = term.notation
    if term.part_of:
        attributes["part_of"] = term.part_of
    return Mention(Kind.ORGANIZATION, span, span.of(text), term.name, "term_list", confidence, attributes)
