/** The page of a life: filters that answer at once, copying, printing. */
import { copyText } from "../copying";
import { make } from "../dom";
import { say } from "../language";
import { filterAtOnce } from "../timeline_filters";

filterAtOnce();

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.addEventListener("click", () => {
    window.print();
  });
}

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-address]")) input.value = window.location.href;

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  const status = make("span", { role: "status", class: "soft" });
  button.after(status);
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset["copy"] ?? "");
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.select();
    void copyText(field.value).then((done) => {
      status.textContent = done ? say("Kopieret") : say("Markeret: tryk Ctrl+C");
    });
  });
}

// One tool is open at a time, and Escape closes it.
const tools = [...document.querySelectorAll<HTMLDetailsElement>("details.tool")];
document.addEventListener("keydown", (event) => {
  const open = tools.find((tool) => tool.open);
  if (event.key === "Escape" && open !== undefined) {
    open.open = false;
    open.querySelector("summary")?.focus();
  }
});
document.addEventListener("click", (event) => {
  for (const tool of tools) {
    if (event.target instanceof Node && !tool.contains(event.target)) tool.open = false;
  }
});

// On paper everything is unfolded.
window.addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll<HTMLDetailsElement>("details.mentions, details.more")) {
    if (!each.open) {
      each.open = true;
      each.dataset["printed"] = "";
    }
  }
});
window.addEventListener("afterprint", () => {
  for (const each of document.querySelectorAll<HTMLDetailsElement>("details[data-printed]")) {
    each.open = false;
    delete each.dataset["printed"];
  }
});
