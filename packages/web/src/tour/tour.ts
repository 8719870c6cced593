import { effect, signal } from '@preact/signals';
import { chooseMode } from '../globe/colour/modes.ts';
import { closeRoom } from '../panels/opened.ts';
import { goTo, playing } from '../state/mission.ts';
import type { Step } from './steps.ts';

const storage = 'kardashev.tour';

/** Place of the step on show; undefined while no tour is on. */
export const place = signal<number | undefined>(undefined);
/** Whether the tour goes on by itself. */
export const going = signal(false);
/** Whether the tour was taken or declined here before. */
export const seen = signal(kept());

/** Ten steps in ninety seconds. */
export const stay_ms = 9000;

export const calm = (): boolean =>
  globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/** Begins at the first step; for who asks for little motion each step waits to be sent on. */
export function begin(): void {
  remember();
  closeRoom();
  playing.value = false;
  going.value = !calm();
  place.value = 0;
}

export function decline(): void {
  remember();
}

export function end(): void {
  place.value = undefined;
  going.value = false;
  chooseMode('shell');
}

/** Moves by some steps and stays within them. */
export function move(by: number, steps: number): void {
  if (place.value === undefined) return;
  place.value = Math.min(steps - 1, Math.max(0, place.value + by));
  if (place.value === steps - 1) going.value = false;
}

function remember(): void {
  seen.value = true;
  try {
    localStorage.setItem(storage, 'seen');
  } catch {
    // A browser that keeps nothing invites again next time.
  }
}

function kept(): boolean {
  try {
    return globalThis.localStorage?.getItem(storage) === 'seen';
  } catch {
    return false;
  }
}

/** Sends the tour on while it goes by itself. */
export function keepGoing(steps: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    clearTimeout(timer);
    if (place.value !== undefined && going.value) timer = setTimeout(() => move(1, steps), stay_ms);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Takes the page to a step: its month, its colour, and what it points at into view. Tells how to take that back. */
export function show({ month, colour, target }: Step): () => void {
  playing.value = false;
  goTo(month);
  chooseMode(colour);
  const element = document.querySelector(target);
  element?.classList.add('tour-target');
  element?.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' });
  return () => element?.classList.remove('tour-target');
}
