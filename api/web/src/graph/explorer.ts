/** The explorer: keeps the state and its past, and tells every part of the page when it changes. */
import { ServiceError } from "../rest";
import { say } from "../language";
import { type Asked, addressOf, relationsOf } from "./address";
import type { Announcer } from "./announcer";
import { constructed } from "./construct";
import { LOOKS } from "./looks";
import type { Part, Place } from "./model";
import { Past } from "./past";
import type { Period } from "./period";
import { MOST_CENTRES, MOST_THINGS, askAround, askPath } from "./service";
import * as states from "./state";
import { type Visible, visibleOf } from "./visible";

type State = states.State;
type Heard = (state: State, visible: Visible) => void;
const MORE = 200; // things that an expansion may add

export class Explorer {
  private readonly past = new Past<State>(states.EMPTY);
  private readonly heard: Heard[] = [];
  private seen: Visible = visibleOf(states.EMPTY);
  private preview: Period | null = null;
  /** Where a path begins, once that is marked. */
  pathFrom: string | null = null;

  constructor(
    private asked: Asked,
    private readonly announcer: Announcer,
  ) {}

  get state(): State {
    return this.preview === null ? this.past.now : { ...this.past.now, ...this.preview };
  }

  get visible(): Visible {
    return this.seen;
  }

  get canUndo(): boolean {
    return this.past.canUndo;
  }

  get canRedo(): boolean {
    return this.past.canRedo;
  }

  /** Call `heard` after every change. */
  onChange(heard: Heard): void {
    this.heard.push(heard);
  }

  /** Show what the address asks for, as the first state: there is nothing before it. */
  async begin(): Promise<void> {
    await this.told(async () => {
      const { construct, focus, limit, department, path } = this.asked;
      let state = this.first(construct === "" ? await this.around(focus, limit, department) : await constructed(construct));
      if (construct !== "" && focus.length > 0) state = states.withPart(state, await this.around(focus, limit, department));
      if (path.length === 2) state = await withPathOf(state, path);
      this.past.replace(state);
      this.refresh(this.counted());
    });
  }

  private first(part: Part): State {
    const { focus, hidden, from, to, department, types, relations } = this.asked;
    const within = department === "" ? null : new Set(part.nodes.map((thing) => thing.iri));
    const state = states.withPart({ ...states.EMPTY, centres: focus, hidden: new Set(hidden), from, to, department, within }, part);
    const unwanted = (all: readonly string[], wanted: readonly string[]): ReadonlySet<string> =>
      new Set(wanted.length === 0 ? [] : all.filter((each) => !wanted.includes(each)));
    return { ...state, unwantedTypes: unwanted(Object.keys(LOOKS), types), unwantedRelations: unwanted(relationsOf(state), relations) };
  }

  /** The overview of the most connected things: nothing was asked for yet. */
  private get isOverview(): boolean {
    return this.state.centres.length === 0 && this.asked.construct === "";
  }

  /** Fetch what lies around a thing; it becomes one of those that were asked for. From the overview, begin there. */
  async expand(iri: string): Promise<void> {
    const thing = this.state.things.get(iri);
    const centres = [...new Set([...this.state.centres, iri])];
    if (centres.length > MOST_CENTRES) {
      this.announcer.say(say("Der kan udvides {count} ting i ét billede: begynd på et nyt.", { count: MOST_CENTRES }));
      return;
    }
    await this.told(async () => {
      const part = await this.around(centres, this.state.things.size + MORE);
      const fresh = part.nodes.filter((each) => !this.state.things.has(each.iri)).length;
      const name = thing?.label ?? part.nodes.find((each) => each.iri === iri)?.label ?? "";
      this.change(states.expanded(this.isOverview ? states.begun(this.state) : this.widened(part), iri, part), said(fresh, name));
    });
  }

  /** Fetch more of what was left out. */
  async more(): Promise<void> {
    this.asked = { ...this.asked, limit: Math.min(Math.max(this.asked.limit, this.state.things.size) * 2, MOST_THINGS) };
    await this.told(async () => {
      const part = await this.around(this.state.centres, this.asked.limit);
      this.change(states.withPart(this.widened(part), part), this.counted(part));
    });
  }

  /** Choose a department by name or IRI, "" for all. */
  async chooseDepartment(department: string): Promise<void> {
    await this.told(async () => {
      const chosen = { ...this.state, department };
      const part = await this.around(chosen.centres, this.asked.limit, department);
      const within = department === "" ? null : new Set(part.nodes.map((thing) => thing.iri));
      this.change(states.withPart({ ...chosen, within }, part), "");
      this.announcer.say(this.counted());
    });
  }

  /** Mark where a path begins; the next time, find the path from there. */
  async markForPath(iri: string): Promise<void> {
    const start = this.pathFrom;
    if (start === null || start === iri) {
      this.pathFrom = start === null ? iri : null;
      const name = this.state.things.get(iri)?.label ?? "";
      this.refresh(start === null ? say("Vejen begynder ved {name}. Vælg nu, hvor den skal ende.", { name }) : say("Vejen er glemt."));
      return;
    }
    await this.told(async () => {
      const next = await withPathOf(this.state, [start, iri]);
      this.pathFrom = null;
      const names = next.path.map((each) => next.things.get(each)?.label ?? each);
      if (next.path.length === 0) this.refresh(say("Ingen vej fører derhen."));
      else this.change(next, say("Vejen er: {names}", { names: names.join(" – ") }));
    });
  }

  /** Say something to who cannot see the picture; it stands below it as well. */
  tell(text: string): void {
    this.announcer.say(text);
  }

  hide(iri: string): void {
    this.change(states.hiding(this.state, iri), say("{name} er skjult.", { name: this.name(iri) }));
  }

  showHidden(): void {
    this.change(states.showingAll(this.state), say("Alt, der var skjult, vises igen."));
  }

  pin(iri: string): void {
    const next = states.togglingPin(this.state, iri);
    const name = this.name(iri);
    this.change(next, next.pinned.has(iri) ? say("{name} er sat fast.", { name }) : say("{name} er sluppet.", { name }));
  }

  move(iri: string, place: Place): void {
    this.change(states.moved(this.state, iri, place), say("{name} er flyttet og sat fast.", { name: this.name(iri) }));
  }

  /** Put things in other places, as one step. */
  arrange(places: ReadonlyMap<string, Place>): void {
    this.change(states.arranged(this.state, places), say("Tingene står et andet sted."));
  }

  /** Put things in other places as part of the step before. */
  arrangeFurther(places: ReadonlyMap<string, Place>): void {
    this.past.replace(states.arranged(this.state, places));
    this.refresh(null);
  }

  toggleType(type: string): void {
    this.change({ ...this.state, unwantedTypes: states.toggled(this.state.unwantedTypes, type) }, null);
    this.announcer.say(this.counted());
  }

  toggleRelation(relation: string): void {
    this.change({ ...this.state, unwantedRelations: states.toggled(this.state.unwantedRelations, relation) }, null);
    this.announcer.say(this.counted());
  }

  /** Show a period while its slider moves; that is no step of its own. */
  previewPeriod(period: Period): void {
    this.preview = period;
    this.refresh(null);
  }

  /** Keep the period that the slider rests on. */
  keepPeriod(period: Period): void {
    this.preview = null;
    const { from, to } = this.state;
    if (period.from !== from || period.to !== to) this.change({ ...this.state, ...period }, null);
    else this.refresh(null);
    this.announcer.say(this.counted());
  }

  undo(): void {
    this.preview = null;
    this.refresh(this.past.undo() ? say("Fortrudt. {shown}", { shown: this.counted() }) : say("Der er intet at fortryde."));
  }

  redo(): void {
    this.preview = null;
    this.refresh(this.past.redo() ? say("Gentaget. {shown}", { shown: this.counted() }) : say("Der er intet at gentage."));
  }

  private change(next: State, told: string | null): void {
    this.past.go(next);
    this.refresh(told);
  }

  /** Tell everybody; the words are said last, so that they describe what is there. */
  private refresh(told: string | null): void {
    this.seen = visibleOf(this.state);
    if (this.preview === null) history.replaceState(null, "", addressOf(this.state, this.asked));
    for (const heard of this.heard) heard(this.state, this.seen);
    if (told !== null && told !== "") this.announcer.say(told);
  }

  private async told(work: () => Promise<void>): Promise<void> {
    this.announcer.say(say("Henter …"));
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      this.announcer.say(`${say("Det gik ikke:")} ${error.message}`);
    }
  }

  private widened(part: Part): State {
    return states.widened(this.state, part);
  }

  private around(focus: readonly string[], limit: number, department = this.state.department): Promise<Part> {
    return askAround({ focus, depth: this.asked.depth, department, limit });
  }

  private counted(part?: Part): string {
    const visible = part === undefined ? visibleOf(this.state) : visibleOf(states.withPart(this.state, part));
    return say("{things} ting og {statements} udsagn i billedet.", { things: visible.things.size, statements: visible.statements.length });
  }

  private name(iri: string): string {
    return this.state.things.get(iri)?.label ?? iri;
  }
}

/** Return a state with the shortest path between two things, or without one where nothing leads. */
async function withPathOf(state: State, ends: readonly string[]): Promise<State> {
  const [start, end] = ends;
  if (start === undefined || end === undefined) return state;
  const found = await askPath(start, end);
  return states.withPath(states.widened(state, found), found, found.paths[0] ?? []);
}

function said(fresh: number, name: string): string {
  if (fresh === 0) return say("Der er intet nyt omkring {name}.", { name });
  return fresh === 1 ? say("1 ny ting omkring {name}.", { name }) : say("{count} nye ting omkring {name}.", { count: fresh, name });
}
