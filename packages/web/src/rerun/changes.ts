import { batch, computed, signal } from '@preact/signals';

/** Texts as a plan would have them, by path: `satellites.ai1.arrayArea` → `700 m2`. */
export type ChangeMap = ReadonlyMap<string, string>;

const none: ChangeMap = new Map();

/** What is changed of the run on show; nothing where it is shown as it is kept. */
export const changes = signal<ChangeMap>(none);
const past = signal<readonly ChangeMap[]>([]);
const future = signal<readonly ChangeMap[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

const mostSteps = 200;
/** The value that a slider is moving: all of one movement is one step back. */
let moving: string | undefined;

/** Changes a value; `sliding` as long as a slider is being moved. */
export function change(path: string, text: string, sliding = false): void {
  step(new Map([...changes.value, [path, text]]), sliding && moving === path);
  moving = sliding ? path : undefined;
}

/** Ends the movement of a slider. */
export function settle(): void {
  moving = undefined;
}

export function takeBack(path: string): void {
  const rest = new Map(changes.value);
  if (rest.delete(path)) step(rest);
}

export function takeAllBack(): void {
  if (changes.value.size > 0) step(none);
}

export function undo(): void {
  const before = past.value.at(-1);
  if (!before) return;
  batch(() => {
    future.value = [...future.value, changes.value];
    past.value = past.value.slice(0, -1);
    changes.value = before;
  });
}

export function redo(): void {
  const after = future.value.at(-1);
  if (!after) return;
  batch(() => {
    past.value = [...past.value, changes.value];
    future.value = future.value.slice(0, -1);
    changes.value = after;
  });
}

/** Begins anew with these changes: another run is on show, or a link was followed. */
export function adopt(next: ChangeMap): void {
  batch(() => {
    changes.value = next.size > 0 ? next : none;
    past.value = [];
    future.value = [];
  });
}

function step(next: ChangeMap, sameStep = false): void {
  moving = undefined;
  batch(() => {
    if (!sameStep) past.value = [...past.value, changes.value].slice(-mostSteps);
    future.value = [];
    changes.value = next;
  });
}
