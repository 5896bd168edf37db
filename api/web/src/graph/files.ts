/** What is in sight as files: JSON, tables (CSV), GraphML. */
import type { Statement } from "./model";
import type { Visible } from "./visible";

const FORMULA = /^[=+\-@\t\r]/; // a spreadsheet would run what begins so

/** Return the selection as JSON: things and statements as the service gave them. */
export function asJson(visible: Visible): string {
  return `${JSON.stringify({ nodes: [...visible.things.values()], edges: visible.statements }, null, 1)}\n`;
}

/** Return the things as a table. */
export function thingsAsCsv(visible: Visible): string {
  const rows = [...visible.things.values()].map((thing) => [thing.iri, thing.label, thing.type, thing.kind, String(thing.degree), thing.first, thing.last]);
  return csv([["iri", "label", "type", "kind", "degree", "first", "last"], ...rows]);
}

/** Return the statements as a table, each with its sentence and where it stands. */
export function statementsAsCsv(visible: Visible): string {
  const name = (iri: string): string => visible.things.get(iri)?.label ?? "";
  const rows = visible.statements.map((each) => [each.start, name(each.start), each.relation, each.label, each.end, name(each.end), each.date, ...place(each)]);
  const heads = ["start", "start_label", "relation", "label", "end", "end_label", "date", "quote", "source", "page", "start_char", "end_char"];
  return csv([heads, ...rows]);
}

function place({ evidence }: Statement): (string | null)[] {
  if (evidence === null) return [null, null, null, null, null];
  const page = evidence.page === null ? null : String(evidence.page);
  return [evidence.quote, evidence.source, page, String(evidence.start), String(evidence.end)];
}

function csv(rows: readonly (readonly (string | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

function field(value: string | null): string {
  const text = value ?? "";
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const NODE_KEYS = ["label", "type", "kind", "degree", "first", "last"] as const;
const EDGE_KEYS = ["relation", "label", "date", "quote", "source", "page"] as const;

/** Return the selection as GraphML. Source: http://graphml.graphdrawing.org/specification.html. */
export function asGraphML(visible: Visible): string {
  const keys = [...NODE_KEYS.map((name) => key("node", name)), ...EDGE_KEYS.map((name) => key("edge", name))];
  const nodes = [...visible.things.values()].map(
    (thing) => `<node id="${xml(thing.iri)}">${NODE_KEYS.map((name) => data("node", name, thing[name])).join("")}</node>`,
  );
  const edges = visible.statements.map((each) => {
    const values = { relation: each.relation, label: each.label, date: each.date, quote: each.evidence?.quote, source: each.evidence?.source, page: each.evidence?.page };
    const inner = EDGE_KEYS.map((name) => data("edge", name, values[name])).join("");
    return `<edge id="${xml(each.id)}" source="${xml(each.start)}" target="${xml(each.end)}">${inner}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph edgedefault="directed">',
    ...nodes,
    ...edges,
    "</graph>",
    "</graphml>\n",
  ].join("\n");
}

function key(owner: string, name: string): string {
  const type = name === "degree" || name === "page" ? "int" : "string";
  return `<key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`;
}

function data(owner: string, name: string, value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : `<data key="${owner}-${name}">${xml(String(value))}</data>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Escape text for XML; what XML cannot hold is left out. */
export function xml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
