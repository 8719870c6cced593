import { effect } from '@preact/signals';
import { known_s, live, of_s, pace, playing, span } from './world.ts';

/** Redrawing more often than this shows nothing more. */
const tick_ms = 80;

/** Lets the world go on while it plays, until the returned function is called. */
export function keepReplaying(): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = effect(() => {
    clearInterval(timer);
    if (!playing.value) return;
    let before_ms = performance.now();
    timer = setInterval(() => {
      const now_ms = performance.now();
      advance(((now_ms - before_ms) / 1000) * pace.peek());
      before_ms = now_ms;
    }, tick_ms);
  });
  return () => {
    stop();
    clearInterval(timer);
    playing.value = false;
  };
}

/** Moves on by seconds of the world, to the end of what there is. */
export function advance(by_s: number): void {
  const end_s = span.value?.until_s ?? known_s.value;
  const next_s = Math.min(end_s, known_s.value + by_s);
  if (of_s.value !== null) of_s.value = Math.min(end_s, of_s.value + by_s);
  known_s.value = next_s;
  if (next_s >= end_s) playing.value = false;
}

/** Begins to play, from the beginning where the end was reached. */
export function toggleReplay(): void {
  const whole = span.value;
  live.value = false;
  if (!playing.value && whole && known_s.value >= whole.until_s - 1) known_s.value = whole.from_s;
  playing.value = !playing.value;
}
