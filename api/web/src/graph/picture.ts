/** The picture with its panel, its tools and its keys: what is chosen in it, and what is done to that. */
import { found } from "../dom";
import { say } from "../language";
import type { Explorer } from "./explorer";
import { helpDialog } from "./help";
import { Hint } from "./hint";
import { type Commands, watchKeys } from "./keyboard";
import { Marks } from "./marks";
import { type Pair, type Place, otherEnd } from "./model";
import { Panel } from "./panel";
import { watchPointer } from "./pointer";
import { toldStatement } from "./statement_shown";
import { connectTools } from "./tools";
import { View } from "./view";
import { type Direction, towards } from "./walking";

/** Return the picture, or null where the browser cannot draw it; then the tables alone are shown. */
export function connectPicture(explorer: Explorer): Picture | null {
  const element = found(".explorer", HTMLElement);
  if (!hasWebGL()) {
    element.hidden = true;
    return null;
  }
  return new Picture(explorer, element);
}

function hasWebGL(): boolean {
  const context = document.createElement("canvas").getContext("webgl2") ?? document.createElement("canvas").getContext("webgl");
  return context !== null;
}

export class Picture {
  readonly view: View;
  private readonly panel: Panel;
  private readonly hint: Hint;
  private readonly marks: Marks;
  private readonly stage: HTMLElement;
  private thing: string | null = null;
  private pair: string | null = null;
  private readonly help = helpDialog();

  constructor(
    readonly explorer: Explorer,
    element: HTMLElement,
  ) {
    this.stage = found(".stage", HTMLElement, element);
    this.view = new View(this.stage);
    this.marks = new Marks(this.view);
    this.hint = new Hint(this.stage);
    this.panel = new Panel(found(".chosen", HTMLElement, element), this.panelActions());
    this.watch();
    connectTools(found(".picture-tools", HTMLElement, element), this);
    explorer.onChange(() => {
      this.show();
    });
  }

  /** Choose a thing: mark it, and show it in the panel. */
  choose(iri: string): void {
    if (!this.explorer.visible.things.has(iri)) return;
    [this.thing, this.pair] = [iri, null];
    this.hint.hide();
    this.view.reveal(iri);
    this.attend();
  }

  /** Choose a pair of things: mark its line, and show what is said of the two. */
  choosePair(key: string): void {
    if (!this.explorer.visible.pairs.has(key)) return;
    this.pair = key;
    this.attend();
  }

  chooseNothing(): void {
    [this.thing, this.pair] = [null, null];
    this.hint.hide();
    this.attend();
  }

  fit(): void {
    this.view.fit();
  }

  focus(): void {
    this.stage.focus();
  }

  showHelp(): void {
    this.help.showModal();
  }

  private show(): void {
    const { state, visible } = this.explorer;
    this.marks.show(state, visible);
    this.view.show(state, visible);
    if (this.thing !== null && !visible.things.has(this.thing)) this.thing = null;
    if (this.pair !== null && !visible.pairs.has(this.pair)) this.pair = null;
    this.attend();
  }

  private attend(): void {
    const { state, visible, pathFrom } = this.explorer;
    this.view.lookAt({ thing: this.thing, pair: this.pair });
    const pair = this.pair === null ? undefined : visible.pairs.get(this.pair);
    const thing = this.thing === null ? undefined : visible.things.get(this.thing);
    if (pair !== undefined) this.panel.showPair(pair, visible);
    else if (thing !== undefined) this.panel.showThing(thing, state, visible, state.things.get(pathFrom ?? "") ?? null);
    else this.panel.showNothing();
  }

  private panelActions() {
    return {
      expand: (iri: string): void => void this.expand(iri),
      hide: (iri: string): void => {
        this.hide(iri);
      },
      pin: (iri: string): void => {
        this.explorer.pin(iri);
      },
      markForPath: (iri: string): void => void this.explorer.markForPath(iri),
      chooseThing: (iri: string): void => {
        this.choose(iri);
        this.tellThing();
        this.panel.focus();
      },
      choosePair: (key: string): void => {
        this.choosePair(key);
        this.panel.focus();
      },
    };
  }

  private watch(): void {
    watchPointer(this.view, {
      onThing: (iri) => {
        if (!this.view.isLarge) this.view.lookAt({ thing: iri ?? this.thing, pair: iri === null ? this.pair : null });
      },
      onPair: (key, at) => {
        this.pointAt(key, at);
      },
      chooseThing: (iri) => {
        this.choose(iri);
        this.tellThing();
      },
      choosePair: (key) => {
        this.thing = null;
        this.choosePair(key);
      },
      chooseNothing: () => {
        this.chooseNothing();
      },
      expand: (iri) => void this.expand(iri),
      dropped: (iri, place) => {
        this.explorer.move(iri, place);
      },
    });
    watchKeys(this.stage, this.commands());
    this.stage.addEventListener("focus", () => {
      if (this.thing === null && this.stage.matches(":focus-visible")) this.home();
    });
  }

  private commands(): Commands {
    const withThing = (work: (iri: string) => void) => () => {
      if (this.thing === null) this.home();
      else work(this.thing);
    };
    return {
      walk: (direction) => {
        this.walk(direction);
      },
      turn: (step) => {
        this.turn(step);
      },
      leaf: (step) => {
        this.leaf(step);
      },
      home: () => {
        this.home();
      },
      expand: withThing((iri) => void this.expand(iri)),
      open: () => {
        this.panel.focus();
      },
      hide: withThing((iri) => {
        this.hide(iri);
      }),
      pin: withThing((iri) => {
        this.explorer.pin(iri);
      }),
      markForPath: withThing((iri) => void this.explorer.markForPath(iri)),
      zoom: (factor) => {
        this.view.zoom(factor);
      },
      fit: () => {
        this.fit();
      },
      undo: () => {
        this.explorer.undo();
      },
      redo: () => {
        this.explorer.redo();
      },
      leave: () => {
        this.chooseNothing();
      },
      help: () => {
        this.showHelp();
      },
    };
  }

  private async expand(iri: string): Promise<void> {
    await this.explorer.expand(iri);
    this.choose(iri);
    this.view.fit();
  }

  /** Hide a thing and go on to what it was tied to, so that the keyboard stays somewhere. */
  private hide(iri: string): void {
    const [pair] = this.explorer.visible.around.get(iri) ?? [];
    this.explorer.hide(iri);
    if (this.thing === null && pair !== undefined) this.choose(otherEnd(pair, iri));
  }

  private home(): void {
    const { state, visible } = this.explorer;
    const first = [...state.centres, ...state.path].find((iri) => visible.things.has(iri)) ?? this.inOrder()[0];
    if (first === undefined) return;
    this.choose(first);
    this.tellThing();
  }

  private walk(direction: Direction): void {
    const here = this.thing;
    if (here === null) {
      this.home();
      return;
    }
    const pairs = this.explorer.visible.around.get(here) ?? [];
    const places = new Map<string, Place>();
    for (const pair of pairs) {
      const place = this.view.placeOf(otherEnd(pair, here));
      if (place !== null) places.set(otherEnd(pair, here), place);
    }
    const from = this.view.placeOf(here);
    const there = from === null ? null : towards(direction, from, places);
    if (there === null) {
      this.explorer.tell(say("Ingen forbindelse den vej."));
      return;
    }
    this.choose(there);
    this.tellThing(pairs.find((pair) => otherEnd(pair, here) === there));
  }

  /** Go on to the next of the thing's lines, and tell why it is there. */
  private turn(step: number): void {
    if (this.thing === null) this.home();
    const here = this.thing;
    const pairs = here === null ? [] : (this.explorer.visible.around.get(here) ?? []);
    const count = pairs.length;
    const now = pairs.findIndex((pair) => pair.key === this.pair);
    const next = pairs[(now < 0 && step < 0 ? count - 1 : now + step + count) % count];
    if (here === null || next === undefined) return;
    this.choosePair(next.key);
    const there = this.view.placeOf(otherEnd(next, here));
    if (there !== null) this.hint.show(next, this.explorer.visible.things, there);
    const name = this.explorer.visible.things.get(otherEnd(next, here))?.label ?? "";
    this.explorer.tell(`${name}: ${next.statements.map(toldStatement)[0] ?? ""}`);
  }

  /** Go through all things, the most connected first. */
  private leaf(step: number): void {
    const order = this.inOrder();
    const now = order.indexOf(this.thing ?? "");
    const next = order[(now < 0 && step < 0 ? order.length - 1 : now + step + order.length) % order.length];
    if (next === undefined) return;
    this.choose(next);
    this.tellThing();
  }

  private inOrder(): string[] {
    const things = [...this.explorer.visible.things.values()];
    return things.sort((a, b) => b.degree - a.degree || a.label.localeCompare(b.label, "da")).map((thing) => thing.iri);
  }

  private pointAt(key: string | null, at: Place | null): void {
    const pair = key === null ? undefined : this.explorer.visible.pairs.get(key);
    if (pair === undefined || at === null) {
      this.hint.hide();
      this.view.lookAt({ thing: this.thing, pair: this.pair });
      return;
    }
    this.view.lookAt({ thing: this.thing, pair: pair.key });
    this.hint.show(pair, this.explorer.visible.things, at);
  }

  private tellThing(by?: Pair): void {
    const thing = this.thing === null ? undefined : this.explorer.visible.things.get(this.thing);
    if (thing === undefined) return;
    const count = this.explorer.visible.around.get(thing.iri)?.length ?? 0;
    const ties = count === 1 ? say("1 forbindelse i billedet") : say("{count} forbindelser i billedet", { count });
    const why = by?.statements[0] === undefined ? "" : ` ${toldStatement(by.statements[0])}.`;
    this.explorer.tell(`${thing.label}. ${ties}.${why}`);
  }
}
