import type { RunSummary } from '@kardashev/contracts/run.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosen } from './choice.ts';
import { sum, together } from './together.ts';
import { mostMoved, stepsOf } from './waterfall.ts';

describe('a waterfall', () => {
  it('begins at a, ends at b and leaves no gap, however many parts are told', () => {
    const parts = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        parts,
        fc.integer({ min: 2, max: 9 }),
        (a, list, most) => {
          const b = list.reduce((height, part) => height + part, a);
          const explained = {
            headline: 'x',
            unit: '1',
            a,
            b,
            parts: list.map((part, index) => ({ assumption: `p${index}`, part, spread: 0 })),
          };
          const steps = stepsOf(explained, most);
          expect(steps.length).toBeLessThanOrEqual(most + 2);
          expect(steps[0]).toMatchObject({ kind: 'a', to: a });
          expect(steps.at(-1)).toMatchObject({ kind: 'b', to: b });
          const inner = steps.slice(1, -1);
          for (const [index, step] of inner.entries()) expect(step.from).toBe(inner[index - 1]?.to ?? a);
          if (inner.length > 0) expect(inner.at(-1)!.to).toBeCloseTo(b, 3);
        },
      ),
    );
  });

  it('is none where either run has no such number', () => {
    expect(stepsOf({ headline: 'x', unit: '1', a: null, b: 3, parts: [] }, 8)).toEqual([]);
  });

  it('explains first what moved most', () => {
    const one = (headline: string, a: number | null, b: number) => ({
      headline,
      unit: '1',
      a,
      b,
      parts: [{ assumption: 'p', part: 1, spread: 0 }],
    });
    expect(mostMoved([one('little', 100, 101), one('much', 100, 3), one('none', null, 5)])).toBe('much');
    expect(mostMoved([])).toBeUndefined();
  });
});

describe('two runs over each other', () => {
  const months = (labels: string[], values: number[]) => ({
    labels,
    columns: [{ name: 'cash_USD', room: '', unit: 'USD', doc: '', rows: ['all'], values: [values] }],
  });

  it('have all months of either, and nothing where one has none', () => {
    const both = together(
      months(['2026-01', '2026-02'], [1, 2]),
      months(['2026-02', '2026-03'], [5, 6]),
      sum('cash_USD'),
    );
    expect(both.labels).toEqual(['2026-01', '2026-02', '2026-03']);
    expect([...both.a!]).toEqual([1, 2, Number.NaN]);
    expect([...both.b!]).toEqual([Number.NaN, 5, 6]);
    expect(together(months([], []), months([], []), sum('other')).a).toBeUndefined();
  });
});

describe('which two are compared', () => {
  const run = (name: string, state: RunSummary['state'] = 'finished') => ({ run: name, state }) as RunSummary;
  const list = [run('new'), run('shown'), run('half', 'unfinished'), run('old')];

  it('is the run on show and the newest other one, unless others are asked for', () => {
    expect(chosen(list, {}, 'shown')).toEqual({ a: 'shown', b: 'new' });
    expect(chosen(list, { b: 'old' }, 'shown')).toEqual({ a: 'shown', b: 'old' });
    expect(chosen(list, { a: 'old', b: 'shown' }, 'shown')).toEqual({ a: 'old', b: 'shown' });
    expect(chosen(list, { b: 'shown' }, 'shown')).toEqual({ a: 'new', b: 'shown' });
    expect(chosen(list, { a: 'half', b: 'gone' }, 'new')).toEqual({ a: 'new', b: 'shown' });
  });

  it('is none with one finished run', () => {
    expect(chosen([run('one'), run('half', 'unfinished')], {}, 'one')).toBeUndefined();
  });
});
