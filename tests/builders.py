"""Small builders of the records that stages pass on: a text is said sentence by sentence."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from extract.records import AgendaItem, Document, Kind, Meeting, Mention, Package, Page, RawText, Span
from extract.relations import Extract, Relations

BASE = "http://localhost:8000/"


@dataclass
class SourceBuilder:
    """Builds one Extract. Sentences are appended; a mention is found in the sentence said last."""

    name: str = "2024-05-06.txt"
    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    relations: Relations = field(default_factory=Relations)

    def say(self, sentence: str) -> Span:
        """Append a sentence and return where it stands."""
        if self.text:
            self.text += "\n"
        span = Span(len(self.text), len(self.text) + len(sentence))
        self.text += sentence
        self.sentences.append(span)
        return span

    def name_it(self, kind: Kind, text: str, name: str | None = None, /, **attributes: str) -> int:
        """Add a mention of `text` in the sentence said last, and return its index."""
        start = self.text.index(text, self.sentences[-1].start)
        span = Span(start, start + len(text))
        self.mentions.append(Mention(kind, span, text, name or text, "test", 0.9, attributes))
        return len(self.mentions) - 1

    def meeting(self, body: str = "Rådmandsmøde", date: str | None = "2024-05-06", **more: str) -> str:
        """Add a meeting, announced in a sentence of its own, and return its id."""
        kind = "raadmandsmoede" if "ådmand" in body else "udvalgsmoede"
        evidence = self.say(f"{body} den {date or 'ukendt dato'}")
        basis = "explicit" if date else None
        id_ = f"meeting{len(self.meetings) + 1}"
        meeting = Meeting(id_, body, kind, date, basis, None, None, None, None, evidence)
        self.meetings.append(replace(meeting, **more))  # type: ignore[arg-type]  # the caller names fields
        return id_

    def item(self, number: str, title: str, **more: object) -> str:
        """Add an agenda item to the meeting added last, and return its id."""
        span = self.say(f"Punkt {number}: {title}")
        id_ = f"item{len(self.items) + 1}"
        item = AgendaItem(id_, self.meetings[-1].id, number, title, span)
        self.items.append(replace(item, **more))  # type: ignore[arg-type]  # the caller names fields
        return id_

    def document(self, title: str, body: str = "", **more: object) -> str:
        """Add a document with a title and a sentence of text, and return its id."""
        title_span = self.say(title)
        end = self.say(body) if body else title_span
        id_ = f"document{len(self.documents) + 1}"
        document = Document(id_, title, title_span, "notat", (Span(title_span.start, end.end),))
        self.documents.append(replace(document, **more))  # type: ignore[arg-type]  # the caller names fields
        return id_

    def relate(self, **relations: tuple[object, ...]) -> None:
        """Set tuples of relations by the name of their field."""
        self.relations = replace(self.relations, **relations)  # type: ignore[arg-type]  # the caller names fields

    def build(self) -> Extract:
        """Return the extract; the whole text is page 1."""
        sha256 = hashlib.sha256(f"{self.name}\0{self.text}".encode()).hexdigest()
        page = Page(1, Span(0, len(self.text)))
        raw = RawText(self.name, sha256, "text/plain", self.text, (page,))
        package = Package(tuple(self.meetings), tuple(self.items), tuple(self.documents))
        return Extract(raw, package, tuple(self.mentions), self.relations, tuple(self.sentences))


def naming(*names: str, kind: Kind = Kind.PERSON, file: str = "a.txt", **attributes: str) -> Extract:
    """Return the extract of a file that names each name in a sentence of its own."""
    builder = SourceBuilder(file)
    for name in names:
        builder.say(f"Her nævnes {name} i en sætning.")
        builder.name_it(kind, name, **attributes)
    return builder.build()
