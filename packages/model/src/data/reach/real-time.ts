import { earthRadius_m } from '../../sky/constants.ts';
import type { Shell } from '../../sky/shell.ts';
import { groundSpeed_mperS, litShare } from '../../sky/track.ts';
import { beltsOf, daylight, type Sight } from '../belts.ts';
import { waitQuantile_s } from '../every-pixel.ts';
import { bitsPerArea_bitperm2, type Imager, sentShare } from '../imager.ts';

/** What "every pixel in real time" comes to for so many imagers of one resolution. */
export interface RealTime {
  readonly imagers: number;
  readonly groundSample_m: number;
  /** Wait for a useful look that so large a share of all places and times of day does not exceed; ∞ where never. */
  readonly wait_s: number;
  /** Raw bits that the imagers read out, and what is sent when it is understood on orbit. */
  readonly raw_bps: number;
  readonly product_bps: number;
  readonly work_FLOPperS: number;
}

/** An imager with pixels across its swath as they are: a finer ground sample means a narrower swath. */
export interface PixelRow {
  readonly pixels: number;
  readonly imager: Imager & { readonly work_FLOPperbit: number; readonly leastSun_rad: number };
}

/** Wait, bits and work of `imagers` in one shell at one ground sample. */
export function realTime(
  shell: Pick<Shell, 'altitude_m' | 'inclination_rad' | 'nodes'>,
  imagers: number,
  groundSample_m: number,
  { pixels, imager }: PixelRow,
  quantile: number,
): RealTime {
  const swath_m = pixels * groundSample_m;
  const sight: Sight = { ...imager, swath_m };
  const seeing = imager.radarShare + (1 - imager.radarShare) * litShare(shell, imager.leastSun_rad);
  const swept_m2perS = imagers * swath_m * groundSpeed_mperS(shell.altitude_m) * seeing;
  const raw_bps = swept_m2perS * bitsPerArea_bitperm2({ ...imager, groundSample_m });
  return {
    imagers,
    groundSample_m,
    wait_s: waitQuantile_s(beltsOf([{ shell, imagers }], sight), daylight(imager.leastSun_rad), quantile),
    raw_bps,
    product_bps: raw_bps * sentShare(imager, 1),
    work_FLOPperS: raw_bps * imager.work_FLOPperbit,
  };
}

/** Raw bits a second of the whole Earth, every pixel once in `every_s`: what no number of imagers can undercut. */
export function wholeEarth_bps(
  imager: Pick<Imager, 'pixel_bit' | 'groundSample_m'>,
  every_s: number,
): number {
  return (4 * Math.PI * earthRadius_m ** 2 * bitsPerArea_bitperm2(imager)) / every_s;
}
