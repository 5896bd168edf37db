/** The period: a slider with two ends over the days that statements are of, and a button that plays. */
import { make } from "../dom";
import { say } from "../language";
import type { State } from "./state";
import { dateWord } from "./words";

const STEP_MS = 900;
const BARS = 48;

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export class PeriodSlider {
  private days: readonly string[] = [];
  private timer = 0;
  private readonly from = make("input", { type: "range", class: "from", min: 0, step: 1, "aria-label": say("Fra") });
  private readonly to = make("input", { type: "range", class: "to", min: 0, step: 1, "aria-label": say("Til") });
  private readonly told = make("output", { class: "told-period" });
  private readonly play = make("button", { type: "button", class: "play" }, say("Afspil"));
  private readonly bars = make("div", { class: "bars", "aria-hidden": "true" });

  /** `choose` is called with a period while it moves, `keep` when it rests. */
  constructor(
    private readonly element: HTMLElement,
    private readonly choose: (period: Period) => void,
    private readonly keep: (period: Period) => void,
  ) {
    element.append(this.play, make("div", { class: "track" }, this.bars, this.from, this.to), this.told);
    for (const end of [this.from, this.to]) {
      end.addEventListener("input", () => {
        this.stop();
        this.order(end);
        this.choose(this.period());
      });
      end.addEventListener("change", () => {
        this.keep(this.period());
      });
    }
    this.play.addEventListener("click", () => {
      if (this.timer === 0) this.start();
      else this.stop();
    });
  }

  /** Show the days of a state's statements and the period it has. */
  show(state: State): void {
    const dates = [...state.statements.values()].flatMap((statement) => (statement.date === null ? [] : [statement.date.slice(0, 10)]));
    const days = [...new Set(dates)].sort();
    this.element.hidden = days.length < 2;
    if (days.length < 2) return;
    if (days.join() !== this.days.join()) {
      this.days = days;
      for (const end of [this.from, this.to]) end.max = String(days.length - 1);
      this.drawBars(dates);
    }
    const first = state.from === null ? 0 : days.findIndex((day) => day >= (state.from ?? ""));
    const last = state.to === null ? days.length - 1 : days.findLastIndex((day) => day <= (state.to ?? ""));
    this.from.value = String(first < 0 ? days.length - 1 : first);
    this.to.value = String(Math.max(last, 0));
    this.tell();
  }

  private period(): Period {
    const [first, last] = [Number(this.from.value), Number(this.to.value)];
    return {
      from: first === 0 ? null : (this.days[first] ?? null),
      to: last === this.days.length - 1 ? null : (this.days[last] ?? null),
    };
  }

  /** Keep the ends in order: the one that is moved pushes the other. */
  private order(moved: HTMLInputElement): void {
    if (Number(this.from.value) > Number(this.to.value)) {
      if (moved === this.from) this.to.value = this.from.value;
      else this.from.value = this.to.value;
    }
    this.tell();
  }

  private tell(): void {
    const [first, last] = [this.days[Number(this.from.value)] ?? "", this.days[Number(this.to.value)] ?? ""];
    this.from.setAttribute("aria-valuetext", dateWord(first));
    this.to.setAttribute("aria-valuetext", dateWord(last));
    this.told.textContent = first === last ? dateWord(first) : `${dateWord(first)} – ${dateWord(last)}`;
    const most = Math.max(this.days.length - 1, 1);
    this.element.style.setProperty("--from", String(Number(this.from.value) / most));
    this.element.style.setProperty("--to", String(Number(this.to.value) / most));
  }

  /** Play from the period's beginning, day by day, until the last day that is known. */
  private start(): void {
    const isAtEnd = Number(this.to.value) === this.days.length - 1;
    if (isAtEnd) this.to.value = this.from.value;
    this.play.textContent = say("Stop");
    this.timer = window.setInterval(() => {
      this.step();
    }, STEP_MS);
    this.tell();
    this.choose(this.period());
  }

  private step(): void {
    this.to.value = String(Number(this.to.value) + 1);
    this.tell();
    this.choose(this.period());
    if (Number(this.to.value) >= this.days.length - 1) this.stop();
  }

  private stop(): void {
    if (this.timer === 0) return;
    window.clearInterval(this.timer);
    this.timer = 0;
    this.play.textContent = say("Afspil");
    this.keep(this.period());
  }

  private drawBars(dates: readonly string[]): void {
    const counts = new Array<number>(Math.min(BARS, this.days.length)).fill(0);
    const index = new Map(this.days.map((day, place) => [day, Math.min(Math.floor((place * counts.length) / this.days.length), counts.length - 1)]));
    for (const date of dates) {
      const bar = index.get(date) ?? 0;
      counts[bar] = (counts[bar] ?? 0) + 1;
    }
    const most = Math.max(...counts, 1);
    this.bars.replaceChildren(
      ...counts.map((count) => {
        const bar = make("span");
        bar.style.height = `${String(Math.round((100 * count) / most))}%`;
        return bar;
      }),
    );
  }
}
