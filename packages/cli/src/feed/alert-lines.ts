import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { AlertBoard } from '@kardashev/server/alerts.ts';
import { readInput } from '../orbit/input.ts';
import { BadInput } from '../stop.ts';

/** Alerts of a file as `feed fuse --json` writes it, put up in order. */
export function boardOf(file: string): AlertBoard {
  const board = new AlertBoard();
  for (const [index, line] of readInput(file, new Map()).split('\n').entries()) {
    if (line.trim() === '') continue;
    const alert = alertIn(line);
    if (alert === 'summary') continue;
    if (alert === undefined) throw new BadInput([lineFault(file, index + 1)]);
    board.post(alert);
  }
  return board;
}

/** The alert of a line, or what else it is; undefined where it is neither. */
export function alertIn(line: string): Alert | 'summary' | undefined {
  try {
    const value = JSON.parse(line) as Partial<Alert> & { summary?: unknown };
    if (value.summary !== undefined) return 'summary';
    const complete =
      typeof value.event === 'string' &&
      typeof value.at === 'string' &&
      typeof value.decidedAt === 'string' &&
      typeof value.confidence === 'number' &&
      Array.isArray(value.senses) &&
      Array.isArray(value.lineage);
    return complete ? (value as Alert) : undefined;
  } catch {
    return undefined;
  }
}

const lineFault = (file: string, line: number) => ({
  code: 'feed/not-an-alert',
  message: `A line of ${file} is no alert.`,
  at: { file, line },
  cause: 'It is not a JSON object with event, at, decidedAt, confidence, senses and lineage.',
  fix: 'Give the output of kardashev feed fuse --json.',
});
