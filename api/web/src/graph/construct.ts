/** The triples of a CONSTRUCT as a part of the network: named by what the graph calls them. */
import { type Node, type Triple, lastPart } from "../rdf";
import { ask } from "../sparql_client";
import { laidFromCircle } from "./layouts";
import { LOOKS } from "./looks";
import type { Part, Statement, Thing } from "./model";

const NAMESPACE = "https://w3id.org/sagsgraf/ns#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel";
const MOST_NAMED = 500; // things of one query for names
const MOST_TRIPLES = 20_000;

interface Known {
  readonly labels: Map<string, string>;
  readonly types: Map<string, string>;
}

/** Answer a CONSTRUCT as a part. Raises ServiceError; a query of another form gives an empty part. */
export async function constructed(query: string): Promise<Part> {
  const answer = await ask(query);
  const triples = answer.form === "graph" ? answer.triples.slice(0, MOST_TRIPLES) : [];
  const complete = answer.form === "graph" && answer.triples.length <= MOST_TRIPLES;
  const known = ownNames(triples);
  const ties = triples.filter(({ predicate, object }) => object.type !== "literal" && predicate.value !== TYPE);
  const names = [...new Set(ties.flatMap(({ subject, object }) => [nameOf(subject), nameOf(object)]))];
  await askNames(names.filter((iri) => !known.labels.has(iri) || !known.types.has(iri)), known);
  const edges = ties.map(asStatement);
  return { nodes: things(names, edges, known), edges, omitted: 0, complete };
}

function ownNames(triples: readonly Triple[]): Known {
  const known: Known = { labels: new Map(), types: new Map() };
  for (const { subject, predicate, object } of triples) {
    if (predicate.value === LABEL) known.labels.set(nameOf(subject), object.value);
    if (predicate.value === TYPE) keepType(known, nameOf(subject), object.value);
  }
  return known;
}

/** Keep the first type that has a look, in the order of LOOKS. */
function keepType(known: Known, iri: string, type: string): void {
  const name = type.startsWith(NAMESPACE) ? type.slice(NAMESPACE.length) : "";
  const order = Object.keys(LOOKS);
  const before = order.indexOf(known.types.get(iri) ?? "");
  const now = order.indexOf(name);
  if (now >= 0 && (before < 0 || now < before)) known.types.set(iri, name);
}

async function askNames(iris: readonly string[], known: Known): Promise<void> {
  const askable = iris.filter((iri) => /^https?:[^<>"{}|^`\\\s]*$/.test(iri));
  for (let start = 0; start < askable.length; start += MOST_NAMED) {
    const values = askable.slice(start, start + MOST_NAMED).map((iri) => `<${iri}>`);
    const answer = await ask(`SELECT ?s ?type ?label ?title ?number {
      VALUES ?s { ${values.join(" ")} }
      { ?s a ?type } UNION { ?s <${LABEL}> ?label } UNION { ?s <http://purl.org/dc/terms/title> ?title }
      UNION { ?s <http://purl.org/dc/terms/identifier> ?number } }`);
    if (answer.form !== "solutions") continue;
    for (const row of answer.rows) {
      const iri = row["s"]?.value ?? "";
      const label = row["label"] ?? row["title"] ?? row["number"];
      if (label !== undefined && (row["label"] !== undefined || !known.labels.has(iri))) known.labels.set(iri, label.value);
      if (row["type"] !== undefined) keepType(known, iri, row["type"].value);
    }
  }
}

function asStatement({ subject, predicate, object }: Triple): Statement {
  const [start, end, word] = [nameOf(subject), nameOf(object), lastPart(predicate.value)];
  return { id: `${start} ${predicate.value} ${end}`, start, end, relation: word, label: word, label_en: word, date: null, evidence: null };
}

function things(names: readonly string[], edges: readonly Statement[], known: Known): Thing[] {
  const places = laidFromCircle(names, edges.map(({ start, end }) => [start, end] as const));
  const tied = new Map<string, Set<string>>(names.map((iri) => [iri, new Set<string>()]));
  for (const { start, end } of edges) {
    tied.get(start)?.add(end);
    tied.get(end)?.add(start);
  }
  return names.map((iri) => ({
    iri,
    label: known.labels.get(iri) ?? lastPart(iri),
    type: known.types.get(iri) ?? "",
    kind: null,
    degree: tied.get(iri)?.size ?? 0,
    x: places.get(iri)?.x ?? 0,
    y: places.get(iri)?.y ?? 0,
    first: null,
    last: null,
  }));
}

function nameOf(node: Node): string {
  return node.type === "bnode" ? `_:${node.value}` : node.value;
}
