/** The page's address keeps what is shown: the same words as the service's, so that it also works without scripts. */
import { language, prefix } from "../language";
import { LOOKS } from "./looks";
import type { State } from "./state";

export interface Asked {
  readonly focus: readonly string[];
  readonly depth: number;
  readonly limit: number;
  readonly types: readonly string[];
  readonly relations: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly department: string;
  readonly hidden: readonly string[];
  readonly path: readonly string[];
  readonly construct: string;
}

export const DEPTH = 1;
export const LIMIT = 150;
const LONGEST = 12_000; // characters of an address that servers and mail programs carry

/** Read an address' query. */
export function readAddress(search: string): Asked {
  const given = new URLSearchParams(search);
  return {
    focus: given.getAll("focus"),
    depth: number(given.get("depth"), DEPTH),
    limit: number(given.get("limit"), LIMIT),
    types: given.getAll("types"),
    relations: given.getAll("relations"),
    from: given.get("from"),
    to: given.get("to"),
    department: given.get("department") ?? "",
    hidden: given.getAll("hidden"),
    path: given.getAll("path"),
    construct: given.get("construct") ?? "",
  };
}

/** Return the address of what is shown; what was hidden by hand is left out where it gets too long. */
export function addressOf(state: State, asked: Asked): string {
  const query = new URLSearchParams();
  const all = (name: string, values: Iterable<string>): void => {
    for (const value of values) query.append(name, value);
  };
  all("focus", state.centres);
  if (asked.depth !== DEPTH) query.set("depth", String(asked.depth));
  if (asked.limit !== LIMIT) query.set("limit", String(asked.limit));
  if (state.unwantedTypes.size > 0) all("types", Object.keys(LOOKS).filter((type) => !state.unwantedTypes.has(type)));
  if (state.unwantedRelations.size > 0) all("relations", relationsOf(state).filter((name) => !state.unwantedRelations.has(name)));
  if (state.from !== null) query.set("from", state.from);
  if (state.to !== null) query.set("to", state.to);
  if (state.department !== "") query.set("department", state.department);
  all("path", [state.path[0], state.path.at(-1)].filter((iri) => iri !== undefined));
  if (asked.construct !== "") query.set("construct", asked.construct);
  if (language === "en") query.set("lang", "en");
  const text = query.toString();
  all("hidden", state.hidden);
  const whole = query.toString();
  const kept = whole.length <= LONGEST ? whole : text;
  return `${prefix()}/graf${kept === "" ? "" : "?"}${kept}`;
}

/** Return the names of all relations that the state knows, in alphabetical order. */
export function relationsOf(state: State): string[] {
  return [...new Set([...state.statements.values()].map((statement) => statement.relation))].sort();
}

function number(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : otherwise;
}
