import { setTimeout } from 'node:timers/promises';

/** Time as feeds see it, so that a test can hand in another. */
export interface Clock {
  /** Unix seconds. */
  now_s(): number;
  /** Waits; ends early, without a fault, when the signal says so. */
  sleep(time_s: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now_s: () => Date.now() / 1000,
  sleep: (time_s, signal) => setTimeout(time_s * 1000, undefined, { signal }).catch(() => undefined),
};
