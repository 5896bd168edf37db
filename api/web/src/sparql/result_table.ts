/** The table of an answer: a column for each variable. */
import { make } from "../dom";
import { type Column, SortedTable } from "../sorted_table";
import type { Row } from "../sparql_client";
import { type Shortener, compareTerms, isNumber } from "./terms_shown";

/** Return a table of rows with a caption, in a part of the page that scrolls by itself. */
export function resultTable(variables: readonly string[], rows: readonly Row[], shortener: Shortener, caption: string): HTMLElement {
  const table = make("table", {}, make("caption", {}, caption), make("thead"), make("tbody"));
  const frame = make("div", { class: "table results", tabindex: 0, role: "region", "aria-label": caption }, table);
  const element = make("div", {}, frame);
  new SortedTable(table, variables.map((variable) => column(variable, rows, shortener))).show(rows);
  return element;
}

function column(variable: string, rows: readonly Row[], shortener: Shortener): Column<Row> {
  const isNumeric = rows.length > 0 && rows.every((row) => row[variable] === undefined || isNumber(row[variable]));
  return {
    name: variable,
    kind: isNumeric ? "number" : "text",
    compare: (one, other) => compareTerms(one[variable], other[variable]),
    cell: (row) => shortener.shown(row[variable]),
  };
}
