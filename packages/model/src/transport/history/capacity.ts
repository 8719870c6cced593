import { quantile } from '@kardashev/kernels/numeric/statistics.ts';
import type { Keyed } from '../../random/keyed.ts';
import { padView } from './assumptions.ts';
import { gapsByPad } from './gaps.ts';
import { type Interval, intervalOf } from './interval.ts';
import type { RecordedLaunch } from './log.ts';
import { fitWright } from './wright-fit.ts';

/** Launches a year that the pads in use could serve, if each were always turned round as in its fastest tenth. */
export interface CapacityDraws {
  readonly now_perYear: Float64Array;
  /** Power of launches done with which gaps shrink; never positive. */
  readonly slope: Float64Array;
}

/** What pads can do, with the doubt of a sample; undefined where the log names no pads or they have too few gaps. */
export function capacityDraws(
  launches: readonly RecordedLaunch[],
  until: number,
  draws: number,
  random: Keyed,
  entity: number,
): CapacityDraws | undefined {
  const pads = recentGaps(launches, until);
  if (pads.length === 0) return undefined;
  const { slope, slopeError } = gapLearning(launches);
  const now_perYear = new Float64Array(draws);
  const slopes = new Float64Array(draws);
  for (let i = 0; i < draws; i++) {
    pads.forEach((gaps, pad) => {
      // The place in the sample of a quantile of what the sample is from.
      const doubt = Math.sqrt((padView.fastest * (1 - padView.fastest)) / gaps.length);
      const share = padView.fastest + doubt * random.normal(entity + i, 1 + pad);
      now_perYear[i] = (now_perYear[i] as number) + 365.25 / quantile(gaps, share);
    });
    slopes[i] = Math.min(0, slope + slopeError * random.normal(entity + i, 0));
  }
  return { now_perYear, slope: slopes };
}

export const capacityInterval = (draws: CapacityDraws): Interval => intervalOf(draws.now_perYear);

/** Sorted gaps of pads in use. A pad with fewer than two of them says nothing. */
function recentGaps(launches: readonly RecordedLaunch[], until: number): number[][] {
  return [...gapsByPad(launches).values()]
    .filter((gaps) => gaps.at(-1)!.day > until - padView.active_d)
    .map((gaps) => gaps.filter(({ day }) => day > until - padView.gaps_d).map(({ gap_d }) => gap_d))
    .filter((gaps) => gaps.length >= 2)
    .map((gaps) => gaps.sort((a, b) => a - b));
}

/** Wright's law of gaps on the same pad against launches from all pads. */
export function gapLearning(launches: readonly RecordedLaunch[]) {
  const gaps = [...gapsByPad(launches).values()].flat();
  if (gaps.length < padView.fewestGaps) return { slope: 0, slopeError: 0, learning: 0, r2: 0, scatter: 0 };
  return fitWright(
    gaps.map(({ done }) => done),
    gaps.map(({ gap_d }) => gap_d),
  );
}
