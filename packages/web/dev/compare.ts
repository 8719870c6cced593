import type { Compare, Explained } from '@kardashev/contracts/compare.ts';
import { synthetics } from './money.ts';

/** SYNTHETIC reasons why two synthetic runs differ. Never part of the built page. */

const explained: Explained[] = [
  {
    headline: 'compute.delivered_FLOPperS',
    unit: 'FLOP/s',
    a: 6e23,
    b: 7e20,
    parts: [
      { assumption: 'structure', part: -3.993e23, spread: 1e23 },
      { assumption: 'pads.starbase.permits', part: -2e23, spread: 0 },
    ],
  },
  { headline: 'capital.crossover', unit: 'month', a: null, b: null, parts: [] },
];

const said = (text: string) => ({
  text,
  source: 'assumed, for these synthetic runs',
  kind: 'assumed',
  asOf: '2026-11',
});

/** What `createServer` takes for comparisons, made up. */
export function syntheticCompare() {
  const work = synthetics(explained);
  const told = async (a: string, b: string): Promise<Compare> => {
    const { work: standing, answer } = work.look();
    return {
      a,
      b,
      seed: 7,
      sameCode: true,
      assumptions: [
        { assumption: 'structure', paths: [], a: said('satellites ai1'), b: said('satellites v2-mini') },
        {
          assumption: 'pads.starbase.permits',
          paths: ['pads.starbase.permits'],
          a: said('400 /year'),
          b: said('25 /year'),
        },
      ],
      work: standing,
      explained: answer,
      runs: answer && 5,
    };
  };
  return {
    look: told,
    start: (a: string, b: string) => {
      work.start();
      return told(a, b);
    },
    cancel: (a: string, b: string) => {
      work.cancel();
      return told(a, b);
    },
  };
}
