/** RDF terms as the SPARQL results format writes them, and how they are read out of N-Triples. */

export interface Node {
  readonly type: "uri" | "literal" | "bnode";
  readonly value: string;
  readonly "xml:lang"?: string;
  readonly datatype?: string;
}

export interface Triple {
  readonly subject: Node;
  readonly predicate: Node;
  readonly object: Node;
}

const TERM = /\s*(?:<([^>]*)>|_:([^\s.]+(?:\.[^\s.]+)*)|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?)/y;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;
const NAMED: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };

/** Read N-Triples; a line that is none (a comment, an RDF 1.2 term) is left out. */
export function parseNTriples(text: string): Triple[] {
  return text
    .split("\n")
    .map(parseLine)
    .filter((triple) => triple !== null);
}

function parseLine(line: string): Triple | null {
  const reader = new RegExp(TERM);
  const [subject, predicate, object] = [next(reader, line), next(reader, line), next(reader, line)];
  return subject && predicate && object && /^\s*\.\s*$/.test(line.slice(reader.lastIndex))
    ? { subject, predicate, object }
    : null;
}

function next(reader: RegExp, line: string): Node | null {
  const part = reader.exec(line);
  if (part === null) return null;
  const [, iri, blank, text, lang, datatype] = part;
  if (iri !== undefined) return { type: "uri", value: unescaped(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return {
    type: "literal",
    value: unescaped(text ?? ""),
    ...(lang === undefined ? {} : { "xml:lang": lang }),
    ...(datatype === undefined ? {} : { datatype: unescaped(datatype) }),
  };
}

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_whole, short?: string, long?: string, named?: string) => {
    const code = short ?? long;
    return code === undefined ? (NAMED[named ?? ""] ?? named ?? "") : String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
  });
}

/** Return the last part of an IRI, as a reader would name it. */
export function lastPart(iri: string): string {
  const part = iri.replace(/[/#]+$/, "").split(/[/#]/).pop() ?? iri;
  try {
    return decodeURIComponent(part) || iri;
  } catch {
    return part;
  }
}
