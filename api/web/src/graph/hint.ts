/** A note beside the pointer, or beside the line that the keyboard is on: why the line is there. */
import { make } from "../dom";
import { say } from "../language";
import type { Pair, Place, Thing } from "./model";
import { shownStatement } from "./statement_shown";

const AWAY = 14;

export class Hint {
  private readonly element = make("div", { class: "hint", hidden: true, inert: true });

  constructor(private readonly stage: HTMLElement) {
    stage.append(this.element);
  }

  /** Show the first statement of a pair at a place of the stage. */
  show(pair: Pair, things: ReadonlyMap<string, Thing>, at: Place): void {
    const [first] = pair.statements;
    if (first === undefined) return;
    const rest = pair.statements.length - 1;
    const name = (iri: string): string => things.get(iri)?.label ?? iri;
    this.element.replaceChildren(
      make("p", { class: "ends" }, name(first.start), " → ", name(first.end)),
      shownStatement(first),
      rest === 0 ? "" : make("p", { class: "soft" }, rest === 1 ? say("og 1 udsagn til") : say("og {count} udsagn til", { count: rest })),
    );
    this.element.hidden = false;
    this.put(at);
  }

  hide(): void {
    this.element.hidden = true;
  }

  private put(at: Place): void {
    const { clientWidth, clientHeight } = this.stage;
    const { offsetWidth, offsetHeight } = this.element;
    const x = at.x + AWAY + offsetWidth > clientWidth ? at.x - AWAY - offsetWidth : at.x + AWAY;
    const y = at.y + AWAY + offsetHeight > clientHeight ? at.y - AWAY - offsetHeight : at.y + AWAY;
    this.element.style.left = `${String(Math.max(4, Math.min(x, clientWidth - offsetWidth - 4)))}px`;
    this.element.style.top = `${String(Math.max(4, y))}px`;
  }
}
