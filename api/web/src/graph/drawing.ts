/** How names are drawn beside their things, with a rim in the page's colour so that lines do not cross them out. */
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Colours } from "./colours";

type Data = Parameters<NodeLabelDrawingFunction>[1];
const RIM = 4;
const PADDING = 5;

/** Return the function that draws names. */
export function nameDrawer(colours: () => Colours): NodeLabelDrawingFunction {
  return (context, data, settings) => {
    if (!data.label) return;
    const { ink, paper } = colours();
    context.font = `${settings.labelWeight} ${String(settings.labelSize)}px ${settings.labelFont}`;
    context.lineJoin = "round";
    context.lineWidth = RIM;
    context.strokeStyle = paper;
    const [x, y] = beside(data, settings.labelSize);
    context.strokeText(data.label, x, y);
    context.fillStyle = ink;
    context.fillText(data.label, x, y);
  };
}

/** Return the function that draws the name of what is pointed at or chosen: on a sheet of its own. */
export function chosenDrawer(colours: () => Colours): NodeHoverDrawingFunction {
  return (context, data, settings) => {
    const { ink, sheet, accent } = colours();
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = accent;
    context.stroke();
    if (!data.label) return;
    context.font = `650 ${String(settings.labelSize)}px ${settings.labelFont}`;
    const [x, y] = beside({ ...data, size: data.size + 5 }, settings.labelSize);
    const width = context.measureText(data.label).width;
    context.beginPath();
    context.roundRect(x - PADDING, y - settings.labelSize - PADDING + 2, width + 2 * PADDING, settings.labelSize + 2 * PADDING, 5);
    context.fillStyle = sheet;
    context.fill();
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = ink;
    context.fillText(data.label, x, y);
  };
}

function beside(data: Pick<Data, "x" | "y" | "size">, size: number): [number, number] {
  return [data.x + data.size + 4, data.y + size / 3];
}
