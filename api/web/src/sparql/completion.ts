/** Suggest prefixes, classes and properties from the graph's own vocabulary; nothing is fetched from elsewhere. */
import Yasqe from "@zazuko/yasqe";
import type { PageData, Term } from "./page_data";

type Kind = Term["kind"];
export const COMPLETERS = ["own-prefixes", "own-classes", "own-properties", "variables"];

/** Register the completers of COMPLETERS that are ours. */
export function registerCompleters(data: PageData): void {
  Yasqe.forkAutocompleter("prefixes", {
    name: "own-prefixes",
    persistenceId: null,
    get: () => Object.entries(data.prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`),
  });
  forkTerms("class", "own-classes", data.terms);
  forkTerms("property", "own-properties", data.terms);
}

function forkTerms(kind: Kind, name: string, terms: readonly Term[]): void {
  const known = terms.filter((term) => term.kind === kind);
  const byIri = new Map(known.map((term) => [term.iri, term]));
  Yasqe.forkAutocompleter(kind, {
    name,
    autoShow: true,
    get: (_yasqe, token) => {
      const begun = (token?.autocompletionString ?? "").replace(/^</, "");
      return known.filter((term) => matches(term, begun)).map((term) => term.iri);
    },
    postprocessHints: (_yasqe, hints) =>
      hints.map((hint) => ({ ...hint, displayText: displayed(hint.text, byIri, terms) })),
  });
}

/** Tell whether what is typed begins the term's IRI or its short name, or stands in its label. */
function matches(term: Term, begun: string): boolean {
  const wanted = begun.toLowerCase();
  if (wanted === "") return true;
  return (
    term.iri.toLowerCase().startsWith(wanted) ||
    term.name.toLowerCase().startsWith(wanted) ||
    (wanted.length > 1 && !wanted.includes(":") && `${term.name} ${term.label}`.toLowerCase().includes(wanted))
  );
}

function displayed(text: string, byIri: ReadonlyMap<string, Term>, terms: readonly Term[]): string {
  const iri = text.replace(/^<|>$/g, "");
  const term = byIri.get(iri) ?? terms.find((each) => each.name === iri);
  return term === undefined || term.label === term.name || term.label === "" ? text : `${text} – ${term.label}`;
}
