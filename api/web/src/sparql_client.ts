/** Ask /sparql: solutions as JSON, graphs as N-Triples. */
import { prefix } from "./language";
import { type Node, type Triple, parseNTriples } from "./rdf";
import { problem } from "./rest";

export type Row = Readonly<Record<string, Node>>;
export type Answer =
  | { readonly form: "solutions"; readonly variables: readonly string[]; readonly rows: readonly Row[] }
  | { readonly form: "boolean"; readonly value: boolean }
  | { readonly form: "graph"; readonly triples: readonly Triple[] };

interface Results {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Row[] };
}

const SOLUTIONS = "application/sparql-results+json";
const GRAPH = "application/n-triples";

/** Answer a query of any form. Throws ServiceError with what the service says is wrong with it. */
export async function ask(query: string, signal?: AbortSignal): Promise<Answer> {
  const response = await asked(query, `${SOLUTIONS}, ${GRAPH};q=0.9`, signal);
  if ((response.headers.get("content-type") ?? "").startsWith(GRAPH)) {
    return { form: "graph", triples: parseNTriples(await response.text()) };
  }
  const told = (await response.json()) as Results;
  if (told.boolean !== undefined) return { form: "boolean", value: told.boolean };
  return { form: "solutions", variables: told.head.vars ?? [], rows: told.results?.bindings ?? [] };
}

/** Return the answer to a query as text of a media type. Throws ServiceError. */
export async function askAs(query: string, mediaType: string): Promise<string> {
  return (await asked(query, mediaType)).text();
}

async function asked(query: string, accept: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(`${prefix()}/sparql`, {
    method: "POST",
    headers: { Accept: accept, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ query }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await problem(response);
  return response;
}
