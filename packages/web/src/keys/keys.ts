import { timed, view, viewNames } from '../app/views.ts';
import { language, speak } from '../language/language.ts';
import { goTo, lastMonth, month, playing } from '../state/mission.ts';
import { theme, wear } from '../style/theme.ts';
import { togglePlay } from '../timeline/play.ts';
import { helpOpen, singleKeys } from './help.ts';

/** Keys that move the time line, in the views that have one. */
const timeKeys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
  ArrowLeft: ({ shiftKey }) => step(shiftKey ? -12 : -1),
  ArrowRight: ({ shiftKey }) => step(shiftKey ? 12 : 1),
  Home: () => goTo(0),
  End: () => goTo(lastMonth.value),
  ' ': () => togglePlay(),
};

/** Keys of one character, which can be switched off for those who dictate to their machine. */
const characterKeys: Readonly<Record<string, () => void>> = {
  '?': () => {
    helpOpen.value = true;
  },
  t: () => wear(theme.value === 'dark' ? 'light' : 'dark'),
  l: () => speak(language.value === 'en' ? 'de' : 'en'),
};

/** The keys of the page, wherever the focus is not in a control that has keys of its own and no dialog is open. */
export function handleKeys(): () => void {
  const listen = (event: KeyboardEvent) => {
    const { defaultPrevented, ctrlKey, metaKey, altKey, target } = event;
    if (defaultPrevented || ctrlKey || metaKey || altKey || ownsKeys(target, event.key)) return;
    if (document.querySelector('dialog[open]')) return;
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

function actOf(event: KeyboardEvent): (() => void) | undefined {
  const { key } = event;
  const inTime = timed.has(view.value) ? timeKeys[key] : undefined;
  if (inTime) return () => inTime(event);
  if (!singleKeys.value) return undefined;
  const named = viewNames[Number(key) - 1];
  if (named) {
    return () => {
      view.value = named;
    };
  }
  return characterKeys[key.toLowerCase()];
}

function step(months: number): void {
  playing.value = false;
  goTo(month.value + months);
}

function ownsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input[type=range]')) return key.startsWith('Arrow') || key === 'Home' || key === 'End';
  if (target.matches('input[type=radio], input[type=checkbox]'))
    return key === ' ' || key.startsWith('Arrow');
  if (target.matches('input, select, textarea, [contenteditable], [role=textbox]')) return true;
  return key === ' ' && target.matches('button, a, summary, [role=button]');
}
