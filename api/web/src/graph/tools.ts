/** The buttons above the picture. */
import { make } from "../dom";
import { say } from "../language";
import { saveText } from "../saving";
import { isMotionReduced } from "./colours";
import { asGraphML, asJson, statementsAsCsv, thingsAsCsv } from "./files";
import { forced, spread } from "./layouts";
import type { Picture } from "./picture";
import { savePng, saveSvg } from "./picture_files";

const CSV = "text/csv;charset=utf-8";

/** Fill the bar of tools. */
export function connectTools(bar: HTMLElement, picture: Picture): void {
  const { explorer, view } = picture;
  const undo = button(say("Fortryd"), () => {
    explorer.undo();
  });
  const redo = button(say("Gentag"), () => {
    explorer.redo();
  });
  bar.append(
    undo,
    redo,
    button("+", () => {
      view.zoom(0.7);
    }, say("Zoom ind")),
    button("−", () => {
      view.zoom(1.4);
    }, say("Zoom ud")),
    button(say("Vis alt"), () => {
      picture.fit();
    }),
    menu(say("Stil op"), layoutTools(picture)),
    menu(say("Hent"), fileTools(picture)),
    button("?", () => {
      picture.showHelp();
    }, say("Hjælp til tastaturet")),
  );
  explorer.onChange(() => {
    undo.disabled = !explorer.canUndo;
    redo.disabled = !explorer.canRedo;
  });
}

function layoutTools(picture: Picture): HTMLButtonElement[] {
  const { explorer } = picture;
  return [
    button(say("Spred, så intet dækker andet"), () => {
      explorer.arrange(spread(explorer.state, explorer.visible));
      picture.fit();
    }),
    button(say("Træk det sammen, der hører sammen"), () => {
      pull(picture);
    }),
    button(say("Som ved begyndelsen"), () => {
      explorer.arrange(new Map([...explorer.state.things.values()].map(({ iri, x, y }) => [iri, { x, y }])));
      picture.fit();
    }),
  ];
}

/** Move things by forces, a step a frame; at once where the reader wants little motion. */
function pull(picture: Picture): void {
  const { explorer } = picture;
  const steps = forced(explorer.state, explorer.visible);
  const first = steps.next();
  if (first.done === true) return;
  explorer.arrange(first.value);
  const further = (): void => {
    const next = steps.next();
    if (next.done === true) {
      picture.fit();
      return;
    }
    explorer.arrangeFurther(next.value);
    requestAnimationFrame(further);
  };
  if (!isMotionReduced()) {
    requestAnimationFrame(further);
    return;
  }
  let last = first.value;
  for (const places of steps) last = places;
  explorer.arrangeFurther(last);
  picture.fit();
}

function fileTools(picture: Picture): HTMLButtonElement[] {
  const { explorer, view } = picture;
  const file = (name: string, type: string, made: () => string): (() => void) => {
    return () => {
      saveText(name, type, made());
    };
  };
  return [
    button(say("Billede (PNG)"), () => void savePng(view, explorer.visible)),
    button(say("Billede (SVG)"), () => {
      saveSvg(view, explorer.visible);
    }),
    button(say("Data (JSON)"), file("graf.json", "application/json", () => asJson(explorer.visible))),
    button(say("Ting (CSV)"), file("graf-ting.csv", CSV, () => thingsAsCsv(explorer.visible))),
    button(say("Udsagn (CSV)"), file("graf-udsagn.csv", CSV, () => statementsAsCsv(explorer.visible))),
    button(say("Netværk (GraphML)"), file("graf.graphml", "application/xml", () => asGraphML(explorer.visible))),
  ];
}

function button(text: string, pressed: () => void, name: string | null = null): HTMLButtonElement {
  const element = make("button", { type: "button", "aria-label": name, title: name }, text);
  element.addEventListener("click", pressed);
  return element;
}

/** A menu of buttons that closes when one of them was pressed, by Escape, or by a click elsewhere. */
function menu(name: string, items: readonly HTMLButtonElement[]): HTMLElement {
  const details = make("details", { class: "menu" }, make("summary", {}, name), make("div", {}, ...items));
  details.addEventListener("click", (event) => {
    if (event.target instanceof HTMLButtonElement) close();
  });
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  const close = (): void => {
    if (!details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  };
  return details;
}
