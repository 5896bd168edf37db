/** Choose judgements of one's own beside the program's, and take them home as a file for the data folder. */
import { found, make } from "../dom";
import { say } from "../language";

const HEAD = ["verdict", "left", "right", "reason", "by"];
const FORMULA = /^[=+\-@]/; // what a spreadsheet takes a cell for a formula by

interface Choice {
  verdict: string;
  left: string;
  right: string;
}

/** Return what was chosen, in the order of the page. */
function choices(): Choice[] {
  return [...document.querySelectorAll<HTMLElement>(".judgements > li")].flatMap((row) => {
    const verdict = row.querySelector<HTMLInputElement>("input:checked")?.value ?? "";
    return verdict === "" ? [] : [{ verdict, left: row.dataset["left"] ?? "", right: row.dataset["right"] ?? "" }];
  });
}

/** Return the lines of a judgements file. */
export function lines(chosen: readonly Choice[]): string {
  const cell = (text: string): string => {
    const flat = text.replace(/\s+/g, " ").trim();
    return FORMULA.test(flat) ? `'${flat}` : flat;
  };
  const rows = chosen.map((each) => [each.verdict, each.left, each.right, "", "analyst"]);
  return [HEAD, ...rows].map((row) => `${row.map(cell).join("\t")}\n`).join("");
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/tab-separated-values" }));
  const anchor = make("a", { href: address, download: "judgements.tsv" });
  anchor.click();
  URL.revokeObjectURL(address);
}

function count(): void {
  const chosen = choices().length;
  found("#own-count", HTMLElement).textContent = say("{count} valgt", { count: chosen });
  found("#own-download", HTMLButtonElement).disabled = chosen === 0;
}

if (document.querySelector(".judgements") !== null) {
  for (const hidden of document.querySelectorAll<HTMLElement>(".own, .own-file")) hidden.hidden = false;
  document.addEventListener("change", count);
  found("#own-download", HTMLButtonElement).addEventListener("click", () => {
    download(lines(choices()));
  });
  count();
}
