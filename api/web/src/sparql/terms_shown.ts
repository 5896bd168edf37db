/** How an RDF term is shown: an IRI of ours leads to its page, another to where it is defined, text stands as text. */
import { make } from "../dom";
import { link } from "../language";
import type { Node } from "../rdf";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const PLAIN = new Set([`${XSD}string`, `${XSD}integer`, `${XSD}decimal`, `${XSD}boolean`, `${XSD}date`, `${XSD}dateTime`]);
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger"].map((name) => XSD + name));

/** Tells of IRIs in the page's own short words. */
export class Shortener {
  private readonly base = document.documentElement.dataset["base"] ?? "";

  constructor(private readonly prefixes: Readonly<Record<string, string>>) {}

  /** Return an IRI shortened by a prefix or by the graph's base. */
  short(iri: string): string {
    if (this.base !== "" && iri.startsWith(this.base)) return iri.slice(this.base.length) || iri;
    const known = Object.entries(this.prefixes).find(([, namespace]) => iri.startsWith(namespace));
    return known === undefined ? iri : `${known[0]}:${iri.slice(known[1].length)}`;
  }

  /** Return the element that shows a term. */
  shown(node: Node | undefined): HTMLElement {
    if (node === undefined) return make("span", { class: "soft" }, "–");
    if (node.type === "literal") return literal(node);
    if (node.type === "bnode") return make("span", { class: "soft", translate: "no" }, `_:${node.value}`);
    const address = link(node.value);
    const isOurs = address !== node.value;
    if (!isOurs && !/^https?:/i.test(node.value)) return make("span", { translate: "no" }, node.value);
    return make(
      "a",
      { href: address, title: node.value, translate: "no", rel: isOurs ? null : "noreferrer external" },
      this.short(node.value),
    );
  }
}

function literal(node: Node): HTMLElement {
  const note = node["xml:lang"] ?? (node.datatype === undefined || PLAIN.has(node.datatype) ? "" : node.datatype.replace(XSD, "xsd:"));
  const text = make("span", { lang: node["xml:lang"] ?? null }, node.value);
  return note === "" ? text : make("span", {}, text, " ", make("small", { class: "soft" }, note));
}

/** Tell whether a term is a number. */
export function isNumber(node: Node | undefined): boolean {
  return node?.datatype !== undefined && NUMBERS.has(node.datatype);
}

/** Compare two terms: missing ones last, numbers by value, the rest as the page's language orders words. */
export function compareTerms(one: Node | undefined, other: Node | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  if (isNumber(one) && isNumber(other)) return Number(one.value) - Number(other.value);
  return one.value.localeCompare(other.value, document.documentElement.lang, { numeric: true });
}
