import type { Clock } from './clock.ts';

/** What a live source brings, as it comes off the wire. */
export interface Ears {
  /** A message, line or document. */
  payload(text: string, received_s: number): void;
  /** The source is there, whether or not it had anything to say. */
  alive(received_s: number): void;
  /** A connection failed or ended; it is tried again after so many seconds. */
  lost(why: string, again_s: number): void;
}

/** A source that is listened to until the signal says stop. Never rejects: what goes wrong is told and tried again. */
export type LiveSource = (ears: Ears, clock: Clock, signal: AbortSignal) => Promise<void>;

/** Waits between tries: twice as long after each failure, up to a most; from the beginning after a success. */
export interface Patience {
  readonly first_s: number;
  readonly most_s: number;
}

export const patience: Patience = { first_s: 1, most_s: 60 };

/**
 * Keeps a connection: `connect` comes back when it ends, or rejects, and calls `works` as soon as something came
 * through it, so that a server which accepts and hangs up at once is not hammered.
 */
export async function keepConnected(
  connect: (works: () => void, signal: AbortSignal) => Promise<void>,
  ears: Ears,
  clock: Clock,
  signal: AbortSignal,
  { first_s, most_s }: Patience = patience,
): Promise<void> {
  let wait_s = first_s;
  while (!signal.aborted) {
    let why = 'the connection ended';
    try {
      await connect(() => {
        wait_s = first_s;
      }, signal);
    } catch (error) {
      why = (error as Error).message;
    }
    if (signal.aborted) return;
    ears.lost(why, wait_s);
    await clock.sleep(wait_s, signal);
    wait_s = Math.min(most_s, 2 * wait_s);
  }
}
