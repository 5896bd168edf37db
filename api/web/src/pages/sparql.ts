/** The page of /sparql: an editor in the place of the form, and the answer below it. */
import { found, make } from "../dom";
import { say } from "../language";
import { ServiceError } from "../rest";
import { keepQuery, queryOf } from "../sparql/address";
import { shownAnswer } from "../sparql/answer_shown";
import { Editor } from "../sparql/editor";
import { watchExamples } from "../sparql/examples";
import { pageData } from "../sparql/page_data";
import { Shortener } from "../sparql/terms_shown";
import { ask } from "../sparql_client";
import "../style/sparql.css";

const data = pageData();
const shortener = new Shortener(data.prefixes);
const form = found("#question", HTMLFormElement);
const place = found(".editor", HTMLElement, form);
const textarea = found("#query", HTMLTextAreaElement, form);
const answer = found("#answer", HTMLElement);
const told = make("p", { role: "status", class: "told" });
const abort = make("button", { type: "button", hidden: true }, say("Stop"));
let running: AbortController | null = null;

place.hidden = false;
found(".plain", HTMLElement, form).hidden = true;
textarea.disabled = true;
const editor = new Editor(place, queryOf(location.hash) || textarea.value, data, () => void run());
found("button[type=submit]", HTMLElement, form).after(" ", abort, " ", make("kbd", { class: "soft" }, "Ctrl+Enter"));
answer.before(told);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void run();
});
abort.addEventListener("click", () => running?.abort());
watchExamples(data, (query) => {
  editor.show(query);
  void run();
});
if (queryOf(location.hash) !== "") void run();

async function run(): Promise<void> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const query = editor.query;
  editor.forgetError();
  keepQuery(query);
  told.textContent = say("Spørger …");
  told.classList.remove("wrong");
  abort.hidden = false;
  const begun = performance.now();
  try {
    const answered = await ask(query, mine.signal);
    if (running !== mine) return;
    answer.replaceChildren(...shownAnswer(answered, query, shortener, performance.now() - begun));
    told.textContent = say("Svaret er klar.");
  } catch (error) {
    if (running === mine) tellError(error);
  }
  if (running === mine) abort.hidden = true;
}

function tellError(error: unknown): void {
  answer.replaceChildren();
  if (error instanceof DOMException && error.name === "AbortError") {
    told.textContent = say("Stoppet.");
    return;
  }
  if (!(error instanceof ServiceError)) throw error;
  told.classList.add("wrong");
  told.textContent = `${say("Det gik ikke:")} ${error.message}`;
  const line = /\b(?:line |at )(\d+)[:,]/.exec(error.message)?.[1];
  if (line !== undefined) editor.markError(Number(line));
}
