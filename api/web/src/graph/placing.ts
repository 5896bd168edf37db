/** Place what is new near what it is tied to; nothing that has a place is moved. */
import type { Part, Place } from "./model";

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Return the places of old and new things. The first part keeps the places that the service computed. */
export function placed(places: ReadonlyMap<string, Place>, part: Part): ReadonlyMap<string, Place> {
  const found = new Map(places);
  if (places.size === 0) {
    for (const { iri, x, y } of part.nodes) found.set(iri, { x, y });
    return found;
  }
  const taken = new Set([...found.values()].map(cell));
  const tied = neighbours(part);
  for (const { iri } of part.nodes) {
    if (!found.has(iri)) found.set(iri, seat(anchor(tied.get(iri) ?? [], found), taken));
  }
  return found;
}

function neighbours(part: Part): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { start, end } of part.edges) {
    for (const [here, there] of [
      [start, end],
      [end, start],
    ] as const) {
      const list = found.get(here);
      if (list === undefined) found.set(here, [there]);
      else list.push(there);
    }
  }
  return found;
}

/** Return the middle of the neighbours that have a place; of none, the middle of everything. */
function anchor(tied: readonly string[], found: ReadonlyMap<string, Place>): Place {
  const near = tied.map((iri) => found.get(iri)).filter((place) => place !== undefined);
  const all = near.length > 0 ? near : [...found.values()];
  return {
    x: all.reduce((sum, place) => sum + place.x, 0) / all.length,
    y: all.reduce((sum, place) => sum + place.y, 0) / all.length,
  };
}

/** Return the next free seat around a middle, and take it; seats lie like the seeds of a sunflower. */
function seat(middle: Place, taken: Set<string>): Place {
  for (let number = 2; ; number += 1) {
    const distance = Math.sqrt(number) * 0.75;
    const place = {
      x: middle.x + distance * Math.cos(number * GOLDEN_ANGLE),
      y: middle.y + distance * Math.sin(number * GOLDEN_ANGLE),
    };
    if (!taken.has(cell(place))) {
      taken.add(cell(place));
      return place;
    }
  }
}

function cell(place: Place): string {
  return `${Math.floor(place.x)} ${Math.floor(place.y)}`;
}
