/** Walk along the lines by direction: which neighbour lies that way on the screen. */
import type { Place } from "./model";

export type Direction = "left" | "right" | "up" | "down";

const WAYS: Readonly<Record<Direction, Place>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
const NARROWEST = 0.38; // the cosine of the widest angle that still is that way: 68 degrees

/** Return the nearest candidate that lies in a direction from a place, null if none does; y points down. */
export function towards(direction: Direction, from: Place, candidates: ReadonlyMap<string, Place>): string | null {
  const way = WAYS[direction];
  let best: string | null = null;
  let least = Infinity;
  for (const [name, place] of candidates) {
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const distance = Math.hypot(dx, dy);
    const cosine = distance === 0 ? 0 : (dx * way.x + dy * way.y) / distance;
    const cost = distance / cosine ** 2;
    if (cosine > NARROWEST && cost < least) [best, least] = [name, cost];
  }
  return best;
}
