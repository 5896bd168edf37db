/** The editor of a query: Yasqe, with a name for screen readers, without its network, and with Tab left alone. */
import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";
import { say } from "../language";
import { COMPLETERS, registerCompleters } from "./completion";
import type { PageData } from "./page_data";

const WRONG = "wrong";

/** What is used of the editor that Yasqe is made of; its own types are not packed with it. */
interface Surface {
  getValue(): string;
  setValue(text: string): void;
  focus(): void;
  refresh(): void;
  lineCount(): number;
  addLineClass(line: number, where: "background", name: string): void;
  removeLineClass(line: number, where: "background", name: string): void;
  on(event: "autocompletionShown", heard: () => void): void;
}

export class Editor {
  private readonly yasqe: Surface;

  /** Show a query in `place`; `run` is called on Ctrl+Enter. */
  constructor(place: HTMLElement, query: string, data: PageData, run: () => void) {
    registerCompleters(data);
    const keys = Yasqe.defaults.extraKeys as Record<string, unknown>;
    this.yasqe = new Yasqe(place, {
      value: query,
      persistenceId: null,
      consumeShareLink: null,
      createShareableLink: null,
      prefixCcApi: null,
      showQueryButton: false,
      resizeable: false,
      editorHeight: "auto",
      screenReaderLabel: say("Forespørgsel"),
      autocompleters: COMPLETERS,
      // Tab must lead out of the editor; Ctrl+S and what fetches is not ours to take.
      extraKeys: { ...keys, Tab: false, "Shift-Tab": false, "Ctrl-S": false, "Ctrl-Enter": run, "Cmd-Enter": run } as never,
    } as never) as unknown as Surface;
    this.yasqe.on("autocompletionShown", () => {
      for (const list of place.querySelectorAll(".CodeMirror-hints")) list.setAttribute("aria-label", say("Forslag"));
    });
  }

  get query(): string {
    return this.yasqe.getValue();
  }

  /** Put another query in the place of the one that stands there. */
  show(query: string): void {
    this.forgetError();
    this.yasqe.setValue(query);
  }

  focus(): void {
    this.yasqe.focus();
  }

  /** Measure again, after the editor came into view. */
  refresh(): void {
    this.yasqe.refresh();
  }

  /** Mark the line where the service found an error; `line` counts from 1. */
  markError(line: number): void {
    this.yasqe.addLineClass(line - 1, "background", WRONG);
  }

  forgetError(): void {
    for (let line = 0; line < this.yasqe.lineCount(); line += 1) this.yasqe.removeLineClass(line, "background", WRONG);
  }
}
