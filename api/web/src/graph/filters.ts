/** Boxes to tick: types of things (which is the legend as well) and relations, each with how many there are. */
import { make } from "../dom";
import { LOOKS, look, sign } from "./looks";
import { relationsOf } from "./address";
import type { State } from "./state";
import { relationWord } from "./words";

interface Choice {
  readonly value: string;
  readonly word: string;
  readonly count: number;
  readonly sign: SVGElement | null;
}

/** Show the types of the state's things in a list; `toggle` is called with the type that is ticked. */
export function showTypes(list: HTMLElement, state: State, toggle: (type: string) => void): void {
  const counts = counted([...state.things.values()].filter((thing) => !state.hidden.has(thing.iri)).map((thing) => thing.type));
  const order = Object.keys(LOOKS);
  const choices = [...counts]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([value, count]) => ({ value, count, word: look(value).word, sign: sign(value) }));
  show(list, choices, state.unwantedTypes, toggle);
}

/** Show the relations of the state's statements in a list. */
export function showRelations(list: HTMLElement, state: State, toggle: (relation: string) => void): void {
  const statements = [...state.statements.values()];
  const counts = counted(statements.map((statement) => statement.relation));
  const words = new Map(statements.map((statement) => [statement.relation, relationWord(statement)]));
  const choices = relationsOf(state)
    .map((value) => ({ value, count: counts.get(value) ?? 0, word: words.get(value) ?? value, sign: null }))
    .sort((a, b) => a.word.localeCompare(b.word, document.documentElement.lang));
  show(list, choices, state.unwantedRelations, toggle);
}

/** Keep the boxes that are there, so that the focus stays on the one that was ticked. */
function show(list: HTMLElement, choices: readonly Choice[], unwanted: ReadonlySet<string>, toggle: (value: string) => void): void {
  const known = new Map([...list.querySelectorAll("li")].map((item) => [item.dataset["value"] ?? "", item]));
  const items = choices.map((choice) => {
    const item = known.get(choice.value) ?? made(choice, toggle);
    const box = item.querySelector("input");
    if (box !== null) box.checked = !unwanted.has(choice.value);
    const count = item.querySelector(".count");
    if (count !== null) count.textContent = String(choice.count);
    return item;
  });
  const gone = [...known.values()].filter((item) => !items.includes(item));
  for (const item of gone) item.remove();
  for (const [index, item] of items.entries()) if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
}

function made(choice: Choice, toggle: (value: string) => void): HTMLLIElement {
  const box = make("input", { type: "checkbox" });
  box.addEventListener("change", () => {
    toggle(choice.value);
  });
  const count = make("span", { class: "count soft" });
  return make("li", { "data-value": choice.value }, make("label", {}, box, " ", choice.sign, " ", choice.word, " ", count));
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
