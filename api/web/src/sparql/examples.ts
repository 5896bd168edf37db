/** Choose a bundled question: it goes into the editor, with the values it needs filled in as texts. */
import type { PageData } from "./page_data";

/** Call `choose` with the query of each question that is chosen in the page's list. */
export function watchExamples(data: PageData, choose: (query: string) => void): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-example]")) {
    const example = data.examples[element.dataset["example"] ?? ""];
    if (example === undefined) continue;
    element.addEventListener(element instanceof HTMLFormElement ? "submit" : "click", (event) => {
      event.preventDefault();
      const values = element instanceof HTMLFormElement ? [...new FormData(element)] : [];
      choose(values.reduce((query, [name, value]) => fillIn(query, name, value as string), example.sparql));
    });
  }
}

/** Put a text in the place of a variable; a text stays a text, whatever stands in it. */
export function fillIn(query: string, variable: string, text: string): string {
  const escaped = text
    .replace(/[\\"]/g, (character) => `\\${character}`)
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r");
  return query.replace(new RegExp(`[?$]${variable}\\b`, "g"), () => `"${escaped}"`);
}
