import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive, type ProcessName, thisProcess } from './alive.ts';
import { writeDurably } from './atomic.ts';

/** Who holds a lock. The token is unlike that of any other holder, before or after. */
export interface Holder extends ProcessName {
  readonly token: string;
}

export interface Lock {
  /** Lets go. Calling it twice does no harm. */
  release(): void;
}

/**
 * Takes the lock at `path` for this process, or returns who holds it. A lock whose process is gone is taken
 * over.
 *
 * The takeover is itself guarded by a lock that carries the token of the dead holder: of several processes that
 * find the same dead holder only one may replace it, and one that comes late sees another token and stops.
 */
export function takeLock(path: string): Lock | Holder {
  const holder: Holder = { ...thisProcess(), token: randomUUID() };
  for (;;) {
    if (place(path, holder)) return held(path, holder);
    const other = read(path);
    if (other === undefined) continue;
    if (isAlive(other)) return other;
    const guard = takeLock(`${path}.${other.token}`);
    if (!isLock(guard)) return guard;
    if (read(path)?.token === other.token) {
      replace(path, holder);
      guard.release();
      return held(path, holder);
    }
    guard.release();
  }
}

export function isLock(taken: Lock | Holder): taken is Lock {
  return 'release' in taken;
}

/** Puts a complete lock file at `path` unless there is one. */
function place(path: string, holder: Holder): boolean {
  const own = prepare(path, holder);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    // EEXIST: somebody has it. ENOENT: its holder tidied up our file; look again.
    if (!['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function replace(path: string, holder: Holder): void {
  renameSync(prepare(path, holder), path);
}

function prepare(path: string, holder: Holder): string {
  const own = join(dirname(path), `.${basename(path)}.${holder.token}.tmp`);
  writeDurably(own, Buffer.from(JSON.stringify(holder)));
  return own;
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // A lock appears whole or not at all: whatever else this is, nobody alive put it there.
    return { host: thisProcess().host, pid: -1, token: 'unreadable' };
  }
}

function held(path: string, holder: Holder): Lock {
  removeGuards(path);
  return {
    release: () => {
      if (read(path)?.token === holder.token) rmSync(path, { force: true });
    },
  };
}

/** Guards of takeovers that were killed half-way. They name holders that are gone, so nobody needs them. */
function removeGuards(path: string): void {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true });
  }
}
