import type { Assumption } from '../monte-carlo/assumption.ts';
import { valueAt } from '../monte-carlo/assumption.ts';
import { claimIds, outputs, width } from '../monte-carlo/outputs.ts';
import type { Rows } from '../monte-carlo/study.ts';
import { verdictCodes } from '../monte-carlo/study.ts';

/** One bar: a number with one assumption at its 5th and at its 95th percentile, all others at the plan's value. */
export interface Bar {
  readonly assumption: string;
  readonly low: number | null;
  readonly high: number | null;
  /** The assumption's values there, SI. */
  readonly at: readonly [number, number];
}

/** A claim whose verdict one assumption turns by itself. */
export interface Turn {
  readonly claim: string;
  readonly assumption: string;
  /** Percentile of the assumption at which the verdict differs from the plan's. */
  readonly at: 'p5' | 'p95';
  readonly value: number;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
}

export interface Tornado {
  readonly bars: { readonly [name: string]: readonly Bar[] };
  readonly turns: readonly Turn[];
}

const ends = [0.05, 0.95] as const;

/** Points of a tornado: the plan's own values, then each chosen assumption at both ends. */
export function tornadoPoints(assumptions: readonly Assumption[], chosen: readonly number[]): Float64Array[] {
  const centre = Float64Array.from(assumptions, (assumption) => assumption.centre);
  const moved = chosen.flatMap((place) =>
    ends.map((end) => centre.with(place, valueAt(assumptions[place] as Assumption, end))),
  );
  return [centre, ...moved];
}

/** Reads the rows of `tornadoPoints`. Bars that do not move are left out, the longest stand first. */
export function tornadoOf(
  assumptions: readonly Assumption[],
  chosen: readonly number[],
  rows: Rows,
): Tornado {
  const bars = outputs.map(({ name }, column) => {
    const own = chosen.map((place, index): Bar => {
      const { id } = assumptions[place] as Assumption;
      const at = (row: number): number => rows.numbers[row * width + column] as number;
      return {
        assumption: id,
        low: finite(at(1 + 2 * index)),
        high: finite(at(2 + 2 * index)),
        at: endsOf(assumptions, place),
      };
    });
    return [name, own.filter((bar) => length(bar) !== 0).sort((a, b) => length(b) - length(a))] as const;
  });
  return { bars: Object.fromEntries(bars), turns: turnsOf(assumptions, chosen, rows) };
}

function turnsOf(assumptions: readonly Assumption[], chosen: readonly number[], rows: Rows): Turn[] {
  const verdict = (row: number, claim: number): string =>
    rows.faults[row] === ''
      ? (verdictCodes[rows.verdicts[row * claimIds.length + claim] as number] as string)
      : 'cannot be run';
  return claimIds.flatMap((claim, place) =>
    chosen.flatMap((which, index) =>
      ends.flatMap((_, end): Turn[] => {
        const from = verdict(0, place);
        const to = verdict(1 + 2 * index + end, place);
        const assumption = assumptions[which] as Assumption;
        if (from === to) return [];
        const value = endsOf(assumptions, which)[end as 0 | 1];
        const at = end === 0 ? 'p5' : 'p95';
        return [{ claim, assumption: assumption.id, at, value, unit: assumption.unit, from, to }];
      }),
    ),
  );
}

function endsOf(assumptions: readonly Assumption[], place: number): [number, number] {
  return ends.map((end) => valueAt(assumptions[place] as Assumption, end)) as [number, number];
}

/** Length of a bar; that of one without end is infinite. */
function length({ low, high }: Bar): number {
  if (low === null && high === null) return 0;
  return low === null || high === null ? Infinity : Math.abs(high - low);
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
