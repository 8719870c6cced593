import { variation } from '@kardashev/kernels/numeric/statistics.ts';
import { padView } from './assumptions.ts';
import { type CapacityDraws, capacityInterval, gapLearning } from './capacity.ts';
import { gapsByPad } from './gaps.ts';
import { type Interval, normalInterval } from './interval.ts';
import { peakOf } from './likelihood.ts';
import type { RecordedLaunch } from './log.ts';
import { lnGamma } from './special.ts';

/** Gaps between launches from a pad as a Gamma renewal process. */
export interface GammaGaps {
  readonly mean_d: Interval;
  /** Coefficient of variation: 1 is Poisson's, smaller is more regular. */
  readonly variation: Interval;
  /** Shape of the Gamma distribution, 1/variation². */
  readonly shape: Interval;
}

/** A pad of the log. */
export interface PadFit {
  readonly pad: string;
  readonly launches: number;
  /** Gaps that the fit is on: those of the last year, or of more where they are too few. */
  readonly gaps: number;
  readonly from_d: number;
  /** As the sample has it. */
  readonly sampleVariation: number;
  readonly fit: GammaGaps;
}

/** Greatest likelihood of Gamma gaps, with intervals from its curvature in the logarithms of mean and shape. */
export function fitGamma(gaps_d: readonly number[]): GammaGaps {
  const n = gaps_d.length;
  const sum = gaps_d.reduce((total, gap) => total + gap, 0);
  const logs = gaps_d.reduce((total, gap) => total + Math.log(gap), 0);
  const { at, covariance } = peakOf(
    (point) => {
      const [lnMean, lnShape] = point as [number, number];
      const shape = Math.exp(Math.min(12, lnShape));
      const scale = Math.exp(lnMean) / shape;
      return (shape - 1) * logs - sum / scale - n * (lnGamma(shape) + shape * Math.log(scale));
    },
    [Math.log(sum / n), 1],
  );
  const [lnMean, lnShape] = at as [number, number];
  const [meanError, shapeError] = [Math.sqrt(covariance[0]![0]!), Math.sqrt(covariance[1]![1]!)];
  return {
    mean_d: normalInterval(lnMean, meanError, Math.exp),
    variation: normalInterval(-lnShape / 2, shapeError / 2, Math.exp),
    shape: normalInterval(lnShape, shapeError, Math.exp),
  };
}

/** Pads in use at the end of the log, busiest first. */
export function fitPads(launches: readonly RecordedLaunch[], until: number): PadFit[] {
  const fits: PadFit[] = [];
  for (const [pad, all] of gapsByPad(launches)) {
    if (all.at(-1)!.day <= until - padView.active_d) continue;
    const within = (days: number) => all.filter(({ day }) => day > until - days);
    const lastYear = within(padView.active_d);
    const recent = lastYear.length >= padView.fewestGaps ? lastYear : within(padView.gaps_d);
    if (recent.length < padView.fewestGaps) continue;
    const gaps = recent.map(({ gap_d }) => gap_d);
    fits.push({
      pad,
      launches: launches.filter((launch) => launch.pad === pad).length,
      gaps: gaps.length,
      from_d: recent[0]!.day,
      sampleVariation: variation(gaps),
      fit: fitGamma(gaps),
    });
  }
  return fits.sort((a, b) => b.launches - a.launches);
}

/** What all pads could serve a year, and how their gaps shrink with each doubling of launches. */
export function padCapacity(launches: readonly RecordedLaunch[], capacity: CapacityDraws | undefined) {
  if (capacity === undefined) return null;
  const { slope, slopeError, r2, scatter } = gapLearning(launches);
  return {
    capacity_perYear: capacityInterval(capacity),
    learning: normalInterval(-slope, slopeError, (power) => 1 - 2 ** -power),
    scatter,
    r2,
  };
}
