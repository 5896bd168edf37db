/** Filter a life at once: fetch the page that the filters lead to, and exchange the part that they change.
 *
 * The address always says what is shown, so it can be shared, and Back leads back.
 */

/** Let the filters of the page answer without a click. */
export function filterAtOnce(): void {
  document.addEventListener("change", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form[data-life-filters]") : null;
    if (form instanceof HTMLFormElement) void exchange(addressOf(form), true);
  });
  document.addEventListener("submit", (event) => {
    if (event.target instanceof HTMLFormElement && event.target.matches("[data-life-filters]")) {
      event.preventDefault();
      void exchange(addressOf(event.target), true);
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-filter]") : null;
    if (link instanceof HTMLAnchorElement && event.button === 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void exchange(link.href, true);
    }
  });
  window.addEventListener("popstate", () => {
    void exchange(window.location.href, false);
  });
}

function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  const given = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value !== "");
  address.search = new URLSearchParams(given as [string, string][]).toString();
  return address.href;
}

let latest = 0;

async function exchange(address: string, isNew: boolean): Promise<void> {
  const mine = ++latest;
  const old = document.getElementById("life");
  old?.classList.add("waiting");
  const response = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  if (mine !== latest) return; // a later choice has overtaken this one
  const page = response?.ok === true ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  const fresh = page?.getElementById("life") ?? null;
  if (fresh === null || old === null) {
    window.location.assign(address); // the browser tells what is wrong
    return;
  }
  if (isNew) window.history.pushState(null, "", address);
  const focused = document.activeElement;
  const again = focused instanceof HTMLElement && old.contains(focused) ? selectorOf(focused) : null;
  old.replaceWith(document.adoptNode(fresh));
  if (again !== null) document.querySelector<HTMLElement>(again)?.focus({ preventScroll: true });
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-address]")) input.value = window.location.href;
  announce();
}

/** Say what is shown now: a status that was exchanged is announced when its text changes. */
function announce(): void {
  const status = document.getElementById("shown");
  if (status === null) return;
  const said = [...status.childNodes];
  status.replaceChildren();
  window.setTimeout(() => {
    status.replaceChildren(...said);
  }, 50);
}

function selectorOf(element: HTMLElement): string {
  if (element.id !== "") return `#${CSS.escape(element.id)}`;
  if (element instanceof HTMLInputElement) {
    return `[data-life-filters] input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  }
  return "#f-year";
}
