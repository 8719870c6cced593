import type { Fusion } from './schema.ts';

type Lag = Pick<Fusion, 'lagMedian_s' | 'lagSpread' | 'lateShare' | 'lateMean_s'>;

/** Density, per second, of the time from a quake's origin to the first post of its burst. No post comes before. */
export function lagDensity_perS(
  lag_s: number,
  { lagMedian_s, lagSpread, lateShare, lateMean_s }: Lag,
): number {
  if (lag_s <= 0) return 0;
  const off = Math.log(lag_s / lagMedian_s) / lagSpread;
  const usual_perS = Math.exp((-off * off) / 2) / (lag_s * lagSpread * Math.sqrt(2 * Math.PI));
  const late_perS = Math.exp(-lag_s / lateMean_s) / lateMean_s;
  return (1 - lateShare) * usual_perS + lateShare * late_perS;
}

/** Share of bursts that begin within a time after the origin. */
export function lagShare(lag_s: number, { lagMedian_s, lagSpread, lateShare, lateMean_s }: Lag): number {
  if (lag_s <= 0) return 0;
  const usual = normalShare(Math.log(lag_s / lagMedian_s) / lagSpread);
  return (1 - lateShare) * usual + lateShare * (1 - Math.exp(-lag_s / lateMean_s));
}

/** Distribution function of the standard normal. Source: Abramowitz and Stegun 26.2.17, to 7.5e-8. */
function normalShare(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return x >= 0 ? 1 - tail : tail;
}
