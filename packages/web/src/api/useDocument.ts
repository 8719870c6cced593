import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Load, loading } from './api.ts';

/** A document that belongs to `key`, fetched anew when that changes, and the means to try again. */
export function useDocument<T>(
  key: unknown,
  fetch: () => Promise<Load<T>>,
): { document: Load<T>; again(): void } {
  const state = useSignal<Load<T>>(loading);
  const attempt = useSignal(0);
  useEffect(() => {
    let here = true;
    state.value = loading;
    fetch().then((answer) => {
      if (here) state.value = answer;
    });
    return () => {
      here = false;
    };
  }, [key, attempt.value]);
  return {
    document: state.value,
    again: () => {
      attempt.value += 1;
    },
  };
}
