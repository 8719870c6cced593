import type { Detection } from './detection.ts';

/**
 * What tells aircraft apart beside where they are: how finely their encoder counts, and by how much its pressure
 * altitude differs from that by satellite. Weak evidence, but two that circle over one fire have little else.
 */
export interface Signature {
  readonly heights: number;
  readonly coarse: number;
  readonly pressureGap_m: number;
  readonly altitude_m: number;
}

/** An encoder of 100 ft sends hundreds; now and then one of 25 ft is taken for it. Assumed, by us, 2026-11. */
const coarseOfCoarse = 0.995;
/** One height in four of an encoder of 25 ft is a hundred, a little more since flight levels are hundreds. */
const coarseOfFine = 0.27;
/** Encoders of 100 ft among aircraft, and coarse heights that come of both together. Assumed, by us, 2026-11. */
const coarseShare = 0.25;
const coarseOfAny = coarseShare * coarseOfCoarse + (1 - coarseShare) * coarseOfFine;

/** Scatter of the gap at one place and height, with height climbed, and with time. Assumed, by us, 2026-11. */
const gapScatter_m = 10;
const gapPerClimb = 0.02;
const gapPerTime_mperS = 0.004;
/** Now and then the gap is anything. Assumed, by us, 2026-11. */
const wildShare = 0.1;
const wildScatter_m = 150;
/** Over such a range gaps of different aircraft lie at one place. Assumed, by us, 2026-11. */
const gapRange_m = 120;

export const firstSignature = (detection: Detection): Signature =>
  signatureAfter({ heights: 0, coarse: 0, pressureGap_m: Number.NaN, altitude_m: Number.NaN }, detection);

export function signatureAfter(before: Signature, detection: Detection): Signature {
  const known = detection.coarse !== undefined;
  const gap = !Number.isNaN(detection.pressureGap_m);
  return {
    heights: before.heights + (known ? 1 : 0),
    coarse: before.coarse + (detection.coarse === true ? 1 : 0),
    pressureGap_m: gap ? detection.pressureGap_m : before.pressureGap_m,
    altitude_m: gap ? detection.altitude_m : before.altitude_m,
  };
}

/** Logarithm of how much likelier a detection is from this aircraft than from any, by its signature alone. */
export function lnSignature(signature: Signature, detection: Detection, dt_s: number): number {
  return lnCoarse(signature, detection.coarse) + lnGap(signature, detection, dt_s);
}

function lnCoarse({ heights, coarse }: Signature, now: boolean | undefined): number {
  if (now === undefined) return 0;
  const fine = heights - coarse;
  const lnOdds =
    Math.log(coarseShare / (1 - coarseShare)) +
    coarse * Math.log(coarseOfCoarse / coarseOfFine) +
    fine * Math.log((1 - coarseOfCoarse) / (1 - coarseOfFine));
  const isCoarse = 1 / (1 + Math.exp(-lnOdds));
  const expected = isCoarse * coarseOfCoarse + (1 - isCoarse) * coarseOfFine;
  return now ? Math.log(expected / coarseOfAny) : Math.log((1 - expected) / (1 - coarseOfAny));
}

function lnGap(signature: Signature, { pressureGap_m, altitude_m }: Detection, dt_s: number): number {
  const change = Math.abs(pressureGap_m - signature.pressureGap_m);
  if (Number.isNaN(change)) return 0;
  const climbed_m = Math.abs(altitude_m - signature.altitude_m);
  const scatter = gapScatter_m + gapPerClimb * climbed_m + gapPerTime_mperS * dt_s;
  const usual = ((1 - wildShare) * Math.exp(-change / scatter)) / (2 * scatter);
  const wild = (wildShare * Math.exp(-change / wildScatter_m)) / (2 * wildScatter_m);
  return Math.log((usual + wild) * gapRange_m);
}
