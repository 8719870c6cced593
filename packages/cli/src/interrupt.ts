import { Interrupted } from './stop.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does the work with a signal that aborts when the user or the system asks the command to stop: it then ends
 * after the checkpoint at hand. Asked twice it ends at once, which costs only what was done since the last one: the
 * handlers are gone by then, so that the system itself ends the process, whatever keeps it busy.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  const stop = () => {
    deaf();
    control.abort(new Interrupted('Interrupted.'));
  };
  const deaf = () => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(control.signal);
  } finally {
    deaf();
  }
}
