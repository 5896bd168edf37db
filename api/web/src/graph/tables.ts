/** The same selection as tables, for those who cannot see the picture, and for everyone who wants to sort it. */
import { make } from "../dom";
import { link, say } from "../language";
import { type Column, byText } from "../sorted_table";
import { look, sign } from "./looks";
import type { Statement, Thing } from "./model";
import { shownSentence } from "./statement_shown";
import type { Visible } from "./visible";
import { dateWord, relationWord } from "./words";

export interface TableActions {
  readonly show: (iri: string) => void;
  readonly expand: (iri: string) => void;
  readonly hide: (iri: string) => void;
}

/** Return the columns of things. */
export function thingColumns(actions: TableActions): readonly Column<Thing>[] {
  const word = (thing: Thing): string => look(thing.type).word;
  return [
    { name: say("Navn"), kind: "head", compare: byText((thing) => thing.label), cell: named },
    { name: say("Type"), kind: "text", compare: byText(word), cell: (thing) => make("span", {}, sign(thing.type), " ", word(thing)) },
    { name: say("Forbindelser"), kind: "number", compare: (a, b) => a.degree - b.degree, cell: (thing) => text(String(thing.degree)) },
    { name: say("Først"), kind: "text", compare: byText((thing) => thing.first ?? "9999"), cell: (thing) => day(thing.first) },
    { name: say("Sidst"), kind: "text", compare: byText((thing) => thing.last ?? ""), cell: (thing) => day(thing.last) },
    { name: say("Gør"), kind: "text", compare: byText((thing) => thing.label), cell: (thing) => tools(thing, actions) },
  ];
}

/** Return the columns of statements. */
export function statementColumns(visible: () => Visible): readonly Column<Statement>[] {
  const name = (iri: string): string => visible().things.get(iri)?.label ?? iri;
  const end = (iri: string): Node => make("a", { href: link(iri), lang: "da" }, name(iri));
  const sentence = ({ evidence }: Statement): Node => (evidence === null ? text("–") : shownSentence(evidence));
  return [
    { name: say("Fra"), kind: "head", compare: byText((row) => name(row.start)), cell: (row) => end(row.start) },
    { name: say("Siger"), kind: "text", compare: byText(relationWord), cell: (row) => text(relationWord(row)) },
    { name: say("Til"), kind: "text", compare: byText((row) => name(row.end)), cell: (row) => end(row.end) },
    { name: say("Dato"), kind: "text", compare: byText((row) => row.date ?? ""), cell: (row) => day(row.date) },
    { name: say("Sætning"), kind: "text", compare: byText((row) => row.evidence?.quote ?? ""), cell: sentence },
  ];
}

function named(thing: Thing): Node {
  return make("a", { href: link(thing.iri), lang: "da" }, thing.label);
}

function day(iso: string | null): Node {
  return iso === null ? text("–") : make("time", { datetime: iso }, dateWord(iso));
}

function text(words: string): Node {
  return document.createTextNode(words);
}

function tools(thing: Thing, actions: TableActions): Node {
  const tool = (word: string, what: string, run: (iri: string) => void): HTMLButtonElement => {
    const button = make("button", { type: "button", "aria-label": what }, word);
    button.addEventListener("click", () => {
      run(thing.iri);
    });
    return button;
  };
  const name = thing.label;
  return make(
    "span",
    { class: "row" },
    tool(say("Vis"), say("Vis {name} i billedet", { name }), actions.show),
    tool(say("Udvid"), say("Udvid {name}", { name }), actions.expand),
    tool(say("Skjul"), say("Skjul {name}", { name }), actions.hide),
  );
}
