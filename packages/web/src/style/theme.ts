import { signal } from '@preact/signals';

export const themes = ['dark', 'light'] as const;
export type Theme = (typeof themes)[number];

/** public/first-paint.js reads it before anything is drawn. */
const storage = 'kardashev.theme';

/** The theme on show, as it was at the first paint and as it is chosen then. Canvases redraw when it changes. */
export const theme = signal<Theme>(worn());

export function wear(next: Theme): void {
  show(next);
  try {
    localStorage.setItem(storage, next);
  } catch {
    // A browser that keeps nothing asks the system next time.
  }
}

/** Follows the system from day to night as long as nothing was chosen here. */
export function followSystem(): () => void {
  const light = matchMedia('(prefers-color-scheme: light)');
  const follow = () => {
    if (!chosen()) show(light.matches ? 'light' : 'dark');
  };
  light.addEventListener('change', follow);
  return () => light.removeEventListener('change', follow);
}

/** Paper is light, whatever the screen is. */
export function printLight(): () => void {
  let before: Theme = 'light';
  const begin = () => {
    before = theme.value;
    show('light');
  };
  const end = () => show(before);
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

function show(next: Theme): void {
  document.documentElement.dataset.theme = next;
  theme.value = next;
}

function worn(): Theme {
  return globalThis.document?.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
}

function chosen(): boolean {
  try {
    return localStorage.getItem(storage) !== null;
  } catch {
    return false;
  }
}

/** A colour of the palette (`--accent`) as the theme on show has it, for what is drawn on a canvas. */
export function colour(name: `--${string}`): string {
  // Read so that who draws in an effect draws again when the theme changes.
  void theme.value;
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
