/** The tables under the picture follow the selection. */
import { found } from "../dom";
import { SortedTable } from "../sorted_table";
import type { Explorer } from "./explorer";
import type { Statement, Thing } from "./model";
import type { Picture } from "./picture";
import { statementColumns, thingColumns } from "./tables";

const PART = 100; // rows
const PAUSE_MS = 120; // while a slider moves the tables wait

/** Take over the service's tables. */
export function connectTables(explorer: Explorer, picture: Picture | null): void {
  const actions = {
    show: (iri: string): void => {
      picture?.choose(iri);
      picture?.focus();
    },
    expand: (iri: string): void => void explorer.expand(iri),
    hide: (iri: string): void => {
      explorer.hide(iri);
    },
  };
  const things = new SortedTable<Thing>(found("#things table", HTMLTableElement), thingColumns(actions), PART);
  const statements = new SortedTable<Statement>(found("#statements table", HTMLTableElement), statementColumns(() => explorer.visible), PART);
  const sections = [found("#things", HTMLElement), found("#statements", HTMLElement)];
  let timer = 0;
  explorer.onChange(() => {
    window.clearTimeout(timer);
    for (const section of sections) section.setAttribute("aria-busy", "true");
    timer = window.setTimeout(() => {
      const { visible } = explorer;
      const byDegree = [...visible.things.values()].sort((a, b) => b.degree - a.degree);
      things.show(byDegree);
      statements.show([...visible.statements].sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9")));
      found("#things .count", HTMLElement).textContent = String(visible.things.size);
      found("#statements .count", HTMLElement).textContent = String(visible.statements.length);
      for (const section of sections) section.setAttribute("aria-busy", "false");
    }, PAUSE_MS);
  });
}
