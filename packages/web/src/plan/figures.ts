import type { HeadlineName } from '@kardashev/contracts/lineage.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { count, quantity, type Written } from '../format/quantity.ts';
import type { Mission } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import { words } from './words.ts';

/** One of the numbers over the list. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly write: (value: number | null) => Written;
  /** Its lineage, where it has one. */
  readonly headline?: HeadlineName;
}

/** The numbers that a change is watched by, of the pass on show, in the last month. */
export function figuresOf({ verdict, funding }: Mission): Figure[] {
  const { fleet, compute, capital } = passOf(verdict, funding) ?? verdict;
  const { figure: label, of } = words();
  const whole = (value: number | null) => ({ number: count(value ?? Number.NaN), unit: '' });
  const money = (value: number | null) => quantity(value, 'USD');
  const plain = (value: number | null) => quantity(value, '1');
  return [
    {
      key: 'satellites',
      label: label.satellites,
      value: fleet.satellites_end,
      write: whole,
      headline: 'fleet.satellites_end',
    },
    {
      key: 'power',
      label: label.power,
      value: fleet.powerToCompute_W,
      write: (value) => quantity(value, 'W'),
      headline: 'fleet.powerToCompute_W',
    },
    {
      key: 'tokens',
      label: label.tokens,
      value: compute.tokensPerSecond,
      write: (value) => quantity(value, '/s'),
      headline: 'compute.tokensPerSecond',
    },
    {
      key: 'orbit',
      label: label.orbit,
      value: capital.orbit_USDperPFLOPday,
      write: plain,
      headline: 'capital.orbit_USDperPFLOPday',
    },
    {
      key: 'ground',
      label: label.ground,
      value: capital.ground_USDperPFLOPday,
      write: plain,
      headline: 'capital.ground_USDperPFLOPday',
    },
    {
      key: 'cash',
      label: label.cash,
      value: capital.cashLowest_USD,
      write: money,
      headline: 'capital.cashLowest_USD',
    },
    {
      key: 'outside',
      label: label.outside,
      value: capital.capitalNeeded_USD,
      write: money,
      headline: 'capital.capitalNeeded_USD',
    },
    {
      key: 'claims',
      label: label.claims,
      value: holding(verdict),
      write: (value) => ({ number: of(value ?? 0, verdict.claims.length), unit: '' }),
    },
  ];
}

const holding = ({ claims }: Verdict) => claims.filter(({ verdict }) => verdict === 'holds').length;

/** A browser and the command line agree to a billionth: what differs by less has not moved. */
const least = 1e-9;

export function isSame(before: number | null, after: number | null): boolean {
  if (before === null || after === null) return before === after;
  return Math.abs(after - before) <= least * Math.max(Math.abs(before), Math.abs(after));
}

/** How far a figure moved: −12 %, ×3.4; empty where it did not, or where nothing can be said. */
export function movement(
  before: number | null,
  after: number | null,
  digits: (value: number) => string,
): string {
  if (before === null || after === null || isSame(before, after)) return '';
  // Of what is owed, more and less are easily taken for one another.
  if (before <= 0 || after < 0) return '';
  const ratio = after / before;
  const share = ratio - 1;
  if (ratio >= 3) return `×\u2009${digits(ratio)}`;
  const percent = Math.abs(share) * 100;
  const sign = share < 0 ? '−' : '+';
  return percent < 0.01 ? `${sign}<\u2009${digits(0.01)}\u00a0%` : `${sign}${digits(percent)}\u00a0%`;
}
