/** Suggestions below a search field: the combobox pattern of the ARIA authoring practices, with a listbox. */
import { make } from "./dom";
import { href, link, say } from "./language";
import { get } from "./rest";
import { typeName } from "./suggest_types";

interface Piece {
  text: string;
  is_hit: boolean;
}

export interface Hit {
  iri: string;
  label: string;
  type: string;
  matched: string;
  highlights: Piece[];
  evidence: { source: string; source_iri: string; start: number | null; end: number | null } | null;
  first: string | null;
  last: string | null;
}

const PAUSE_MS = 90;
const SHORTEST = 2;
const ENOUGH_NAMES = 5; // with fewer, sentences are suggested as well
const SENTENCES = 3;
let fields = 0;

/** Let a search field suggest names; without an answer it stays a plain search field. A name that is chosen is opened. */
export function suggestBelow(form: HTMLFormElement, input: HTMLInputElement, open: (hit: Hit) => void = openPage): void {
  new Suggestions(form, input, open).listen();
}

function openPage(hit: Hit): void {
  window.location.assign(addressOf(hit));
}

class Suggestions {
  private readonly list: HTMLUListElement;
  private readonly status: HTMLElement;
  private hits: Hit[] = [];
  private chosen = -1;
  private timer = 0;
  private asking: AbortController | null = null;

  constructor(
    form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly opened: (hit: Hit) => void,
  ) {
    const id = `suggestions-${fields++}`;
    this.list = make("ul", { id, class: "suggestions", role: "listbox", "aria-label": say("Forslag"), hidden: true });
    this.status = make("span", { class: "quiet", role: "status" });
    form.append(this.list, this.status);
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
    for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  }

  listen(): void {
    this.input.addEventListener("input", () => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.ask(), PAUSE_MS);
    });
    this.input.addEventListener("keydown", (event) => {
      this.press(event);
    });
    this.input.addEventListener("blur", () => {
      this.close();
    });
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the field keeps the focus
    });
    this.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("li") : null;
      if (option !== null) this.open([...this.list.children].indexOf(option));
    });
  }

  private async ask(): Promise<void> {
    const text = this.input.value.trim();
    this.asking?.abort();
    if (text.length < SHORTEST || !/[\p{L}\p{N}]/u.test(text)) {
      this.close();
      return;
    }
    this.asking = new AbortController();
    try {
      const hits = await suggested(text, this.asking.signal);
      if (this.input.value.trim() === text) this.show(hits);
    } catch {
      this.close(); // overtaken by the next letter, or not answered: the form still searches
    }
  }

  private show(hits: Hit[]): void {
    this.hits = hits;
    this.chosen = -1;
    this.list.replaceChildren(...hits.map((hit, index) => option(hit, `${this.list.id}-${index}`)));
    this.input.removeAttribute("aria-activedescendant");
    const isOpen = hits.length > 0 && document.activeElement === this.input;
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    this.status.textContent = hits.length === 0 ? say("Ingen forslag") : say("{count} forslag", { count: hits.length });
  }

  private close(): void {
    this.list.hidden = true;
    this.chosen = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  private press(event: KeyboardEvent): void {
    if (this.list.hidden) {
      if (event.key === "ArrowDown" && this.hits.length > 0) {
        this.show(this.hits);
        event.preventDefault();
      }
      return;
    }
    const count = this.hits.length;
    if (event.key === "ArrowDown") this.choose(this.chosen + 1 < count ? this.chosen + 1 : 0);
    else if (event.key === "ArrowUp") this.choose(this.chosen > 0 ? this.chosen - 1 : count - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.chosen >= 0) this.open(this.chosen);
    else return;
    event.preventDefault();
  }

  private choose(index: number): void {
    this.chosen = index;
    [...this.list.children].forEach((each, number) => {
      each.setAttribute("aria-selected", String(number === index));
      if (number === index) {
        each.scrollIntoView({ block: "nearest" });
        this.input.setAttribute("aria-activedescendant", each.id);
      }
    });
  }

  private open(index: number): void {
    const hit = this.hits[index];
    if (hit === undefined) return;
    this.close();
    this.opened(hit);
  }
}

/** Return names, and where they are few the sentences that hold the words. */
async function suggested(text: string, signal: AbortSignal): Promise<Hit[]> {
  const names = await get<{ items: Hit[] }>("/api/suggest", { q: text, limit: 8 }, signal);
  if (names.items.length >= ENOUGH_NAMES) return names.items;
  const sentences = await get<{ items: Hit[] }>("/api/search", { q: text, in: "quotes", limit: SENTENCES }, signal);
  return [...names.items, ...sentences.items];
}

/** Return where a suggestion leads: to the thing, or to the sentence in its source. */
function addressOf(hit: Hit): string {
  const { evidence } = hit;
  const address = link(evidence === null ? hit.iri : evidence.source_iri);
  if (address === hit.iri) return href("/find", { q: hit.label });
  if (evidence === null || evidence.start === null || evidence.end === null) return address;
  const place = new URL(address, window.location.href);
  place.searchParams.set("start", String(evidence.start));
  place.searchParams.set("end", String(evidence.end));
  return place.href;
}

function option(hit: Hit, id: string): HTMLLIElement {
  const years = [hit.first, hit.last].map((date) => date?.slice(0, 4)).filter((year) => year !== undefined);
  const period = [...new Set(years)].join("–");
  const about = [typeName(hit.type), period].filter((part) => part !== "").join(" · ");
  const isName = hit.matched === "label" || hit.matched === "title";
  const pieces = hit.highlights.map((piece) => (piece.is_hit ? make("mark", {}, piece.text) : piece.text));
  if (hit.evidence !== null) {
    const sentence = make("span", { class: "sentence", lang: "da" }, ...pieces);
    const source = make("span", { class: "eyebrow" }, `${hit.label} · ${hit.evidence.source}`);
    return make("li", { id, role: "option", "aria-selected": "false" }, sentence, source);
  }
  const name = make("span", { lang: "da" }, ...(isName ? pieces : [hit.label, " (", ...pieces, ")"]));
  const kind = make("span", { class: "eyebrow" }, make("span", { class: `type ${hit.type}`, "aria-hidden": "true" }), about);
  return make("li", { id, role: "option", "aria-selected": "false" }, name, kind);
}
