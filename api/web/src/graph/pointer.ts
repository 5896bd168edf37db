/** The mouse and the finger: point, choose, expand, drag. */
import type { Place } from "./model";
import type { View } from "./view";

export interface Pointed {
  readonly onThing: (iri: string | null) => void;
  readonly onPair: (key: string | null, at: Place | null) => void;
  readonly chooseThing: (iri: string) => void;
  readonly choosePair: (key: string) => void;
  readonly chooseNothing: () => void;
  readonly expand: (iri: string) => void;
  readonly dropped: (iri: string, place: Place) => void;
}

/** Call back for what the pointer does on the picture. */
export function watchPointer(view: View, pointed: Pointed): void {
  const { sigma, stage } = view;
  sigma.on("enterNode", ({ node }) => {
    stage.style.cursor = "pointer";
    pointed.onThing(node);
  });
  sigma.on("leaveNode", () => {
    stage.style.cursor = "";
    pointed.onThing(null);
  });
  sigma.on("enterEdge", ({ edge, event }) => {
    stage.style.cursor = "help";
    pointed.onPair(edge, { x: event.x, y: event.y });
  });
  sigma.on("leaveEdge", () => {
    stage.style.cursor = "";
    pointed.onPair(null, null);
  });
  sigma.on("clickNode", ({ node }) => {
    pointed.chooseThing(node);
  });
  sigma.on("clickEdge", ({ edge }) => {
    pointed.choosePair(edge);
  });
  sigma.on("clickStage", () => {
    pointed.chooseNothing();
  });
  sigma.on("doubleClickNode", (payload) => {
    payload.preventSigmaDefault();
    pointed.expand(payload.node);
  });
  watchDragging(view, pointed.dropped);
}

/** While a thing is dragged it alone moves; it is dropped where the button is let go. */
function watchDragging(view: View, dropped: Pointed["dropped"]): void {
  const { sigma, graph } = view;
  let dragged: string | null = null;
  let isMoved = false;
  sigma.on("downNode", ({ node }) => {
    [dragged, isMoved] = [node, false];
  });
  sigma.on("moveBody", ({ event }) => {
    if (dragged === null) return;
    isMoved = true;
    const { x, y } = sigma.viewportToGraph(event);
    graph.mergeNodeAttributes(dragged, { x, y });
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = (): void => {
    const node = dragged;
    dragged = null;
    if (node === null || !isMoved) return;
    const { x, y } = graph.getNodeAttributes(node) as Place;
    dropped(node, { x, y });
  };
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
}
