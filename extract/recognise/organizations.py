"""Organizations: known ones by name and acronym, others by the form of their names."""

from __future__ import annotations

from collections.abc import Iterator

from extract.patterns import ORGANIZATION_FORMS
from extract.recognise.phrases import find_phrases
from extract.recognise.scene import Recogniser, Scene, without_overlaps
from extract.records import Kind, Mention, Span
from extract.terms import OrganizationTerm, Terms


def recogniser(terms: Terms) -> Recogniser:
    """Return the recogniser of organizations."""

    def find_organizations(scene: Scene) -> tuple[Mention, ...]:
        return without_overlaps([*_known(terms, scene), *_by_form(scene)])

    return find_organizations


def _known(terms: Terms, scene: Scene) -> Iterator[Mention]:
    known: dict[str, OrganizationTerm] = {}
    for each in terms.lists_for(scene.text):
        for term in each.organizations:
            for form in (term.name, term.notation, *term.aliases):
                if form:
                    known.setdefault(form, term)
    for span, form in find_phrases(scene.doc, tuple(known)):
        yield _mention(span, span.of(scene.text), known[form])


def _mention(span: Span, text: str, term: OrganizationTerm) -> Mention:
    attributes = {"type": term.type}
    if term.notation:
        attributes["notation"] = term.notation
    if term.part_of:
        attributes["part_of"] = term.part_of
    return Mention(Kind.ORGANIZATION, span, text, term.name, "term_list", 1.0, attributes)


def _by_form(scene: Scene) -> Iterator[Mention]:
    for type_, pattern in ORGANIZATION_FORMS.items():
        for match in pattern.finditer(scene.text):
            yield Mention(
                Kind.ORGANIZATION,
                Span(*match.span()),
                match.group(),
                match.group(),
                "form",
                0.8,
                {"type": type_},
            )
