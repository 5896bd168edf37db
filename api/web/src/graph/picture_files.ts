/** The picture as a file: SVG of what the stage shows, and a PNG made of that. */
import { saveAddress, saveText } from "../saving";
import { colours, mixed } from "./colours";
import { xml } from "./files";
import { look } from "./looks";
import { svgPath } from "./shapes";
import type { View } from "./view";
import type { Visible } from "./visible";
import { shortName } from "./words";

const NAMED = 400; // above this number of things only what the picture names is named
const SHARPNESS = 2; // pixels of the PNG for one of the screen
const FONT = "system-ui, 'Noto Sans', sans-serif";

/** Return the picture as SVG, as the camera sees it. */
export function asSvg(view: View, visible: Visible): string {
  const { width, height } = view.sigma.getDimensions();
  const palette = colours();
  const line = mixed(palette.lineStrong, palette.paper, 0.6);
  const shown = view.sigma.getNodeDisplayedLabels();
  const marks: string[] = [];
  const names: string[] = [];
  for (const thing of visible.things.values()) {
    const data = view.sigma.getNodeDisplayData(thing.iri);
    if (data === undefined) continue;
    const { x, y } = view.sigma.framedGraphToViewport(data);
    const radius = view.sigma.scaleSize(data.size);
    const { shape, colour } = look(thing.type);
    marks.push(`<path d="${svgPath(shape, x, y, radius)}" fill="${palette.of(colour)}"><title>${xml(thing.label)}</title></path>`);
    if (visible.things.size > NAMED && !shown.has(thing.iri)) continue;
    names.push(`<text x="${(x + radius + 4).toFixed(1)}" y="${(y + 4).toFixed(1)}">${xml(shortName(thing))}</text>`);
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    `<g stroke="${line}" stroke-width="1.2">${lines(view, visible)}</g>`,
    ...marks,
    `<g font-family="${FONT}" font-size="12" fill="${palette.ink}" stroke="${palette.paper}" stroke-width="3" paint-order="stroke">${names.join("")}</g>`,
    "</svg>\n",
  ].join("\n");
}

function lines(view: View, visible: Visible): string {
  const place = (iri: string): { x: number; y: number } | null => view.placeOf(iri);
  return [...visible.pairs.values()]
    .map((pair) => {
      const [from, to] = [place(pair.one), place(pair.other)];
      if (from === null || to === null) return "";
      return `<path d="M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}"/>`;
    })
    .join("");
}

/** Save the picture as SVG. */
export function saveSvg(view: View, visible: Visible): void {
  saveText("graf.svg", "image/svg+xml", asSvg(view, visible));
}

/** Save the picture as PNG. */
export async function savePng(view: View, visible: Visible): Promise<void> {
  const { width, height } = view.sigma.getDimensions();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asSvg(view, visible))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SHARPNESS, height * SHARPNESS];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  saveAddress("graf.png", canvas.toDataURL("image/png"));
}
