import { effect } from '@preact/signals';
import { monthLabel, playing, ready } from '../state/mission.ts';

/** The run and month in the address, so that a view can be reloaded and passed on: #run=million-7&month=2034-05 */
export function readAddress(hash: string): { run?: string; month?: string } {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  return { run: parts.get('run') ?? undefined, month: parts.get('month') ?? undefined };
}

/** Keeps the address in step, but not with every month that plays by. */
export function writeAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const run = ready.value?.verdict.run;
    const month = monthLabel.value;
    clearTimeout(timer);
    if (!run || playing.value) return;
    timer = setTimeout(() => history.replaceState(null, '', `#${new URLSearchParams({ run, month })}`), 250);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
