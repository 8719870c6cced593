import type { RunSummary } from '@kardashev/contracts/run.ts';
import { expect, it } from 'vitest';
import { found } from './find.ts';

const run = (name: string, change: Partial<RunSummary> = {}): RunSummary => ({
  run: name,
  plan: 'million',
  title: 'A million satellites',
  seed: 1,
  funding: 'as-needed',
  state: 'finished',
  begun: '2026-11-22T12:00:00.000Z',
  months: 240,
  hash: 'abcdef',
  satellites_end: 1,
  ...change,
});
const all = [
  run('a-s1-001'),
  run('b-s7-002', { seed: 7, state: 'unfinished', hash: null }),
  run('ground', { plan: 'ground' }),
];
const names = (text: string, wish: Parameters<typeof found>[2] = 'all') =>
  found(all, text, wish).map((each) => each.run);

it('finds runs by all words, wherever they stand, and by state', () => {
  expect(names('')).toHaveLength(3);
  expect(names('MILLION s7')).toEqual(['b-s7-002']);
  expect(names('ground')).toEqual(['ground']);
  expect(names('', 'unfinished')).toEqual(['b-s7-002']);
  expect(names('abcd', 'finished')).toEqual(['a-s1-001', 'ground']);
  expect(names('nothing like it')).toEqual([]);
});
