import type { Months } from '@kardashev/contracts/months.ts';
import { describe, expect, it } from 'vitest';
import { answerOf } from './answers.ts';
import type { Rerun } from './messages.ts';

const rerun = {
  verdict: { run: 'few-1', funding: 'as-needed', fleet: { satellites_end: 7 } },
  shells: [],
} as unknown as Rerun;
const months: Months = { labels: ['2026-01'], columns: [] };
const asked: unknown[] = [];
const ask = (path: string) =>
  answerOf(path, rerun, async (funding, columns) => {
    asked.push([funding, columns]);
    return funding === 'apart' ? undefined : months;
  });

describe('answers in place of the server', () => {
  it('are the verdict, the shells and the months of the changed run', async () => {
    expect(await ask('/api/runs/few-1')).toEqual({ state: 'ready', value: rerun.verdict });
    expect(await ask('/api/runs/few-1/shells')).toEqual({ state: 'ready', value: { shells: [] } });
    expect(await ask('/api/runs/few-1/months?funding=books&columns=a,b')).toEqual({
      state: 'ready',
      value: months,
    });
    expect(await ask('/api/runs/few-1/months')).toMatchObject({ state: 'ready' });
    expect(asked).toEqual([
      ['books', ['a', 'b']],
      ['as-needed', undefined],
    ]);
  });

  it('say what cannot be had here', async () => {
    expect(await ask('/api/runs/few-1/months?funding=apart')).toMatchObject({ state: 'failed' });
    expect(await ask('/api/runs/few-1/books?funding=books')).toMatchObject({
      state: 'failed',
      trouble: { code: 'page/only-of-kept' },
    });
  });

  it('leave other runs and other documents to the server', () => {
    expect(ask('/api/runs/few-12')).toBeUndefined();
    expect(ask('/api/runs')).toBeUndefined();
    expect(ask('/api/runs/few-1/fleet?funding=books')).toBeUndefined();
  });
});
