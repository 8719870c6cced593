import { secondsPerYear } from '../../time/calendar.ts';
import { type ShellSky, type SkyRules, type SkyShell, skyState, stepSky } from './source-sink.ts';
import { bin_m, bins, middleOf_m } from './tracked.ts';

/** A kind of satellite, and what turns it derelict. */
export type Satellite = Pick<SkyShell, 'area_m2' | 'mass_kg' | 'derelict_perS' | 'inclination_rad'>;

/** A region to be filled, and when it counts as full. */
export interface Region {
  readonly from_m: number;
  readonly to_m: number;
  /** Loss of one satellite to collisions above which it is too full. */
  readonly loss_perS: number;
  /** Years after which that must hold. */
  readonly years: number;
}

/** Halvings of the interval in which the capacity lies. */
const halvings = 24;
const most = 1e9;

/**
 * Satellites that a region carries when all its layers hold as many, from an empty sky: so many that after some
 * years of keeping them up no layer loses more to collisions than it may. A lower bound for any other spreading.
 */
export function carriedEvenly(region: Region, satellite: Satellite, rules: SkyRules): number {
  const layers: SkyShell[] = [];
  for (let bin = 0; bin < bins; bin++) {
    const altitude_m = middleOf_m(bin);
    if (altitude_m - bin_m / 2 < region.from_m || altitude_m + bin_m / 2 > region.to_m) continue;
    layers.push({ name: `${altitude_m} m`, altitude_m, ...satellite });
  }
  let [low, high] = [0, most];
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (worstLoss_perS(layers, middle / layers.length, region, rules) > region.loss_perS) high = middle;
    else low = middle;
  }
  return low;
}

/** Largest loss of one satellite of any layer in the last year. */
function worstLoss_perS(
  layers: readonly SkyShell[],
  each: number,
  { years }: Region,
  rules: SkyRules,
): number {
  const empty = new Array<number>(bins).fill(0);
  const state = skyState(layers.length, empty, empty);
  const out = layers.map(
    (): ShellSky => ({
      active: 0,
      encounters_perS: 0,
      manoeuvres_perS: 0,
      loss_perS: 0,
      derelict: 0,
      fragments: 0,
    }),
  );
  const active = layers.map(() => each);
  for (let year = 0; year < years; year++) {
    stepSky(state, layers, active, rules, 2026 + year, secondsPerYear, out);
  }
  return Math.max(...out.map(({ loss_perS }) => loss_perS));
}
