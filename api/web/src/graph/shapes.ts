/** The shapes of things as polygons about the origin, for the picture, the legend and the files alike; y points up. */
export type Point = readonly [number, number];
export type Shape = "circle" | "square" | "diamond" | "triangle" | "wedge" | "pentagon" | "hexagon" | "star" | "cross" | "sheet" | "bar";

/** Return a regular polygon whose first corner lies at an angle (in degrees, anticlockwise from the right). */
function regular(corners: number, first: number, radius = 1): Point[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = ((first + (360 * index) / corners) * Math.PI) / 180;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

function star(): Point[] {
  const inner = regular(5, 126, 0.5);
  return regular(5, 90).flatMap((corner, index) => [corner, inner[index] ?? corner]);
}

const ARM = 0.34;
export const POLYGONS: Readonly<Record<Exclude<Shape, "circle">, readonly Point[]>> = {
  square: regular(4, 45),
  diamond: regular(4, 90),
  triangle: regular(3, 90),
  wedge: regular(3, 270),
  pentagon: regular(5, 90),
  hexagon: regular(6, 0),
  star: star(),
  cross: [
    [-ARM, 0.9],
    [ARM, 0.9],
    [ARM, ARM],
    [0.9, ARM],
    [0.9, -ARM],
    [ARM, -ARM],
    [ARM, -0.9],
    [-ARM, -0.9],
    [-ARM, -ARM],
    [-0.9, -ARM],
    [-0.9, ARM],
    [-ARM, ARM],
  ],
  sheet: [
    [-0.62, -0.9],
    [0.62, -0.9],
    [0.62, 0.4],
    [0.15, 0.9],
    [-0.62, 0.9],
  ],
  bar: [
    [-0.95, -0.45],
    [0.95, -0.45],
    [0.95, 0.45],
    [-0.95, 0.45],
  ],
};

/** Return a shape as an SVG path about a middle; y points down there. */
export function svgPath(shape: Shape, x: number, y: number, radius: number): string {
  const write = (value: number): string => String(Math.round(value * 100) / 100);
  if (shape === "circle") {
    const r = write(radius);
    return `M${write(x - radius)} ${write(y)}a${r} ${r} 0 1 0 ${write(2 * radius)} 0a${r} ${r} 0 1 0 ${write(-2 * radius)} 0z`;
  }
  const corners = POLYGONS[shape].map(([dx, dy]) => `${write(x + dx * radius)} ${write(y - dy * radius)}`);
  return `M${corners.join("L")}z`;
}
