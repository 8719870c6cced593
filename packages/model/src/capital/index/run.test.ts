import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../outcome/outcome.ts';
import { readPrices } from './prices.ts';
import { readRules } from './rules.ts';
import { type IndexRun, runIndex } from './run.ts';

const head = 'date,symbol,price_USD,shares,float,event,value';

function run(lines: readonly string[], rules = 'base: 100'): Outcome<IndexRun> {
  const read = readPrices('prices.csv', [head, ...lines].join('\n'));
  if (!read.ok) return read;
  const ruled = readRules('rules.yaml', rules);
  return ruled.ok ? runIndex(read.value, ruled.value) : ruled;
}

function levels(lines: readonly string[], rules?: string): number[] {
  const outcome = run(lines, rules);
  if (!outcome.ok)
    throw new Error(outcome.faults.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return outcome.value.days.map(({ level }) => level);
}

function codes(lines: readonly string[], rules?: string): string[] {
  const outcome = run(lines, rules);
  return outcome.ok ? [] : outcome.faults.map(({ code }) => code);
}

const first = ['2026-06-01,A,100,1000,0.5,,', '2026-06-01,B,50,4000,1,,'];

describe('the level', () => {
  it('is the base on the base date and moves with the worth of the basket', () => {
    // 100·1000·0.5 + 50·4000 = 250,000; then 110·500 + 50·4000 = 255,000.
    expect(levels([...first, '2026-06-02,A,110,,,,', '2026-06-02,B,50,,,,'])).toEqual([100, 102]);
  });

  it('counts all shares where the rules say full', () => {
    const full = levels([...first, '2026-06-02,A,110,,,,', '2026-06-02,B,50,,,,'], 'weighting: full');
    expect(full[1]).toBeCloseTo((100 * 310) / 300, 10);
  });

  it.each([
    ['a split of which the price is already that of a part', '2026-06-02,A,20,5000,0.5,split,5'],
    ['a split that leaves the number of shares to be worked out', '2026-06-02,A,20,,,split,5:1'],
    ['a split whose line still has the number before', '2026-06-02,A,20,1000,,split,5'],
    ['a split after the close', '2026-06-02,A,100,,,split,5'],
    ['a change of float', '2026-06-02,A,100,,,float,0.9'],
    ['a change of float in its own column', '2026-06-02,A,100,,0.9,float,'],
    ['a lock-up release without an event', '2026-06-02,A,100,,1,,'],
    ['new shares', '2026-06-02,A,100,,,shares,1500'],
    ['a merger', '2026-06-02,A,100,,,merge,B:2'],
    ['a merger without terms', '2026-06-02,A,100,,,merge,B'],
    ['a delisting', '2026-06-02,A,,,,delist,'],
  ])('does not move by %s', (_, line) => {
    const [before, on] = levels([...first, line, '2026-06-02,B,50,,,,']);
    expect(on).toBeCloseTo(before as number, 10);
  });

  it('follows a listing from the day after its entry', () => {
    const lines = [
      ...first,
      '2026-06-02,A,100,,,,',
      '2026-06-02,B,50,,,,',
      '2026-06-02,C,10,25000,1,list,',
      '2026-06-03,A,100,,,,',
      '2026-06-03,B,50,,,,',
      '2026-06-03,C,20,,,,',
    ];
    expect(levels(lines)).toEqual([100, 100, 150]);
    expect(levels(lines, 'fastEntryDays: 1')).toEqual([100, 100, 100]);
  });

  it('keeps following a split that comes after the close', () => {
    const lines = [
      ...first,
      '2026-06-02,A,100,,,split,5',
      '2026-06-02,B,50,,,,',
      '2026-06-03,A,22,,,,',
      '2026-06-03,B,50,,,,',
    ];
    expect(levels(lines)[2]).toBeCloseTo(102, 10);
  });

  it('holds no weight above the cap', () => {
    const outcome = run([...first, '2026-06-01,C,1,1000,1,,'], 'cap: 40 %');
    if (!outcome.ok) throw new Error('the rules can be followed');
    expect(outcome.value.weights.A).toBeCloseTo(0.4, 10);
    expect(outcome.value.weights.B).toBeCloseTo(0.4, 10);
    expect(outcome.value.weights.C).toBeCloseTo(0.2, 10);
  });
});

describe('bad input', () => {
  const next = '2026-06-02,B,50,,,,';
  it.each([
    ['index/cell', ['2026-06-01,A,-5,1000,1,,']],
    ['index/cell', ['2026-02-30,A,5,1000,1,,']],
    ['index/cell', ['2026-06-01,A,5,1000,1,party,']],
    ['index/cell', ['2026-06-01,A,5,,,,']],
    ['index/unknown-share', [...first, '2026-06-02,A,100,,,,', next, '2026-06-02,X,,,,split,2']],
    ['index/unknown-share', [...first, '2026-06-02,A,100,,,merge,X', next]],
    ['index/missing-day', [...first, next]],
    ['index/twice', [...first, '2026-06-02,A,100,,,,', '2026-06-02,A,101,,,,', next]],
    ['index/event', [...first, '2026-06-02,A,100,,,split,', next]],
    ['index/columns', []],
  ])('is refused with %s (%#)', (code, lines) => {
    expect(codes(lines)).toContain(code);
  });

  it('names rules that cannot be followed', () => {
    expect(codes(first, 'base: -1')).toEqual(['index/rules']);
    expect(codes(first, 'capp: 0.2')).toEqual(['index/rules']);
    expect(codes(first, 'baseDate: 2026-05-01')).toEqual(['index/base']);
    expect(codes(first, 'constituents: [A, Z]')).toEqual(['index/unknown-share']);
  });
});

const symbols = ['A', 'B', 'C', 'D'] as const;
const event = fc.oneof(
  fc.record({ event: fc.constant('split'), value: fc.integer({ min: 2, max: 20 }).map(String) }),
  fc.record({
    event: fc.constant('float'),
    value: fc.double({ min: 0.01, max: 1, noNaN: true }).map(String),
  }),
  fc.record({ event: fc.constant('shares'), value: fc.integer({ min: 1, max: 1e9 }).map(String) }),
  fc.record({ event: fc.constant('merge'), value: fc.constant('D:0.5') }),
  fc.record({ event: fc.constant('delist'), value: fc.constant('') }),
);

describe('any events in any order', () => {
  it('leave the level where the prices leave it', () => {
    const days = fc.array(fc.dictionary(fc.constantFrom('A', 'B', 'C'), event), {
      minLength: 1,
      maxLength: 8,
    });
    const cap = fc.constantFrom('', 'cap: 0.5', 'cap: 0.3');
    fc.assert(
      fc.property(days, cap, fc.boolean(), (happenings, rules, turned) => {
        const price: { [symbol: string]: number } = { A: 100, B: 40, C: 7, D: 300 };
        const gone = new Set<string>();
        const lines = symbols.map(
          (symbol, at) => `2026-01-01,${symbol},${price[symbol]},${1e6 * (at + 1)},0.8,,`,
        );
        happenings.forEach((happening, at) => {
          const date = `2026-01-${String(at + 2).padStart(2, '0')}`;
          const today = symbols
            .filter((symbol) => !gone.has(symbol))
            .map((symbol) => {
              const what = happening[symbol];
              if (what?.event === 'split') price[symbol] = (price[symbol] as number) / Number(what.value);
              if (what?.event === 'merge' || what?.event === 'delist') gone.add(symbol);
              return `${date},${symbol},${price[symbol]},,,${what?.event ?? ''},${what?.value ?? ''}`;
            });
          lines.push(...(turned ? today.reverse() : today));
        });
        for (const level of levels(lines, rules || 'base: 100')) expect(level).toBeCloseTo(100, 6);
      }),
    );
  });
});
