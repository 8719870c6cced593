import type { Work } from '@kardashev/contracts/work.ts';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Load, loading } from './api.ts';

/** To look how far work of the server is, to begin it, to end it. */
export type Way = 'GET' | 'POST' | 'DELETE';

/** How often one looks how far it is. */
const between_ms = 400;

export interface Watched<D> {
  readonly document: Load<D>;
  start(): void;
  cancel(): void;
  look(): void;
}

/** Watches work of the server for as long as it goes on; what it is about is told by `key`. */
export function useWork<D extends { readonly work: Work }>(
  key: string,
  ask: (way: Way) => Promise<Load<D>>,
): Watched<D> {
  const state = useSignal<Load<D>>(loading);
  const turns = useSignal(0);
  const go = (way: Way) => follow(state, turns, ask, way);
  useEffect(() => {
    state.value = loading;
    go('GET');
    return () => {
      turns.value += 1;
    };
  }, [key]);
  return {
    document: state.value,
    start: () => go('POST'),
    cancel: () => go('DELETE'),
    look: () => go('GET'),
  };
}

async function follow<D extends { readonly work: Work }>(
  state: Signal<Load<D>>,
  turns: Signal<number>,
  ask: (way: Way) => Promise<Load<D>>,
  way: Way,
): Promise<void> {
  const turn = turns.peek() + 1;
  turns.value = turn;
  for (let next = way; ; next = 'GET') {
    const answer = await ask(next);
    // Something else is watched by now.
    if (turns.peek() !== turn) return;
    state.value = answer;
    const working = answer.state === 'ready' && ['waiting', 'running'].includes(answer.value.work.state);
    if (!working) return;
    await new Promise((resolve) => setTimeout(resolve, between_ms));
    if (turns.peek() !== turn) return;
  }
}
