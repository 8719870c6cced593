import { normalShare } from '@kardashev/kernels/numeric/normal.ts';
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
