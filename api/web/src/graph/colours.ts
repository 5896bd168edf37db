/** The style sheet's colour tokens as WebGL and canvas need them: resolved for light or dark. */

export interface Colours {
  readonly of: (token: string) => string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly paper: string;
  readonly sheet: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly accent: string;
  readonly changed: string;
}

/** Resolve the tokens by what the browser computes of them. */
export function colours(): Colours {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const known = new Map<string, string>();
  const resolve = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const of = (token: string): string => {
    const colour = known.get(token);
    if (colour !== undefined) return colour;
    document.body.append(probe);
    const resolved = resolve(token);
    probe.remove();
    known.set(token, resolved);
    return resolved;
  };
  return {
    of,
    ink: of("--ink"),
    inkSoft: of("--ink-soft"),
    paper: of("--paper"),
    sheet: of("--sheet"),
    line: of("--line"),
    lineStrong: of("--line-strong"),
    accent: of("--accent"),
    changed: of("--changed"),
  };
}

/** Mix a colour (as `rgb(r, g, b)`) with another; `share` of the first. */
export function mixed(one: string, other: string, share: number): string {
  const [a, b] = [parts(one), parts(other)];
  const channels = a.map((value, index) => Math.round(value * share + (b[index] ?? 0) * (1 - share)));
  return `rgb(${channels.join(", ")})`;
}

function parts(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? ["0", "0", "0"]).slice(0, 3).map(Number);
}

/** Call back when the reader changes between light and dark. */
export function onSchemeChange(heard: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", heard);
}

/** Tell whether the reader wants little motion. */
export function isMotionReduced(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
