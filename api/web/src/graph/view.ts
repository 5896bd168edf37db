/** The picture: sigma over a graph that holds what the state knows; what is not in sight is hidden, not removed. */
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram, EdgeRectangleProgram, NodeCircleProgram } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { type Colours, colours, isMotionReduced, mixed, onSchemeChange } from "./colours";
import { chosenDrawer, nameDrawer } from "./drawing";
import { nearestPair } from "./lines";
import { look } from "./looks";
import type { Pair, Place, Thing } from "./model";
import { shapeProgram } from "./shape_program";
import { POLYGONS } from "./shapes";
import { type State, stepsOf } from "./state";
import type { Visible } from "./visible";
import { shortName } from "./words";

const MOST_WIDE_LINES = 4_000; // above this number lines are thin, which is quicker to draw
export const MOST_WHILE_MOVING = 1_500; // above this number of things, lines and names rest while the picture moves
const SMALLEST = 0.35;
const FADED = 0.16;
const PADDING = 34;
const NAME_ROOM = 130; // pixels on the right, for the names of what lies there
const MOST_NAMED = 14; // things whose names are drawn whether or not they cover each other
const PROGRAMS = Object.fromEntries(Object.entries(POLYGONS).map(([name, polygon]) => [name, shapeProgram(polygon)]));

/** What is pointed at or chosen: a thing, a pair of things, or nothing. */
export interface Attention {
  readonly thing: string | null;
  readonly pair: string | null;
}

export class View {
  readonly graph = new UndirectedGraph();
  readonly sigma: Sigma;
  private palette: Colours = colours();
  private visible: Visible | null = null;
  private state: State | null = null;
  private attention: Attention = { thing: null, pair: null };
  private near: ReadonlySet<string> = new Set();
  private path: ReadonlySet<string> = new Set();

  /** Raises: Error where the browser has no WebGL. */
  constructor(readonly stage: HTMLElement) {
    this.sigma = new Sigma(this.graph, stage, this.settings());
    onSchemeChange(() => {
      this.palette = colours();
      this.sigma.refresh();
    });
  }

  private settings(): Partial<Settings> {
    return {
      allowInvalidContainer: true,
      defaultDrawNodeLabel: nameDrawer(() => this.palette),
      defaultDrawNodeHover: chosenDrawer(() => this.palette),
      doubleClickZoomingDuration: 0,
      doubleClickZoomingRatio: 1,
      edgeProgramClasses: { line: EdgeRectangleProgram, thin: EdgeLineProgram },
      edgeReducer: (key, data) => this.drawnLine(key, data),
      labelDensity: 0.7,
      labelFont: getComputedStyle(document.body).fontFamily,
      labelGridCellSize: 130,
      labelRenderedSizeThreshold: 5,
      labelSize: 13,
      labelWeight: "500",
      maxCameraRatio: 6,
      minCameraRatio: 0.01,
      nodeProgramClasses: { circle: NodeCircleProgram, ...PROGRAMS },
      nodeReducer: (iri, data) => this.drawnThing(iri, data),
      stagePadding: PADDING,
      zIndex: true,
    };
  }

  /** Show a state; things that stay stay where they are on the screen. */
  show(state: State, visible: Visible): void {
    const isFirst = this.state === null || this.graph.order === 0;
    const hadOther = this.state?.things !== state.things || this.state.statements !== state.statements;
    const hadOtherPlaces = this.state?.places !== state.places;
    this.state = state;
    this.visible = visible;
    this.path = stepsOf(state);
    if (hadOther) this.keepThings(state);
    this.keepLines(visible);
    if (hadOther || hadOtherPlaces) this.keepPlaces(state.places);
    if (isFirst) this.keepBox();
    this.sigma.setSettings({ hideEdgesOnMove: this.isLarge, hideLabelsOnMove: this.isLarge });
    this.draw();
  }

  /** Tell whether there is so much that the picture must spare itself while it moves. */
  get isLarge(): boolean {
    return (this.visible?.things.size ?? 0) > MOST_WHILE_MOVING;
  }

  /** Mark what is pointed at or chosen, and fade what has nothing to do with it. */
  lookAt(attention: Attention): void {
    if (attention.thing === this.attention.thing && attention.pair === this.attention.pair) return;
    this.attention = attention;
    this.draw();
  }

  /** How much smaller things are drawn where there are many: they would cover each other. */
  private get shrunk(): number {
    return Math.min(1, Math.max(Math.sqrt(MOST_WHILE_MOVING / Math.max(this.visible?.things.size ?? 1, 1)), SMALLEST));
  }

  private draw(): void {
    const { attention } = this;
    const pairs = attention.thing === null ? [] : (this.visible?.around.get(attention.thing) ?? []);
    const pair = attention.pair === null ? undefined : this.visible?.pairs.get(attention.pair);
    this.near = new Set([
      ...(attention.thing === null ? [] : [attention.thing]),
      ...pairs.flatMap((each) => [each.one, each.other]),
      ...(pair === undefined ? [] : [pair.one, pair.other]),
    ]);
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Return where a thing stands on the stage, in pixels. */
  placeOf(iri: string): Place | null {
    const place = this.state?.places.get(iri);
    return place === undefined ? null : this.sigma.graphToViewport(place);
  }

  /** Return the key of the pair whose line lies at a place of the stage, null if none does. */
  pairAt(at: Place): string | null {
    return nearestPair(at, this.visible?.pairs.values() ?? [], (iri) => this.placeOf(iri))?.key ?? null;
  }

  /** Move the camera so that all that is in sight is seen, or these things alone. */
  fit(iris: Iterable<string> = this.visible?.things.keys() ?? []): void {
    const places = [...iris].map((iri) => this.sigma.getNodeDisplayData(iri)).filter((place) => place !== undefined);
    if (places.length === 0) return;
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
    const { width, height } = this.sigma.getDimensions();
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [low, high] = [Math.min(...ys), Math.max(...ys)];
    const least = this.unit();
    const names = Math.min(NAME_ROOM, width / 5);
    const room = Math.max(width - names - 2 * PADDING, 60);
    const ratio = Math.max(((right - left) * least) / room, ((high - low) * least) / (height - 2 * PADDING), 0.08);
    this.moveCamera({ x: (left + right) / 2 + ((names / 2) * ratio) / least, y: (low + high) / 2, ratio, angle: 0 });
  }

  /** Return how many pixels a unit of the frame takes where the camera is at ratio 1. */
  private unit(): number {
    const cameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const [from, to] = [0, 1].map((x) => this.sigma.framedGraphToViewport({ x, y: 0.5 }, { cameraState }).x);
    return Math.max((to ?? 1) - (from ?? 0), 1);
  }

  /** Zoom by a factor; above 1 goes farther away. */
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    this.moveCamera({ ...camera.getState(), ratio: camera.getBoundedRatio(camera.ratio * factor) });
  }

  /** Bring a thing into the stage if it is outside. */
  reveal(iri: string): void {
    const place = this.placeOf(iri);
    const framed = this.sigma.getNodeDisplayData(iri);
    const { width, height } = this.sigma.getDimensions();
    const isInside = place !== null && place.x > 40 && place.y > 30 && place.x < width - 60 && place.y < height - 30;
    if (framed !== undefined && !isInside) this.moveCamera({ ...this.sigma.getCamera().getState(), x: framed.x, y: framed.y });
  }

  private moveCamera(to: { x: number; y: number; ratio: number; angle: number }): void {
    const camera = this.sigma.getCamera();
    if (isMotionReduced()) camera.setState(to);
    else void camera.animate(to, { duration: 250 });
  }

  private keepThings(state: State): void {
    for (const iri of this.graph.nodes()) if (!state.things.has(iri)) this.graph.dropNode(iri);
    for (const thing of state.things.values()) {
      const attributes = { type: look(thing.type).shape, label: shortName(thing), x: 0, y: 0 };
      if (!this.graph.hasNode(thing.iri)) this.graph.addNode(thing.iri, attributes);
    }
  }

  private keepLines(visible: Visible): void {
    for (const key of this.graph.edges()) if (!visible.pairs.has(key)) this.graph.dropEdge(key);
    for (const [key, pair] of visible.pairs) {
      if (!this.graph.hasEdge(key)) this.graph.addEdgeWithKey(key, pair.one, pair.other);
    }
  }

  private keepPlaces(places: ReadonlyMap<string, Place>): void {
    this.graph.updateEachNodeAttributes(
      (iri, attributes) => {
        const place = places.get(iri);
        return place === undefined ? attributes : { ...attributes, x: place.x, y: place.y };
      },
      { attributes: ["x", "y"] },
    );
  }

  /** Keep the box that places are drawn in, so that what comes later does not move what is there. */
  private keepBox(): void {
    this.sigma.setCustomBBox(null);
    this.sigma.refresh();
    this.sigma.setCustomBBox(this.sigma.getBBox());
  }

  private drawnThing(iri: string, data: Record<string, unknown>): Partial<NodeDisplayData> {
    const thing = this.visible?.things.get(iri);
    if (thing === undefined) return { ...data, hidden: true };
    const colour = this.palette.of(look(thing.type).colour);
    const isCentre = this.state?.centres.includes(iri) ?? false;
    const isChosen = this.attention.thing === iri;
    const isNear = this.near.has(iri) || this.path.has(iri);
    const isFaded = this.near.size > 0 && !isNear;
    return {
      ...data,
      color: isFaded ? mixed(colour, this.palette.paper, FADED + 0.1) : colour,
      size: sizeOf(thing) * this.shrunk,
      label: isFaded ? null : shortName(thing),
      forceLabel: isCentre || (isNear && this.near.size <= MOST_NAMED),
      highlighted: isChosen,
      zIndex: isNear ? 2 : isFaded ? 0 : 1,
    };
  }

  private drawnLine(key: string, data: Record<string, unknown>): Partial<EdgeDisplayData> {
    const pair = this.visible?.pairs.get(key);
    if (pair === undefined || this.visible === null) return { ...data, hidden: true };
    const isPath = this.path.has(key);
    const isChosen = this.attention.pair === key || isPath;
    const isNear = this.attention.thing !== null && (pair.one === this.attention.thing || pair.other === this.attention.thing);
    const isFaded = this.near.size > 0 && !isNear && !isChosen;
    const { lineStrong, paper, accent, changed } = this.palette;
    const plain = mixed(lineStrong, paper, isFaded ? FADED : 0.62);
    return {
      ...data,
      type: this.visible.pairs.size > MOST_WIDE_LINES ? "thin" : "line",
      color: isChosen ? changed : isNear ? accent : plain,
      size: (isChosen ? 2.5 : 0) + widthOf(pair),
      zIndex: isChosen ? 2 : isNear ? 1 : 0,
    };
  }
}

function sizeOf(thing: Thing): number {
  return Math.min(5 + 1.7 * Math.log2(1 + thing.degree), 17);
}

function widthOf(pair: Pair): number {
  return Math.min(1 + 0.6 * Math.log2(pair.statements.length), 4);
}
