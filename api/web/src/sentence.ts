/** Open a sentence where it stands: a panel with the sentence marked in its surroundings, file and page.
 *
 * Any `a.opens-sentence` with data-source, data-start and data-end does it, on every page; without scripts the
 * link leads to the page of the file.
 */
import { copyText } from "./copying";
import { make } from "./dom";
import { href, say } from "./language";
import { get, ServiceError } from "./rest";

interface Passage {
  source: { iri: string; file_name: string };
  before: string;
  quote: string;
  after: string;
  page: number | null;
}

const AROUND = 1_500; // characters on either side

/** Let every link to a sentence open the panel. */
export function openSentences(): void {
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("a.opens-sentence") : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!(target instanceof HTMLAnchorElement) || !isPlain) return;
    const { source, start, end } = target.dataset;
    if (source === undefined || start === undefined || end === undefined) return;
    event.preventDefault();
    void show(target, source, start, end);
  });
}

async function show(from: HTMLAnchorElement, source: string, start: string, end: string): Promise<void> {
  const panel = Panel.open(from.href);
  try {
    const id = source.replace(/\/$/, "").split("/").pop() ?? "";
    const path = `/api/sources/${encodeURIComponent(id)}/passages`;
    panel.tell(await get<Passage>(path, { start, end, around: AROUND }));
  } catch (error) {
    panel.excuse(error instanceof ServiceError ? error.message : String(error));
  }
}

class Panel {
  private readonly dialog: HTMLDialogElement;
  private readonly title = make("h2", { id: "sentence-title" }, say("Sætningen"));
  private readonly text = make("div", { class: "surroundings", lang: "da", translate: "no", tabindex: 0, role: "region", "aria-labelledby": "sentence-title" });
  private readonly foot: HTMLElement;

  private constructor(address: string) {
    const close = make("button", { type: "button", class: "close" }, say("Luk"));
    this.foot = make("div", { class: "panel-foot" }, make("a", { href: address }, say("Se hele siden i kilden")));
    const body = make("div", { class: "panel-body" }, make("div", { class: "panel-head" }, this.title, close), this.text, this.foot);
    this.dialog = make("dialog", { class: "sentence-panel", "aria-labelledby": "sentence-title" }, body);
    close.addEventListener("click", () => {
      this.dialog.close();
    });
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close(); // beside the panel
    });
    this.dialog.addEventListener("close", () => {
      this.dialog.remove();
    });
  }

  static open(address: string): Panel {
    const panel = new Panel(address);
    panel.text.textContent = say("Henter …");
    document.body.append(panel.dialog);
    panel.dialog.showModal();
    return panel;
  }

  tell(passage: Passage): void {
    const page = passage.page === null ? "" : say("side {page}", { page: passage.page });
    const file = make("span", { translate: "no" }, passage.source.file_name);
    const place = make("span", { class: "soft" }, file, page === "" ? "" : `, ${page}`);
    this.title.append(place);
    const mark = make("mark", {}, passage.quote);
    this.text.replaceChildren(passage.before, mark, passage.after);
    mark.scrollIntoView({ block: "center" });
    const copy = make("button", { type: "button" }, say("Kopiér som citat"));
    const status = make("span", { role: "status", class: "soft" });
    const quote = passage.quote.split(/\s+/).join(" ").trim();
    copy.addEventListener("click", () => {
      const cited = `»${quote}« (${passage.source.file_name}${page === "" ? "" : `, ${page}`}) ${passage.source.iri}`;
      void copyText(cited).then((done) => {
        status.textContent = done ? say("Kopieret") : say("Kunne ikke kopiere");
      });
    });
    this.foot.append(copy, status);
  }

  excuse(reason: string): void {
    this.text.replaceChildren(say("Sætningen kan ikke vises her."), " ", make("span", { lang: "en" }, reason));
    this.foot.append(make("a", { href: href("/api/status") }, say("Status")));
  }
}
