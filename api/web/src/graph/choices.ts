/** What narrows the selection: types, relations, period, department. The service's form for it gives way to them. */
import { found, make } from "../dom";
import { say } from "../language";
import type { Explorer } from "./explorer";
import { showRelations, showTypes } from "./filters";
import { PeriodSlider } from "./period";
import { MOST_THINGS } from "./service";
import { MOST_WHILE_MOVING } from "./view";

/** Let the page's choices change what the explorer shows, and show what it has. */
export function connectChoices(explorer: Explorer): void {
  const form = found("form.choices", HTMLFormElement);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
  });
  for (const plain of document.querySelectorAll<HTMLElement>("main .plain")) plain.remove();
  const types = found(".types ul", HTMLElement, form);
  types.replaceChildren();
  const relations = make("ul");
  form.append(make("details", { class: "relations" }, make("summary", {}, say("Forbindelser")), relations));
  const department = found("select", HTMLSelectElement, form);
  department.addEventListener("change", () => void explorer.chooseDepartment(department.value));
  const slider = new PeriodSlider(
    found(".period", HTMLElement),
    (period) => {
      explorer.previewPeriod(period);
    },
    (period) => {
      explorer.keepPeriod(period);
    },
  );
  explorer.onChange((state) => {
    const toggleType = explorer.toggleType.bind(explorer);
    const toggleRelation = explorer.toggleRelation.bind(explorer);
    showTypes(types, state, toggleType);
    showRelations(relations, state, toggleRelation);
    department.value = state.department;
    slider.show(state);
  });
  connectMore(explorer);
}

/** Tell what was left out, and let the reader ask for more. */
function connectMore(explorer: Explorer): void {
  const element = found(".omitted", HTMLElement);
  const words = make("span");
  const more = make("button", { type: "button" }, say("Hent flere"));
  const shown = make("button", { type: "button" }, say("Vis det skjulte"));
  more.addEventListener("click", () => void explorer.more());
  shown.addEventListener("click", () => {
    explorer.showHidden();
  });
  element.replaceChildren(words, " ", more, " ", shown);
  explorer.onChange((state, visible) => {
    const told = [
      state.omitted > 0 ? say("{count} ting mere er inden for rækkevidde.", { count: state.omitted }) : "",
      state.complete ? "" : say("Der er flere udsagn, end billedet kan rumme."),
      state.things.size >= MOST_THINGS ? say("Billedet tegner højst {count} ting.", { count: MOST_THINGS }) : "",
      visible.things.size > MOST_WHILE_MOVING ? say("Streger og navne hviler, mens så stort et billede flyttes.") : "",
      state.hidden.size > 0 ? say("{count} er skjult.", { count: state.hidden.size }) : "",
    ];
    words.textContent = told.filter((each) => each !== "").join(" ");
    more.hidden = state.omitted === 0 || state.things.size >= MOST_THINGS;
    shown.hidden = state.hidden.size === 0;
    element.hidden = words.textContent === "";
  });
}
