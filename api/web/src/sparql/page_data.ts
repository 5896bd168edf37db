/** What the page brings for the editor, in its block of JSON. */
import { found } from "../dom";

export interface Term {
  readonly iri: string;
  readonly name: string;
  readonly kind: "class" | "property";
  readonly label: string;
  readonly comment: string;
}

export interface Example {
  readonly sparql: string;
  readonly needs: readonly string[];
}

export interface PageData {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly Term[];
  readonly examples: Readonly<Record<string, Example>>;
}

/** Read the block that the service wrote into the page. */
export function pageData(): PageData {
  return JSON.parse(found("#sparql-data", HTMLScriptElement).text) as PageData;
}
