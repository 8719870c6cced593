import { airAt } from '@kardashev/model/sky/atmosphere.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import { dragDeceleration_mperS2, dragRates, lifetime_s, propellant_kg } from '@kardashev/model/sky/drag.ts';
import type { Size } from './elements.ts';
import { refuse } from './faults.ts';
import type { OrbitOptions } from './options.ts';

/** What the air does to the orbit. */
export interface DragDocument {
  readonly f107: number;
  /** At perigee. */
  readonly density_kgperm3: number;
  readonly decay_mPerDay: number;
  /** Null beyond two hundred years. */
  readonly lifetime_days: number | null;
  /** Null on eccentric orbits, where it depends on how the orbit is kept. */
  readonly keeping_mpsPerYear: number | null;
  /** Null without --isp. */
  readonly propellant_kgPerYear: number | null;
}

const day_s = 86_400;
const year_s = 365.25 * day_s;
const horizon_s = 200 * year_s;

/** Drag at one constant activity of the Sun; undefined where mass and area are not given. */
export function dragOf(options: OrbitOptions, size: Size): DragDocument | undefined {
  const { mass, dragArea, dragCoefficient, f107, isp } = options;
  if (mass === undefined && dragArea === undefined) return undefined;
  if (mass === undefined || dragArea === undefined || mass <= 0 || dragArea <= 0) {
    return refuse(
      'command/usage',
      '--drag-area',
      'Drag needs mass and area.',
      'Wanted are both --mass and --drag-area, above zero.',
      'Write, for example, --mass 800kg --drag-area 20m2.',
    );
  }
  const body = { dragCoefficient, areaToMass_m2perkg: dragArea / mass };
  const air = airAt({ f107 });
  const perigee_m = size.semiMajorAxis_m * (1 - size.eccentricity) - earthRadius_m;
  const life_s = lifetime_s(size, body, () => air, horizon_s);
  const circular = size.eccentricity < 1e-6;
  const keeping = circular ? dragDeceleration_mperS2(perigee_m, body, air) * year_s : null;
  return {
    f107,
    density_kgperm3: air(perigee_m),
    decay_mPerDay: -dragRates(size, body, air).semiMajorAxis_mperS * day_s,
    lifetime_days: life_s === undefined ? null : life_s / day_s,
    keeping_mpsPerYear: keeping,
    propellant_kgPerYear: keeping === null || isp === undefined ? null : propellant_kg(mass, keeping, isp),
  };
}
