/** A table of terms that is sorted by its heads and shown a part at a time. */
import { make } from "../dom";
import { say } from "../language";
import type { Node } from "../rdf";
import { type Shortener, compareTerms, isNumber } from "./terms_shown";

type Row = Readonly<Record<string, Node>>;
type Direction = "ascending" | "descending";
const PART = 200;

export class ResultTable {
  readonly element: HTMLElement;
  private readonly body = make("tbody");
  private readonly heads: HTMLTableCellElement[];
  private readonly more = make("button", { type: "button" });
  private rows: readonly Row[];
  private count = 0;

  constructor(
    private readonly variables: readonly string[],
    rows: readonly Row[],
    private readonly shortener: Shortener,
    caption: string,
  ) {
    this.rows = rows;
    this.heads = variables.map((variable) => this.head(variable));
    const table = make(
      "table",
      {},
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, ...this.heads)),
      this.body,
    );
    this.more.addEventListener("click", () => {
      this.showMore();
    });
    this.element = make("div", {}, make("div", { class: "table results", tabindex: 0, role: "region", "aria-label": caption }, table), this.more);
    this.showMore();
  }

  private head(variable: string): HTMLTableCellElement {
    const button = make("button", { type: "button", class: "sort" }, variable);
    const head = make("th", { scope: "col", class: this.isNumeric(variable) ? "number" : null }, button);
    button.addEventListener("click", () => {
      this.sort(variable, head);
    });
    return head;
  }

  private isNumeric(variable: string): boolean {
    return this.rows.length > 0 && this.rows.every((row) => row[variable] === undefined || isNumber(row[variable]));
  }

  private sort(variable: string, head: HTMLTableCellElement): void {
    const direction: Direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const each of this.heads) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction);
    const sign = direction === "ascending" ? 1 : -1;
    this.rows = [...this.rows].sort((a, b) => sign * compareTerms(a[variable], b[variable]));
    this.body.replaceChildren();
    this.count = 0;
    this.showMore();
  }

  private showMore(): void {
    const part = this.rows.slice(this.count, this.count + PART);
    this.count += part.length;
    this.body.append(...part.map((row) => this.line(row)));
    const left = this.rows.length - this.count;
    this.more.hidden = left === 0;
    this.more.textContent = say("Vis {count} rækker mere", { count: Math.min(left, PART) });
  }

  private line(row: Row): HTMLTableRowElement {
    return make(
      "tr",
      {},
      ...this.variables.map((variable) =>
        make("td", { class: isNumber(row[variable]) ? "number" : null }, this.shortener.shown(row[variable])),
      ),
    );
  }
}
