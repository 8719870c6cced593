import { effect } from '@preact/signals';
import { lastMonth, month, playing } from '../state/mission.ts';

/** Twenty years in forty seconds. */
const months_perS = 6;

/** Moves the month on while playing; stops at the end and while the page is hidden. */
export function keepPlaying(): () => void {
  let handle = 0;
  let last_ms = 0;
  let fraction = 0;
  const tick = (now_ms: number) => {
    fraction += last_ms === 0 ? 0 : ((now_ms - last_ms) / 1000) * months_perS;
    last_ms = now_ms;
    const whole = Math.floor(fraction);
    fraction -= whole;
    if (whole > 0) month.value = Math.min(lastMonth.value, month.value + whole);
    if (month.value >= lastMonth.value) playing.value = false;
    else handle = requestAnimationFrame(tick);
  };
  return effect(() => {
    cancelAnimationFrame(handle);
    last_ms = 0;
    fraction = 0;
    if (playing.value) handle = requestAnimationFrame(tick);
  });
}

/** Plays from here, or from the beginning when the end is reached. */
export function togglePlay(): void {
  if (!playing.value && month.value >= lastMonth.value) month.value = 0;
  playing.value = !playing.value;
}
