import { signal } from '@preact/signals';

export const themes = ['dark', 'light'] as const;
export type Theme = (typeof themes)[number];

const storage = 'kardashev.theme';
const light = globalThis.matchMedia?.('(prefers-color-scheme: light)');

/** The theme on show: what was chosen here before, else what the system asks for. Canvases redraw when it changes. */
export const theme = signal<Theme>(kept() ?? (light?.matches ? 'light' : 'dark'));

export function wear(next: Theme): void {
  theme.value = next;
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(storage, next);
  } catch {
    // A browser that keeps nothing asks the system next time.
  }
}

function kept(): Theme | undefined {
  try {
    return themes.find((each) => each === localStorage.getItem(storage));
  } catch {
    return undefined;
  }
}

/** A colour of the palette (`--accent`) as the theme on show has it, for what is drawn on a canvas. */
export function colour(name: `--${string}`): string {
  // Read so that who draws in an effect draws again when the theme changes.
  void theme.value;
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
