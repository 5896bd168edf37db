/** The help on the keyboard, as a dialog. */
import { make } from "../dom";
import { say } from "../language";
import { KEYS } from "./keyboard";

/** Return the dialog; show it with `showModal`. */
export function helpDialog(): HTMLDialogElement {
  const close = make("button", { type: "button", class: "primary" }, say("Luk"));
  const dialog = make(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    make("h2", { id: "help-title" }, say("Grafen med tastaturet")),
    make("p", {}, say("Gå ind i billedet med Tab. Så længe det har fokus, gælder disse taster:")),
    make("dl", {}, ...KEYS.map(([key, does]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)))),
    make("p", { class: "soft" }, say("Tabellerne under billedet viser det samme og kan det samme.")),
    close,
  );
  close.addEventListener("click", () => {
    dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
