import { interruptible } from './interrupt.ts';
import { progressView } from './progress.ts';
import type { Session } from './simulation.ts';

/** Does work that computes: with progress on standard error, and a stop when the user asks for one. */
export async function inSession<T>(workers: number, work: (session: Session) => Promise<T>): Promise<T> {
  const view = progressView();
  try {
    return await interruptible((signal) => work({ workers, view, signal }));
  } finally {
    view.close();
  }
}
