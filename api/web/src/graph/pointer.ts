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
  watchLines(view, pointed.onPair);
  const wasDragged = watchDragging(view, pointed.dropped);
  sigma.on("clickNode", ({ node }) => {
    if (!wasDragged()) pointed.chooseThing(node);
  });
  sigma.on("clickStage", ({ event }) => {
    const pair = view.pairAt(event);
    if (pair === null) pointed.chooseNothing();
    else pointed.choosePair(pair);
  });
  sigma.on("doubleClickNode", (payload) => {
    payload.preventSigmaDefault();
    pointed.expand(payload.node);
  });
}

/** Tell of the line under the pointer, once a frame; a thing under the pointer goes before it. */
function watchLines(view: View, onPair: Pointed["onPair"]): void {
  const { sigma, stage } = view;
  let isOnThing = false;
  let now: string | null = null;
  let frame = 0;
  const tell = (key: string | null, at: Place | null): void => {
    if (key === null && now === null) return;
    now = key;
    onPair(key, at);
  };
  sigma.on("enterNode", () => {
    isOnThing = true;
    tell(null, null);
  });
  sigma.on("leaveNode", () => {
    isOnThing = false;
  });
  sigma.on("leaveStage", () => {
    tell(null, null);
  });
  sigma.on("moveBody", ({ event }) => {
    const { original } = event;
    const isPressed = original instanceof MouseEvent && original.buttons !== 0; // then the picture itself is moved
    const isInside = !isPressed && original.target instanceof Node && stage.contains(original.target);
    const at = { x: event.x, y: event.y };
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      tell(isInside && !isOnThing ? view.pairAt(at) : null, at);
    });
  });
}

/** While a thing is dragged it alone moves; it is dropped where the button is let go. Return whether the last was. */
function watchDragging(view: View, dropped: Pointed["dropped"]): () => boolean {
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
  return () => isMoved;
}
