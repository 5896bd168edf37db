/** Other places for things, on request alone: spread apart, or by forces in small steps. Pinned things stay. */
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import type { Place } from "./model";
import type { State } from "./state";
import type { Visible } from "./visible";

const FORCE_STEPS = 40;
const STEP = 4; // iterations between two frames
const NEAR = 0.55; // how far from each other spread things are, in the places' own units

type Places = ReadonlyMap<string, Place>;

/** Return places without overlap. */
export function spread(state: State, visible: Visible): Places {
  const graph = laidOut(state, visible);
  return placesOf(graph, noverlap(graph, { maxIterations: 120, settings: { margin: NEAR, ratio: 1, expansion: 1.05, gridSize: 20 } }));
}

/** Move things by forces, a few steps each time it is asked for another; it ends by itself. */
export function* forced(state: State, visible: Visible): Generator<Places, void> {
  const graph = laidOut(state, visible);
  const scale = 2.2;
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 0.4, scalingRatio: scale, slowDown: 3, adjustSizes: false };
  for (let step = 0; step < FORCE_STEPS; step += 1) {
    forceAtlas2.assign(graph, { iterations: STEP, settings });
    yield placesOf(graph, graph.reduceNodes((found, iri, { x, y }) => ({ ...found, [iri]: { x: x as number, y: y as number } }), {}));
  }
}

/** Return places for things that have none, by forces from a circle: the same for the same things. */
export function laidFromCircle(iris: readonly string[], ties: readonly (readonly [string, string])[]): Places {
  const graph = new UndirectedGraph();
  for (const [index, iri] of iris.entries()) {
    const angle = (2 * Math.PI * index) / iris.length;
    const radius = Math.sqrt(iris.length) * (1 + (index % 3) * 0.15);
    graph.addNode(iri, { x: radius * Math.cos(angle), y: radius * Math.sin(angle), size: 1 });
  }
  for (const [one, other] of ties) if (one !== other) graph.mergeEdge(one, other);
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 1, scalingRatio: 2 };
  return placesOf(graph, forceAtlas2(graph, { iterations: iris.length > 1_000 ? 40 : 200, settings }));
}

function laidOut(state: State, visible: Visible): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const iri of visible.things.keys()) {
    const place = state.places.get(iri) ?? { x: 0, y: 0 };
    graph.addNode(iri, { ...place, size: NEAR, fixed: state.pinned.has(iri) });
  }
  for (const pair of visible.pairs.values()) if (graph.hasNode(pair.one) && graph.hasNode(pair.other)) graph.mergeEdge(pair.one, pair.other);
  return graph;
}

function placesOf(graph: UndirectedGraph, found: Readonly<Record<string, { x?: number; y?: number }>>): Places {
  return new Map(graph.nodes().map((iri) => [iri, { x: found[iri]?.x ?? 0, y: found[iri]?.y ?? 0 }]));
}
