/** How each type of thing looks: never by colour alone. */
import { say } from "../language";
import { typeName } from "../suggest_types";
import { type Shape, svgPath } from "./shapes";

export interface Look {
  readonly word: string;
  readonly shape: Shape;
  readonly colour: string; // a colour token of the style sheet
}

const OTHER: Look = { word: say("Andet"), shape: "circle", colour: "--document" };

/** The types in the order the legend names them. */
export const LOOKS: Readonly<Record<string, Look>> = {
  Initiative: { word: typeName("Initiative"), shape: "star", colour: "--initiative" },
  Person: { word: typeName("Person"), shape: "circle", colour: "--person" },
  Department: { word: typeName("Department"), shape: "square", colour: "--organization" },
  Unit: { word: typeName("Unit"), shape: "cross", colour: "--organization" },
  Committee: { word: typeName("Committee"), shape: "pentagon", colour: "--organization" },
  ExternalOrganization: { word: typeName("ExternalOrganization"), shape: "hexagon", colour: "--organization" },
  Organization: { word: typeName("Organization"), shape: "diamond", colour: "--organization" },
  Place: { word: typeName("Place"), shape: "triangle", colour: "--place" },
  BudgetYear: { word: typeName("BudgetYear"), shape: "diamond", colour: "--money" },
  Case: { word: typeName("Case"), shape: "hexagon", colour: "--money" },
  AgendaItem: { word: typeName("AgendaItem"), shape: "wedge", colour: "--meeting" },
  Meeting: { word: typeName("Meeting"), shape: "bar", colour: "--meeting" },
  MeetingBody: { word: typeName("MeetingBody"), shape: "pentagon", colour: "--meeting" },
  Document: { word: typeName("Document"), shape: "sheet", colour: "--document" },
};

/** Return how a type looks. */
export function look(type: string): Look {
  return LOOKS[type] ?? OTHER;
}

const SVG = "http://www.w3.org/2000/svg";

/** Return a type's sign for a line of text: its shape in its colour, hidden from screen readers. */
export function sign(type: string): SVGElement {
  const { shape, colour } = look(type);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-9 -9 18 18");
  svg.setAttribute("class", "sign");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", svgPath(shape, 0, 0, 8));
  path.style.fill = `var(${colour})`;
  svg.append(path);
  return svg;
}
