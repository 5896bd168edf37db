/** The keys of the picture, while it has the focus. `KEYS` is also what the help tells. */
import { say } from "../language";
import type { Direction } from "./walking";

export interface Commands {
  readonly walk: (direction: Direction) => void;
  readonly turn: (step: number) => void;
  readonly leaf: (step: number) => void;
  readonly home: () => void;
  readonly expand: () => void;
  readonly open: () => void;
  readonly hide: () => void;
  readonly pin: () => void;
  readonly markForPath: () => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly leave: () => void;
  readonly help: () => void;
}

/** The keys and what they do, in the order the help tells them. */
export const KEYS: readonly (readonly [string, string])[] = [
  ["← → ↑ ↓", say("Gå ad en forbindelse til tingen, der ligger den vej")],
  [say("N og Shift+N"), say("Gå gennem tingens forbindelser; sætningen vises og læses op")],
  [say("Page Up og Page Down"), say("Gå gennem alle ting, de mest forbundne først")],
  ["Home", say("Gå til det, der blev begyndt med")],
  ["Enter", say("Hent det, der ligger omkring tingen")],
  [say("Mellemrum"), say("Gå til panelet med tingens eller forbindelsens udsagn")],
  ["Delete", say("Skjul tingen")],
  ["P", say("Sæt tingen fast, eller slip den")],
  ["V", say("Begynd en vej her; næste gang: find vejen hertil")],
  ["+ − 0", say("Zoom ind, zoom ud, vis alt")],
  ["Ctrl+Z, Ctrl+Y", say("Fortryd, gentag")],
  ["Esc", say("Slip det valgte")],
  ["?", say("Vis denne hjælp")],
];

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Run commands by keys while the stage has the focus; undo and redo anywhere but in a field. */
export function watchKeys(stage: HTMLElement, commands: Commands): void {
  const plain = plainKeys(commands);
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = ARROWS[event.key];
    const command = direction === undefined ? plain(event) : () => {
      commands.walk(direction);
    };
    if (command === undefined) return;
    event.preventDefault();
    command();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) commands.redo();
    else commands.undo();
  });
}

function plainKeys(commands: Commands): (event: KeyboardEvent) => (() => void) | undefined {
  const keys: Readonly<Record<string, () => void>> = {
    Home: commands.home,
    PageDown: () => {
      commands.leaf(1);
    },
    PageUp: () => {
      commands.leaf(-1);
    },
    Enter: commands.expand,
    " ": commands.open,
    Delete: commands.hide,
    Backspace: commands.hide,
    p: commands.pin,
    v: commands.markForPath,
    "+": () => {
      commands.zoom(0.7);
    },
    "-": () => {
      commands.zoom(1.4);
    },
    "0": commands.fit,
    Escape: commands.leave,
    "?": commands.help,
  };
  return (event) => {
    if (event.key.toLowerCase() === "n") {
      return () => {
        commands.turn(event.shiftKey ? -1 : 1);
      };
    }
    return keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  };
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !["range", "checkbox"].includes(target.type));
}
