/** Marks on top of the picture that WebGL does not draw: a ring about what was asked for, a pin on what is pinned. */
import { colours, onSchemeChange } from "./colours";
import type { State } from "./state";
import type { View } from "./view";
import type { Visible } from "./visible";

export class Marks {
  private palette = colours();
  private state: State | null = null;
  private visible: Visible | null = null;
  private readonly canvas: HTMLCanvasElement;

  constructor(private readonly view: View) {
    const style = { position: "absolute", inset: "0", width: "100%", height: "100%", pointerEvents: "none" };
    this.canvas = view.sigma.createCanvas("marks", { style, beforeLayer: "mouse" });
    view.sigma.on("afterRender", () => {
      this.draw();
    });
    onSchemeChange(() => {
      this.palette = colours();
    });
  }

  show(state: State, visible: Visible): void {
    this.state = state;
    this.visible = visible;
  }

  private draw(): void {
    const context = this.canvas.getContext("2d");
    if (context === null || this.state === null || this.visible === null) return;
    const { width, height } = this.view.sigma.getDimensions();
    const [across, down] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    // To set the size of a canvas makes a new one: only where it changed.
    if (this.canvas.width !== across || this.canvas.height !== down) [this.canvas.width, this.canvas.height] = [across, down];
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, width, height);
    for (const iri of this.state.centres) this.mark(context, iri, false);
    for (const iri of this.state.pinned) this.mark(context, iri, true);
  }

  private mark(context: CanvasRenderingContext2D, iri: string, isPin: boolean): void {
    const data = this.view.sigma.getNodeDisplayData(iri);
    if (data === undefined || !(this.visible?.things.has(iri) ?? false)) return;
    const { x, y } = this.view.sigma.framedGraphToViewport(data);
    const radius = this.view.sigma.scaleSize(data.size);
    context.beginPath();
    if (isPin) {
      context.arc(x + radius * 0.8, y - radius * 0.8, 4, 0, 2 * Math.PI);
      context.fillStyle = this.palette.ink;
      context.fill();
      context.strokeStyle = this.palette.paper;
      context.lineWidth = 1.5;
    } else {
      context.arc(x, y, radius + 3, 0, 2 * Math.PI);
      context.strokeStyle = this.palette.ink;
      context.lineWidth = 1.5;
    }
    context.stroke();
  }
}
