import type { Shell } from '../sky/shell.ts';
import { bandArea, litShare } from '../sky/track.ts';
import type { Belt } from './every-pixel.ts';
import { lookRate_perS } from './revisit.ts';

/** Imagers of one shell. */
export interface Gaze {
  readonly shell: Pick<Shell, 'altitude_m' | 'inclination_rad' | 'nodes'>;
  readonly imagers: number;
}

/** What the belts need of the imagers themselves. */
export interface Sight {
  readonly swath_m: number;
  readonly leastSun_rad: number;
  readonly cloud: number;
  readonly radarShare: number;
}

const count = 36;

/** Share of the day in which the Sun stands high enough over a place at equinox, mean over the Earth. */
export function daylight(leastSun_rad: number): number {
  return litShare({ nodes: 'spread', inclination_rad: 0 }, leastSun_rad);
}

/** Useful looks by belt of latitude: radar at all times, cameras by day between clouds. */
export function beltsOf(gazes: readonly Gaze[], sight: Sight): Belt[] {
  const day = daylight(sight.leastSun_rad);
  const lit = gazes.map(({ shell }) => litShare(shell, sight.leastSun_rad));
  return Array.from({ length: count }, (_, index) => {
    const from_rad = -Math.PI / 2 + (Math.PI * index) / count;
    const middle_rad = from_rad + Math.PI / count / 2;
    let all_perS = 0;
    let lit_perS = 0;
    for (const [gaze, { shell, imagers }] of gazes.entries()) {
      const rate_perS = imagers * lookRate_perS(shell, sight.swath_m, middle_rad);
      all_perS += rate_perS;
      lit_perS += (rate_perS * (lit[gaze] as number)) / day;
    }
    const radar_perS = all_perS * sight.radarShare;
    const camera_perS = lit_perS * (1 - sight.radarShare) * (1 - sight.cloud);
    return {
      area: bandArea(from_rad, from_rad + Math.PI / count),
      byDay_perS: radar_perS + camera_perS,
      byNight_perS: radar_perS,
    };
  });
}
