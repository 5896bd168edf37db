/** The query that the page's address carries behind its #, where no server sees it. */

/** Return the query of an address' fragment, "" where it has none. */
export function queryOf(fragment: string): string {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("query") ?? "";
}

/** Put the query into the page's address, so that it can be shared. */
export function keepQuery(query: string): void {
  history.replaceState(null, "", `#${new URLSearchParams({ query }).toString()}`);
}
