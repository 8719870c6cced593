import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { boardOf } from './alert-lines.ts';
import { followAlerts } from './follow-alerts.ts';

const folder = mkdtempSync(join(tmpdir(), 'kardashev-follow-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (event: string) =>
  `${JSON.stringify({
    event,
    at: '2012-09-05T14:42:08Z',
    decidedAt: '2012-09-05T14:47:08Z',
    latitude_deg: 10,
    longitude_deg: -85,
    radius_km: 100,
    confidence: 0.9,
    senses: ['posts'],
    lineage: ['posts/a'],
  })}\n`;

describe('a file of alerts that grows', () => {
  it('is told as it grows, lines that come in pieces and lines that are none included', async () => {
    const file = join(folder, 'alerts.jsonl');
    writeFileSync(file, line('first'));
    const board = boardOf(file);
    const stop = followAlerts(file, board);
    try {
      expect(board.live).toBe(true);
      const heard = new Promise<string>((resolve) => {
        board.follow(({ event }) => resolve(event));
      });
      const [begin, end] = [line('second').slice(0, 30), line('second').slice(30)];
      appendFileSync(file, `nonsense\n${begin}`);
      appendFileSync(file, end);
      expect(await heard).toBe('second');
      expect(board.all().map(({ event }) => event)).toEqual(['first', 'second']);
    } finally {
      stop();
    }
  }, 20_000);
});
