import { earthModels } from '../src/network/topology/earth-model.ts';
import { type Fleet, fleetOf } from '../src/network/topology/fleet.ts';
import { type Pattern, sized } from '../src/network/topology/pattern.ts';
import { radians } from '../src/sky/angle.ts';

/** A pattern for tests: WGS 72, nodes all around, what is not given as in Kuiper's first shell. */
export function patternFor(
  change: Partial<Pattern> & { readonly inclination_deg?: number; readonly revPerDay?: number } = {},
): Pattern {
  const { inclination_deg = 51.9, revPerDay = 14.8, ...rest } = change;
  const inclination_rad = radians(inclination_deg);
  const meanMotion_radperS = (2 * Math.PI * revPerDay) / 86_400;
  return {
    planes: 34,
    perPlane: 34,
    inclination_rad,
    ...sized({ meanMotion_radperS }, inclination_rad, earthModels.wgs72),
    nodeSpread_rad: 2 * Math.PI,
    firstNode_rad: 0,
    phasing_slots: 0,
    oddPlaneShift_slots: 0.5,
    earth: earthModels.wgs72,
    ...rest,
  };
}

/** A fleet of one shell. */
export function fleetFor(pattern: Pattern): Fleet {
  const { planes, perPlane } = pattern;
  return fleetOf([
    {
      name: 'test',
      pattern,
      grid: { planes, perPlane },
      sight: { minElevation_rad: radians(25) },
      epoch_d: 0,
      grazingAltitude_m: 0,
    },
  ]);
}
