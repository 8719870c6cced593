import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { AlertBoard } from '@kardashev/server/alerts.ts';
import { alertIn } from './alert-lines.ts';

/** How often the file is looked at. */
const look_ms = 500;

/**
 * Posts each alert that is added to a file after what was read of it already, until the returned function is called. A
 * line that is no alert is left out: whoever writes goes on, and so does this.
 */
export function followAlerts(file: string, board: AlertBoard): () => void {
  let read = statSync(file).size;
  let rest = '';
  board.live = true;
  const look = (): void => {
    const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: read };
    // Begun anew.
    if (size < read) read = 0;
    if (size === read) return;
    rest += textBetween(file, read, size);
    read = size;
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const alert = alertIn(line);
      if (alert !== undefined && alert !== 'summary') board.post(alert);
    }
  };
  // Watching a file misses what is written before its first look at it.
  const looking = setInterval(look, look_ms);
  looking.unref();
  return () => clearInterval(looking);
}

function textBetween(file: string, from: number, to: number): string {
  const bytes = Buffer.alloc(to - from);
  const handle = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, from)).toString('utf8');
  } finally {
    closeSync(handle);
  }
}
