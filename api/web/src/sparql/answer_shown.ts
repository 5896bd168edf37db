/** Show what a query was answered with, and what can be done with it. */
import { make } from "../dom";
import { href, say } from "../language";
import { saveText } from "../saving";
import { type Answer, askAs } from "../sparql_client";
import { resultTable } from "./result_table";
import type { Shortener } from "./terms_shown";

const LONGEST_IN_ADDRESS = 8_000;
const TRIPLE = ["subject", "predicate", "object"] as const;
const FILES = {
  solutions: [
    ["CSV", "svar.csv", "text/csv"],
    ["JSON", "svar.json", "application/sparql-results+json"],
  ],
  graph: [
    ["Turtle", "svar.ttl", "text/turtle"],
    ["JSON-LD", "svar.jsonld", "application/ld+json"],
  ],
} as const;

/** Return the elements of an answer: its size, what can be done with it, and its table. */
export function shownAnswer(answer: Answer, query: string, shortener: Shortener, milliseconds: number): HTMLElement[] {
  if (answer.form === "boolean") {
    return [make("p", { class: "verdict" }, answer.value ? say("Ja") : say("Nej")), took(milliseconds)];
  }
  if (answer.form === "graph") {
    const rows = answer.triples.map((triple) => ({ ...triple }));
    const caption = say("{count} udsagn", { count: rows.length });
    return [actions(query, "graph", rows.length), resultTable(TRIPLE, rows, shortener, caption), took(milliseconds)];
  }
  const caption = say("{count} rækker", { count: answer.rows.length });
  const table = resultTable(answer.variables, answer.rows, shortener, caption);
  return [actions(query, "solutions", answer.rows.length), table, took(milliseconds)];
}

function actions(query: string, form: "solutions" | "graph", count: number): HTMLElement {
  const files = FILES[form].map(([label, name, mediaType]) => {
    const button = make("button", { type: "button" }, say("Hent {format}", { format: label }));
    button.addEventListener("click", () => {
      void askAs(query, mediaType).then((text) => {
        saveText(name, mediaType, text);
      });
    });
    return button;
  });
  const opens = form === "graph" && count > 0 && query.length <= LONGEST_IN_ADDRESS;
  const open = opens ? make("a", { class: "button", href: href("/graf", { construct: query }) }, say("Åbn i grafen")) : null;
  return make("p", { class: "row" }, open, ...files);
}

function took(milliseconds: number): HTMLElement {
  return make("p", { class: "soft" }, say("Svaret tog {count} ms.", { count: Math.round(milliseconds) }));
}
