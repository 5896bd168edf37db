/** Which line lies under the pointer: by geometry, since a line is too thin to be hit and is drawn by the thousand. */
import type { Pair, Place } from "./model";

const NEAR = 6; // pixels

/** Return the pair whose line passes nearest to a point of the stage, null if none is near. */
export function nearestPair(at: Place, pairs: Iterable<Pair>, placeOf: (iri: string) => Place | null): Pair | null {
  const places = new Map<string, Place | null>();
  const known = (iri: string): Place | null => {
    const place = places.get(iri);
    if (place !== undefined) return place;
    const found = placeOf(iri);
    places.set(iri, found);
    return found;
  };
  let best: Pair | null = null;
  let least = NEAR;
  for (const pair of pairs) {
    const [from, to] = [known(pair.one), known(pair.other)];
    const away = from === null || to === null ? Infinity : distance(at, from, to);
    if (away < least) [best, least] = [pair, away];
  }
  return best;
}

/** Return how far a point is from the line between two others. */
export function distance(at: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(Math.max(((at.x - from.x) * dx + (at.y - from.y) * dy) / length, 0), 1);
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}
