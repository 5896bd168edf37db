/** Ask the service for parts of the network. */
import { get } from "../rest";
import type { Part, Paths } from "./model";

export const MOST_THINGS = 10_000; // the service's own limit, and the picture's
export const MOST_CENTRES = 50; // the service's own limit

export interface Wanted {
  readonly focus: readonly string[];
  readonly depth: number;
  readonly department: string;
  readonly limit: number;
}

/** Return what lies around things; around none, the most connected. Throws ServiceError. */
export function askAround(wanted: Wanted, signal?: AbortSignal): Promise<Part> {
  const { focus, depth, department } = wanted;
  const limit = Math.min(wanted.limit, MOST_THINGS);
  return get<Part>("/api/graph", { focus: [...focus], depth, department, limit }, signal);
}

/** Return the shortest paths between two things. Throws ServiceError. */
export function askPath(start: string, end: string): Promise<Paths> {
  return get<Paths>("/api/graph/path", { start, end, limit: 1 });
}
