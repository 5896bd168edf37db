/** A statement as elements: what is said, when, and the sentence that says it, led back to its place. */
import { make } from "../dom";
import { link, say } from "../language";
import type { Evidence, Statement } from "./model";
import { dateWord, inOneLine, relationWord } from "./words";

/** Return a statement with its sentence, or a word that none is known. */
export function shownStatement(statement: Statement): HTMLElement {
  const date = statement.date === null ? null : make("time", { datetime: statement.date, class: "soft" }, dateWord(statement.date));
  return make(
    "div",
    { class: "stated" },
    make("p", {}, make("strong", {}, relationWord(statement)), " ", date),
    statement.evidence === null ? make("p", { class: "soft" }, say("Ingen sætning er kendt.")) : shownSentence(statement.evidence),
  );
}

/** Return a sentence as a quote with a link to its place. */
export function shownSentence(evidence: Evidence): HTMLElement {
  const page = evidence.page === null ? "" : `, ${say("s.")} ${String(evidence.page)}`;
  const source = make(
    "a",
    {
      class: "opens-sentence",
      href: withSpan(link(evidence.source_iri), evidence),
      "data-source": evidence.source_iri,
      "data-start": evidence.start,
      "data-end": evidence.end,
    },
    make("span", { translate: "no" }, evidence.source),
    page,
  );
  return make("blockquote", { lang: "da" }, make("p", {}, inOneLine(evidence.quote)), make("cite", {}, source));
}

function withSpan(address: string, evidence: Evidence): string {
  return `${address}${address.includes("?") ? "&" : "?"}start=${String(evidence.start)}&end=${String(evidence.end)}`;
}

/** Return a statement as one line of text, for the live region. */
export function toldStatement(statement: Statement): string {
  const quote = statement.evidence === null ? "" : `: »${inOneLine(statement.evidence.quote)}«`;
  return `${relationWord(statement)}${statement.date === null ? "" : `, ${dateWord(statement.date)}`}${quote}`;
}
