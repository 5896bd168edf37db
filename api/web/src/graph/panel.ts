/** The panel beside the picture: what is chosen, what it is tied to, and every sentence that says so. */
import { make } from "../dom";
import { link, say } from "../language";
import { look, sign } from "./looks";
import { type Pair, type Thing, otherEnd } from "./model";
import { shownStatement } from "./statement_shown";
import type { State } from "./state";
import type { Visible } from "./visible";
import { dateWord, relationWord } from "./words";

export interface PanelActions {
  readonly expand: (iri: string) => void;
  readonly hide: (iri: string) => void;
  readonly pin: (iri: string) => void;
  readonly markForPath: (iri: string) => void;
  readonly chooseThing: (iri: string) => void;
  readonly choosePair: (key: string) => void;
}

const SHOWN = 60;

export class Panel {
  constructor(
    private readonly element: HTMLElement,
    private readonly actions: PanelActions,
  ) {}

  /** Show a thing with its pairs. */
  showThing(thing: Thing, state: State, visible: Visible, pathFrom: Thing | null): void {
    const pairs = visible.around.get(thing.iri) ?? [];
    this.element.replaceChildren(
      title(thing),
      facts(thing),
      this.tools(thing, state, pathFrom),
      make("h3", {}, say("Forbindelser i billedet ({count})", { count: pairs.length })),
      make("ul", { class: "ties" }, ...pairs.slice(0, SHOWN).map((pair) => this.tie(pair, thing.iri, visible))),
      pairs.length > SHOWN ? make("p", { class: "soft" }, say("Resten står i tabellen under billedet.")) : "",
    );
  }

  /** Show all that is said of two things. */
  showPair(pair: Pair, visible: Visible): void {
    const [one, other] = [pair.one, pair.other].map((iri) => visible.things.get(iri));
    if (one === undefined || other === undefined) return;
    this.element.replaceChildren(
      make("h2", {}, this.chooser(one), " – ", this.chooser(other)),
      make("p", { class: "soft" }, pair.statements.length === 1 ? say("1 udsagn") : say("{count} udsagn", { count: pair.statements.length })),
      ...pair.statements.slice(0, SHOWN).map((statement) => {
        const from = visible.things.get(statement.start)?.label ?? "";
        const to = visible.things.get(statement.end)?.label ?? "";
        return make("div", { class: "directed" }, make("p", { class: "soft ends", lang: "da" }, `${from} → ${to}`), shownStatement(statement));
      }),
    );
  }

  /** Show that nothing is chosen. */
  showNothing(): void {
    this.element.replaceChildren(
      make("h2", {}, say("Intet er valgt")),
      make(
        "p",
        { class: "soft" },
        say("Klik på en ting for at se, hvad den er forbundet med. Dobbeltklik henter det, der ligger omkring den. Peg på en streg for at se sætningen bag."),
      ),
      make("p", { class: "soft" }, say("Med tastaturet: gå ind i billedet med Tab, og tryk ? for hjælp.")),
    );
  }

  focus(): void {
    this.element.focus();
  }

  private tools(thing: Thing, state: State, pathFrom: Thing | null): HTMLElement {
    const isPinned = state.pinned.has(thing.iri);
    const isStart = pathFrom?.iri === thing.iri;
    const path = pathFrom === null || isStart ? say("Vej herfra") : say("Vej hertil fra {name}", { name: pathFrom.label });
    return make(
      "p",
      { class: "row" },
      button(say("Udvid"), () => {
        this.actions.expand(thing.iri);
      }),
      button(say("Skjul"), () => {
        this.actions.hide(thing.iri);
      }),
      button(isPinned ? say("Slip") : say("Sæt fast"), () => {
        this.actions.pin(thing.iri);
      }),
      button(
        path,
        () => {
          this.actions.markForPath(thing.iri);
        },
        isStart,
      ),
    );
  }

  private tie(pair: Pair, iri: string, visible: Visible): HTMLElement {
    const there = visible.things.get(otherEnd(pair, iri));
    const words = [...new Set(pair.statements.map(relationWord))].join(", ");
    const why = button(words, () => {
      this.actions.choosePair(pair.key);
    });
    why.setAttribute("aria-label", say("Hvorfor? {words}: {name}", { words, name: there?.label ?? "" }));
    return make("li", {}, there === undefined ? "" : this.chooser(there), " ", why);
  }

  private chooser(thing: Thing): HTMLElement {
    const element = make("button", { type: "button", class: "thing" }, sign(thing.type), " ", make("span", { lang: "da" }, thing.label));
    element.addEventListener("click", () => {
      this.actions.chooseThing(thing.iri);
    });
    return element;
  }
}

function title(thing: Thing): HTMLElement {
  return make("h2", {}, sign(thing.type), " ", make("a", { href: link(thing.iri), lang: "da" }, thing.label));
}

function facts(thing: Thing): HTMLElement {
  const period = [thing.first, thing.last].filter((date) => date !== null).map(dateWord);
  const days = period[0] === period[1] ? period.slice(0, 1) : period;
  const ties = thing.degree === 1 ? say("1 forbindelse i hele grafen") : say("{count} forbindelser i hele grafen", { count: thing.degree });
  return make("p", { class: "soft" }, [look(thing.type).word, ...(days.length > 0 ? [days.join(" – ")] : []), ties].join(" · "));
}

function button(text: string, pressed: () => void, isPressed = false): HTMLButtonElement {
  const element = make("button", { type: "button", "aria-pressed": isPressed ? "true" : null }, text);
  element.addEventListener("click", pressed);
  return element;
}
