import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/kardashev.mjs', import.meta.url));
const killer = new URL('./killer.ts', import.meta.url).href;

/** A plan that is computed in a moment. */
export const smallPlan = fileURLToPath(new URL('./small.yaml', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface How {
  readonly cwd?: string;
  /** Loads the killer with these of its variables. */
  readonly killer?: { readonly KARDASHEV_KILL_AT?: string; readonly KARDASHEV_LIST_WRITES?: string };
  /** Sends a signal after so many milliseconds. */
  readonly after_ms?: number;
  /** Sends a signal once this stands on standard error. */
  readonly when?: string;
  readonly signal?: NodeJS.Signals;
}

/** Runs the real command in a process of its own, and tells how it ended. */
export async function kardashev(args: readonly string[], how: How = {}): Promise<Ended> {
  const preload = how.killer ? ['--import', killer] : [];
  const child = spawn(process.execPath, [...preload, bin, ...args], {
    cwd: how.cwd,
    env: {
      ...process.env,
      // Compiled code is kept between the many short lives of a test.
      NODE_COMPILE_CACHE: join(tmpdir(), 'kardashev-test-compiled'),
      NO_COLOR: '1',
      CI: '1',
      KARDASHEV_RUNS: undefined,
      ...how.killer,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const signal = how.signal ?? 'SIGKILL';
  const timer = how.after_ms === undefined ? undefined : setTimeout(() => child.kill(signal), how.after_ms);
  let heard = '';
  child.stderr.on('data', (data) => {
    const before = heard.length;
    heard += data;
    if (how.when === undefined) return;
    const at = heard.indexOf(how.when);
    // Once: a second signal would mean "at once".
    if (at >= 0 && at + how.when.length > before) child.kill(signal);
  });
  const [stdout, stderr, [code, endSignal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  clearTimeout(timer);
  return { code, signal: endSignal, stdout, stderr };
}

/** Does the work on every item, a few at a time. */
export async function eachOf<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const hand = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: width }, hand));
}

/** A command that serves until it is stopped. */
export interface Serving {
  readonly address: string;
  /** Asks it to stop, and tells its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a command that serves, and waits for its address. */
export async function serving(args: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, CI: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let heard = '';
  for await (const data of child.stdout.iterator({ destroyOnReturn: false })) {
    heard += data;
    const [address] = /http:\S+/.exec(heard) ?? [];
    if (address === undefined) continue;
    const stop = async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    };
    return { address, stop };
  }
  throw new Error(`It ended without an address: ${heard}`);
}
