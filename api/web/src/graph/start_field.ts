/** The field to begin with: what is chosen from its suggestions comes into the picture at once. */
import { suggestBelow } from "../suggest";

/** Call `choose` with what is chosen; without a choice the form asks the service. */
export function watchSearch(choose: (iri: string) => void): void {
  const form = document.querySelector<HTMLFormElement>("form.begin");
  const input = form?.querySelector("input");
  if (!form || !input) return;
  suggestBelow(form, input, (hit) => {
    input.value = "";
    choose(hit.iri);
  });
}
