/** What the classes of the graph are called. */
import { say } from "./language";

/** Return what a class is called; its own name where it has no other. */
export function typeName(name: string): string {
  switch (name) {
    case "Initiative":
      return say("Initiativ");
    case "Person":
      return say("Person");
    case "Department":
      return say("Afdeling");
    case "Unit":
      return say("Enhed");
    case "Committee":
      return say("Udvalg");
    case "Organization":
      return say("Organisation");
    case "ExternalOrganization":
      return say("Ekstern organisation");
    case "Place":
      return say("Sted");
    case "Case":
      return say("Sag");
    case "BudgetYear":
      return say("Budgetår");
    case "Meeting":
      return say("Møde");
    case "MeetingBody":
      return say("Mødeforum");
    case "AgendaItem":
      return say("Punkt");
    case "Document":
      return say("Dokument");
    default:
      return name;
  }
}
