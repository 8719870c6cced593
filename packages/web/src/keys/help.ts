import { signal } from '@preact/signals';

/** Whether the list of keys is open. */
export const helpOpen = signal(false);

const storage = 'kardashev.keys';

/** Whether keys of one character act. Who speaks to the machine switches them off, and stays heard (WCAG 2.1.4). */
export const singleKeys = signal(kept());

export function switchSingleKeys(on: boolean): void {
  singleKeys.value = on;
  try {
    localStorage.setItem(storage, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing has them on next time.
  }
}

function kept(): boolean {
  try {
    return globalThis.localStorage?.getItem(storage) !== 'off';
  } catch {
    return true;
  }
}
