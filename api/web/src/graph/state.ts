/** What the explorer shows, as a value: every change makes another, so that each can be undone. */
import { type Part, type Place, type Statement, type Thing, pairKey } from "./model";
import { placed } from "./placing";

export interface State {
  readonly things: ReadonlyMap<string, Thing>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly places: ReadonlyMap<string, Place>;
  /** What was asked for: the focus, and what was expanded since. */
  readonly centres: readonly string[];
  readonly hidden: ReadonlySet<string>;
  readonly pinned: ReadonlySet<string>;
  readonly unwantedTypes: ReadonlySet<string>;
  readonly unwantedRelations: ReadonlySet<string>;
  readonly from: string | null;
  readonly to: string | null;
  readonly department: string;
  /** What belongs to the department, null where none was chosen. */
  readonly within: ReadonlySet<string> | null;
  /** The things of the path that was found, from one end to the other. */
  readonly path: readonly string[];
  readonly omitted: number;
  readonly complete: boolean;
}

export const EMPTY: State = {
  things: new Map(),
  statements: new Map(),
  places: new Map(),
  centres: [],
  hidden: new Set(),
  pinned: new Set(),
  unwantedTypes: new Set(),
  unwantedRelations: new Set(),
  from: null,
  to: null,
  department: "",
  within: null,
  path: [],
  omitted: 0,
  complete: true,
};

/** Return the state with what was answered added: what was placed keeps its place. */
export function withPart(state: State, part: Part): State {
  const things = new Map(state.things);
  for (const thing of part.nodes) things.set(thing.iri, thing);
  const statements = new Map(state.statements);
  for (const statement of part.edges) statements.set(statement.id, statement);
  const places = placed(state.places, part);
  return { ...state, things, statements, places, omitted: part.omitted, complete: part.complete };
}

/** Return the state with what lies around one more thing. */
export function expanded(state: State, iri: string, part: Part): State {
  const centres = state.centres.includes(iri) ? state.centres : [...state.centres, iri];
  return withPart({ ...state, centres, hidden: without(state.hidden, part.nodes.map((thing) => thing.iri)) }, part);
}

/** Return the state with a path added and marked. */
export function withPath(state: State, part: Part, path: readonly string[]): State {
  const { omitted, complete } = state;
  return { ...withPart(state, part), hidden: without(state.hidden, path), path, omitted, complete };
}

/** Return the things and the pairs that a state's path goes through. */
export function stepsOf({ path }: State): ReadonlySet<string> {
  return new Set([...path, ...path.slice(1).map((iri, index) => pairKey(path[index] ?? iri, iri))]);
}

/** Return a state in which a part belongs to the department that was chosen, if one was. */
export function widened(state: State, part: Part): State {
  const { within } = state;
  return within === null ? state : { ...state, within: new Set([...within, ...part.nodes.map((thing) => thing.iri)]) };
}

/** Return a state that begins anew with the same filters; places are kept for what comes again. */
export function begun(state: State): State {
  return { ...state, things: new Map(), statements: new Map(), centres: [], hidden: new Set(), path: [] };
}

/** Return the state without a thing in sight. */
export function hiding(state: State, iri: string): State {
  return { ...state, hidden: new Set([...state.hidden, iri]) };
}

/** Return the state with all that was hidden in sight again. */
export function showingAll(state: State): State {
  return { ...state, hidden: new Set() };
}

/** Return the state with a thing pinned to its place, or let go if it was. */
export function togglingPin(state: State, iri: string): State {
  return { ...state, pinned: toggled(state.pinned, iri) };
}

/** Return the state with a thing put somewhere, and pinned there. */
export function moved(state: State, iri: string, place: Place): State {
  return { ...state, places: new Map(state.places).set(iri, place), pinned: new Set([...state.pinned, iri]) };
}

/** Return the state with other places; pinned things stay where they are. */
export function arranged(state: State, places: ReadonlyMap<string, Place>): State {
  const kept = [...state.pinned].flatMap((iri) => {
    const place = state.places.get(iri);
    return place === undefined ? [] : [[iri, place] as const];
  });
  return { ...state, places: new Map([...state.places, ...places, ...kept]) };
}

/** Return a set with a member taken out if it is there, else put in. */
export function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

function without(set: ReadonlySet<string>, members: readonly string[]): ReadonlySet<string> {
  const gone = new Set(members);
  return new Set([...set].filter((member) => !gone.has(member)));
}
