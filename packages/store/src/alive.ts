import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Enough of a process to tell later whether it still runs. */
export interface ProcessName {
  readonly host: string;
  readonly pid: number;
  /** Start of the process as the system counts it, where it tells: pids are used again. */
  readonly started?: string;
}

export function thisProcess(): ProcessName {
  return { host: hostname(), pid: process.pid, started: startOf(process.pid) };
}

/** Whether a process still runs. One of another machine may, so it counts as running. */
export function isAlive(name: ProcessName): boolean {
  if (name.host !== hostname()) return true;
  if (!exists(name.pid)) return false;
  const started = startOf(name.pid);
  return started === undefined || name.started === undefined || started === name.started;
}

function exists(pid: number): boolean {
  // To signal 0 or less is to signal many.
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux: ticks since boot at which the process started, field 22 of its `stat`. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything, parentheses too.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
