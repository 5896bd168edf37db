/** Words for what the picture holds: labels of statements, dates, short names. */
import { language } from "../language";
import type { Statement, Thing } from "./model";

const MONTHS = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "da-DK", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const LONGEST = 42;

/** Return what a statement says of its two things, in the page's language. */
export function relationWord(statement: Statement): string {
  return language === "en" ? statement.label_en : statement.label;
}

/** Return an ISO date as the page's language writes it; what is none as it is. */
export function dateWord(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}/.test(iso) && !Number.isNaN(day.valueOf()) ? MONTHS.format(day) : iso;
}

/** Return a name that fits into the picture. */
export function shortName(thing: Thing): string {
  const text = thing.label.replace(/\s+/g, " ").trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** Return a quote in one line. */
export function inOneLine(quote: string): string {
  return quote.replace(/\s+/g, " ").trim();
}
