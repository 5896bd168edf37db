/** A table that is sorted by its heads and shown a part at a time. */
import { make } from "./dom";
import { say } from "./language";

/** A column: how a row is compared by it, and what its cell shows. */
export interface Column<Row> {
  readonly name: string;
  readonly kind: "head" | "text" | "number";
  readonly compare: (one: Row, other: Row) => number;
  readonly cell: (row: Row) => Node;
}

export class SortedTable<Row> {
  private rows: readonly Row[] = [];
  private count = 0;
  private by = -1;
  private sign = 1;
  private readonly body: HTMLTableSectionElement;
  private readonly heads: HTMLTableCellElement[];
  private readonly more = make("button", { type: "button" });

  /** Take over a table with a head and a body: the heads become buttons, the rows are exchanged. */
  constructor(
    table: HTMLTableElement,
    private readonly columns: readonly Column<Row>[],
    private readonly part = 200,
  ) {
    this.heads = columns.map((column, index) => this.head(column, index));
    this.body = make("tbody");
    table.tHead?.replaceChildren(make("tr", {}, ...this.heads));
    table.tBodies[0]?.replaceWith(this.body);
    table.parentElement?.after(this.more);
    this.more.addEventListener("click", () => {
      this.showMore();
    });
  }

  show(rows: readonly Row[]): void {
    this.rows = rows;
    this.write();
  }

  private head(column: Column<Row>, index: number): HTMLTableCellElement {
    const button = make("button", { type: "button", class: "sort" }, column.name);
    button.addEventListener("click", () => {
      this.sign = this.by === index ? -this.sign : 1;
      this.by = index;
      for (const head of this.heads) head.removeAttribute("aria-sort");
      this.heads[index]?.setAttribute("aria-sort", this.sign > 0 ? "ascending" : "descending");
      this.write();
    });
    return make("th", { scope: "col", class: column.kind === "number" ? "number" : null }, button);
  }

  private write(): void {
    const column = this.columns[this.by];
    if (column !== undefined) this.rows = [...this.rows].sort((a, b) => this.sign * column.compare(a, b));
    this.body.replaceChildren();
    this.count = 0;
    this.showMore();
  }

  private showMore(): void {
    const part = this.rows.slice(this.count, this.count + this.part);
    this.count += part.length;
    this.body.append(...part.map((row) => this.line(row)));
    const left = this.rows.length - this.count;
    this.more.hidden = left === 0;
    this.more.textContent = say("Vis {count} rækker mere", { count: Math.min(left, this.part) });
  }

  private line(row: Row): HTMLTableRowElement {
    const cells = this.columns.map((column) =>
      column.kind === "head" ? make("th", { scope: "row" }, column.cell(row)) : make("td", { class: column.kind === "number" ? "number" : null }, column.cell(row)),
    );
    return make("tr", {}, ...cells);
  }
}

/** Compare texts as the page's language orders words, and numbers in them by value. */
export function byText<Row>(key: (row: Row) => string): (one: Row, other: Row) => number {
  return (one, other) => key(one).localeCompare(key(other), document.documentElement.lang, { numeric: true });
}
