/** What the service tells of the network (`/api/graph`), and what is made of it here. */

export interface Evidence {
  readonly quote: string;
  readonly source: string;
  readonly source_iri: string;
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
}

export interface Thing {
  readonly iri: string;
  readonly label: string;
  readonly type: string;
  readonly kind: string | null;
  readonly degree: number;
  readonly x: number;
  readonly y: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** What one source says of two things. */
export interface Statement {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly relation: string;
  readonly label: string;
  readonly label_en: string;
  readonly date: string | null;
  readonly evidence: Evidence | null;
}

export interface Part {
  readonly nodes: readonly Thing[];
  readonly edges: readonly Statement[];
  readonly omitted: number;
  readonly complete: boolean;
}

export interface Paths extends Part {
  readonly paths: readonly (readonly string[])[];
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Two things, whichever comes first, with all that is said of them: one line of the picture. */
export interface Pair {
  readonly key: string;
  readonly one: string;
  readonly other: string;
  readonly statements: readonly Statement[];
}

/** Return the key of two things' pair: the same whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Return the thing at the other end. */
export function otherEnd(pair: Pair, iri: string): string {
  return pair.one === iri ? pair.other : pair.one;
}
