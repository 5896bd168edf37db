/** The page's language, and what scripts say in it: Danish words, with English ones in english.json. */
import english from "./english.json";

export type Language = "da" | "en";
export const language: Language = document.documentElement.lang === "en" ? "en" : "da";

/** Say Danish words in the page's language, with {name} filled in. */
export function say(danish: string, values: Record<string, string | number> = {}): string {
  const words = language === "en" ? ((english as Record<string, string>)[danish] ?? danish) : danish;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Return the address of a page of ours in the page's language; `path` begins below the service's prefix. */
export function href(path: string, parameters: Record<string, string> = {}): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ""));
  if (language === "en") query.set("lang", "en");
  const text = query.toString();
  return `${prefix()}${path}${text === "" ? "" : "?"}${text}`;
}

/** The prefix that the service is reached under, without a slash at its end. */
export function prefix(): string {
  return document.documentElement.dataset["prefix"] ?? "";
}

/** Return the address that an IRI of the graph answers at here; another IRI as it is. */
export function link(iri: string): string {
  const base = document.documentElement.dataset["base"] ?? "";
  return base !== "" && iri.startsWith(base) ? href(`/${iri.slice(base.length)}`) : iri;
}
