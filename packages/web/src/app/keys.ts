import { trail } from '../lineage/trail.ts';
import { goTo, lastMonth, month, playing } from '../state/mission.ts';
import { togglePlay } from '../timeline/play.ts';

const acts: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => step(-1),
  ArrowRight: () => step(1),
  Home: () => goTo(0),
  End: () => goTo(lastMonth.value),
  ' ': () => togglePlay(),
};

function step(months: number): void {
  playing.value = false;
  goTo(month.value + months);
}

/** Space plays, arrows move by a month (with shift by a year), wherever the focus is not in a control of its own. */
export function handleKeys(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      trail.value.length > 0 ||
      ownsKeys(event.target, event.key)
    )
      return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    if (event.shiftKey && event.key.startsWith('Arrow')) step(event.key === 'ArrowLeft' ? -12 : 12);
    else act();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

function ownsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input, select, textarea')) return !(key === ' ' && target.matches('[type=range]'));
  return key === ' ' && target.matches('button, a, summary');
}
