/** The page of the graph: the explorer in the place that the service left for it, and the tables below it. */
import { found } from "../dom";
import { say } from "../language";
import { readAddress } from "../graph/address";
import { Announcer } from "../graph/announcer";
import { Explorer } from "../graph/explorer";
import { connectChoices } from "../graph/choices";
import { connectPicture } from "../graph/picture";
import { connectTables } from "../graph/selection_tables";
import { watchSearch } from "../graph/start_field";
import "../style/graph.css";

const announcer = new Announcer(found("#happened", HTMLElement));
const explorer = new Explorer(readAddress(location.search), announcer);
const picture = connectPicture(explorer);
connectChoices(explorer);
connectTables(explorer, picture);
watchSearch((iri) => {
  void explorer.expand(iri).then(() => picture?.choose(iri));
});
void explorer.begin().then(() => {
  if (picture === null) announcer.say(say("Din browser kan ikke tegne billedet (WebGL mangler). Tabellerne viser det samme."));
  else picture.fit();
});
