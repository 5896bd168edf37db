/** What of a state is in sight: filters applied, statements of the same two things gathered in pairs. */
import { type Pair, type Statement, type Thing, pairKey } from "./model";
import type { State } from "./state";

export interface Visible {
  readonly things: ReadonlyMap<string, Thing>;
  readonly statements: readonly Statement[];
  readonly pairs: ReadonlyMap<string, Pair>;
  /** The pairs of each thing, by the name at the other end. */
  readonly around: ReadonlyMap<string, readonly Pair[]>;
}

/** Return what is in sight. A thing that nothing in sight is said of stays only if it was asked for. */
export function visibleOf(state: State): Visible {
  const statements = [...state.statements.values()].filter((statement) => isWanted(state, statement));
  const pairs = pairsOf(statements);
  const tied = new Set(statements.flatMap((statement) => [statement.start, statement.end]));
  const kept = new Set([...state.centres, ...state.path]);
  const things = new Map(
    [...state.things].filter(([iri, thing]) => hasThing(state, thing) && (tied.has(iri) || kept.has(iri))),
  );
  return { things, statements, pairs, around: aroundOf(pairs, things) };
}

function isWanted(state: State, statement: Statement): boolean {
  if (state.unwantedRelations.has(statement.relation) || !isInPeriod(state, statement.date)) return false;
  const [start, end] = [state.things.get(statement.start), state.things.get(statement.end)];
  return start !== undefined && end !== undefined && hasThing(state, start) && hasThing(state, end);
}

function hasThing(state: State, thing: Thing): boolean {
  if (state.hidden.has(thing.iri) || state.unwantedTypes.has(thing.type)) return false;
  return state.within === null || state.within.has(thing.iri);
}

/** What has no date is not left out for that. */
function isInPeriod(state: State, date: string | null): boolean {
  return date === null || ((state.from === null || date >= state.from) && (state.to === null || date <= state.to));
}

function pairsOf(statements: readonly Statement[]): ReadonlyMap<string, Pair> {
  const found = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (statement.start === statement.end) continue;
    const key = pairKey(statement.start, statement.end);
    const said = found.get(key);
    if (said === undefined) found.set(key, [statement]);
    else said.push(statement);
  }
  return new Map([...found].map(([key, said]) => [key, pair(key, said)]));
}

/** Return a pair whose statements stand in order of time, those with a sentence first on the same day. */
function pair(key: string, said: Statement[]): Pair {
  const statements = said.sort(
    (a, b) => (a.date ?? "9").localeCompare(b.date ?? "9") || Number(a.evidence === null) - Number(b.evidence === null),
  );
  const [first] = statements;
  return { key, one: first?.start ?? "", other: first?.end ?? "", statements };
}

function aroundOf(pairs: ReadonlyMap<string, Pair>, things: ReadonlyMap<string, Thing>): ReadonlyMap<string, readonly Pair[]> {
  const found = new Map<string, [string, Pair][]>();
  for (const each of pairs.values()) {
    for (const [here, there] of [
      [each.one, each.other],
      [each.other, each.one],
    ] as const) {
      const entry: [string, Pair] = [things.get(there)?.label ?? there, each];
      const list = found.get(here);
      if (list === undefined) found.set(here, [entry]);
      else list.push(entry);
    }
  }
  return new Map(
    [...found].map(([iri, entries]) => [iri, entries.sort(([a], [b]) => a.localeCompare(b, "da")).map(([, each]) => each)]),
  );
}
