import type { StudySummary } from '@kardashev/contracts/study.ts';
import { describe, expect, it } from 'vitest';
import { monthly } from './fan.ts';
import { nearest } from './studies.ts';

const labels = Array.from(
  { length: 36 },
  (_, month) => `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
);

describe('fans over months', () => {
  const line = [0, 12, null];
  const fan = { unit: 'W', years: [2026, 2027, 2028], p5: line, p25: line, p50: line, p75: line, p95: line };

  it('go straight from December to December and stop where the futures do', () => {
    const { p5 } = monthly(fan, labels)!;
    expect([...p5.subarray(11, 24)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(p5.subarray(0, 11).every(Number.isNaN)).toBe(true);
    expect(p5.subarray(24).every(Number.isNaN)).toBe(true);
  });

  it('leave out years that the run does not have', () => {
    const { p95 } = monthly(fan, labels.slice(12))!;
    expect(p95[11]).toBe(12);
    expect(p95.filter((value) => !Number.isNaN(value))).toHaveLength(1);
    expect(monthly(undefined, labels)).toBeUndefined();
  });
});

it('the nearest study is of the very plan if there is one, and then the newest', () => {
  const study = (name: string, differences: number | null, written: string) =>
    ({ study: name, differences, written }) as StudySummary;
  const all = [study('b', 2, '2026-03'), study('a', 0, '2026-01'), study('c', 0, '2026-02')];
  expect(nearest(all)?.study).toBe('c');
  expect(nearest([])).toBeUndefined();
});
