/** What every page runs: suggestions below the search field, sentences that open where they stand. */
import { openSentences } from "../sentence";
import { suggestBelow } from "../suggest";

document.documentElement.classList.add("scripted");

for (const form of document.querySelectorAll<HTMLFormElement>("form.search")) {
  const input = form.querySelector<HTMLInputElement>("input[type=search]");
  if (input !== null) suggestBelow(form, input);
}
openSentences();
