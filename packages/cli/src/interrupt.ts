import { exit } from './exit.ts';
import { Interrupted } from './stop.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does the work with a signal that aborts when the user or the system asks the command to stop: it then ends
 * after the checkpoint at hand. Asked twice it ends at once, which costs only what was done since the last one.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  const stop = () => {
    if (control.signal.aborted) process.exit(exit.interrupted);
    control.abort(new Interrupted('Interrupted.'));
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(control.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
