import type { Work } from '@kardashev/contracts/work.ts';
import { BadInput } from './stop.ts';

/** Something that takes a while, and where its answer is kept once it is there. */
export interface Errand<D> {
  /** Two errands of one key are the same. */
  readonly key: string;
  carryOut(signal: AbortSignal, onProgress: (done: number, total: number) => void): Promise<D>;
  kept(): D | undefined;
  keep(answer: D): void;
}

export interface Standing<D> {
  readonly work: Work;
  readonly answer: D | null;
}

/** Errands of a server, carried out one after the other. */
export interface WorkBook {
  look<D>(errand: Errand<D>): Standing<D>;
  /** Begins an errand that is neither done nor under way. */
  start<D>(errand: Errand<D>): Standing<D>;
  cancel<D>(errand: Errand<D>): Standing<D>;
}

interface Entry {
  work: Work;
  answer: unknown;
  readonly end: AbortController;
}

const notBegun: Work = { state: 'none', done: 0, total: 0, trouble: null };
const done: Work = { ...notBegun, state: 'finished' };
/** Entries remembered; answers are kept elsewhere. */
const mostEntries = 64;

/** @param signal ends all errands when the server ends */
export function workBook(signal: AbortSignal): WorkBook {
  const entries = new Map<string, Entry>();
  let last: Promise<void> = Promise.resolve();

  const look = <D>(errand: Errand<D>): Standing<D> => {
    const entry = entries.get(errand.key);
    if (entry) return { work: entry.work, answer: entry.answer as D | null };
    const kept = errand.kept();
    return kept === undefined ? { work: notBegun, answer: null } : { work: done, answer: kept };
  };

  const carryOut = async <D>(errand: Errand<D>, entry: Entry): Promise<void> => {
    if (entry.end.signal.aborted) return;
    entry.work = { ...entry.work, state: 'running' };
    try {
      const answer = await errand.carryOut(entry.end.signal, (done, total) => {
        entry.work = { ...entry.work, done, total };
      });
      errand.keep(answer);
      entry.answer = answer;
      entry.work = { ...entry.work, state: 'finished', done: entry.work.total };
    } catch (error) {
      if (!entry.end.signal.aborted)
        entry.work = { ...entry.work, state: 'failed', trouble: troubleOf(error) };
    }
  };

  return {
    look,
    start(errand) {
      const { state } = look(errand).work;
      if (state === 'waiting' || state === 'running' || state === 'finished') return look(errand);
      const entry: Entry = {
        work: { ...notBegun, state: 'waiting' },
        answer: null,
        end: new AbortController(),
      };
      signal.addEventListener('abort', () => entry.end.abort(), { once: true, signal: entry.end.signal });
      entries.delete(errand.key);
      entries.set(errand.key, entry);
      forget(entries);
      last = last.then(() => carryOut(errand, entry));
      return look(errand);
    },
    cancel(errand) {
      const entry = entries.get(errand.key);
      if (entry && (entry.work.state === 'waiting' || entry.work.state === 'running')) {
        entry.work = { ...notBegun, state: 'cancelled' };
        entry.end.abort();
      }
      return look(errand);
    },
  };
}

/** Lets go of the oldest entries that nobody works on. */
function forget(entries: Map<string, Entry>): void {
  for (const [key, { work }] of entries) {
    if (entries.size <= mostEntries) return;
    if (work.state !== 'waiting' && work.state !== 'running') entries.delete(key);
  }
}

function troubleOf(error: unknown): Work['trouble'] {
  const fault = error instanceof BadInput ? error.faults[0] : undefined;
  if (fault) return { code: fault.code, message: fault.message, cause: fault.cause, fix: fault.fix };
  return {
    code: 'server/failed',
    message: 'The server could not answer.',
    cause: error instanceof Error ? error.message : String(error),
    fix: 'Make the run again with this version; if that does not help, report it with this text.',
  };
}
