/** Ask the service's REST; an error carries what its problem document says. */
import { prefix } from "./language";

export class ServiceError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly id: string,
  ) {
    super(detail);
  }
}

interface Problem {
  detail?: string;
  code?: string;
  id?: string;
}

/** Return the JSON at a path of ours; values that are "" or null are left out, lists are repeated. */
export async function get<Answer>(
  path: string,
  parameters: Record<string, string | number | null | readonly string[]> = {},
  signal?: AbortSignal,
): Promise<Answer> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      if (each !== null && each !== "") query.append(name, String(each));
    }
  }
  const text = query.toString();
  const response = await fetch(`${prefix()}${path}${text === "" ? "" : `?${text}`}`, {
    headers: { Accept: "application/json" },
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await problem(response);
  return (await response.json()) as Answer;
}

/** Return the error that an answer of the service tells of. */
export async function problem(response: Response): Promise<ServiceError> {
  const told = (await response.json().catch(() => ({}))) as Problem;
  return new ServiceError(response.status, told.code ?? "http", told.detail ?? response.statusText, told.id ?? "");
}
