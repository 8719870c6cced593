import type { EntryOf } from '../plan/attribute.ts';
import { earthMu_m3perS2, earthRadius_m, earthRotation_radperS } from '../sky/constants.ts';
import type { transportSchema } from './schema.ts';

type Vehicle = Pick<
  EntryOf<typeof transportSchema.collections.vehicles>,
  | 'payload_kg'
  | 'payloadAltitude_m'
  | 'payloadInclination_rad'
  | 'upperDry_kg'
  | 'upperPropellant_kg'
  | 'exhaustVelocity_mperS'
>;
export interface Orbit {
  readonly altitude_m: number;
  readonly inclination_rad: number;
}

/** Speed of the ground at the equator: sidereal rotation times radius. */
const equatorSpeed_mperS = earthRotation_radperS * earthRadius_m;

/**
 * Payload of a vehicle to a circular orbit, kg; 0 where it does not reach it.
 *
 * The upper stage brings the reference payload to the reference orbit; any other orbit costs extra velocity Δv
 * (Hohmann transfer from the reference altitude, and the Earth's rotation that the azimuth gives up), which the
 * rocket equation takes from the payload at fixed propellant. That a lighter payload lets the first stage throw a
 * little further is left out. Inclinations below the site's latitude are not told apart from direct ascents.
 */
export function payloadTo(vehicle: Vehicle, orbit: Orbit): number {
  const { upperDry_kg: dry, upperPropellant_kg: propellant } = vehicle;
  const reference = 1 + propellant / (dry + vehicle.payload_kg);
  const ratio = reference * Math.exp(extraVelocity_mperS(vehicle, orbit) / vehicle.exhaustVelocity_mperS);
  return Math.max(0, propellant / (ratio - 1) - dry);
}

/** As `payloadTo`, for satellites that are let go at `dropAltitude_m` and climb to their shell by themselves. */
export function payloadToShell(vehicle: Vehicle, shell: Orbit, dropAltitude_m: number): number {
  const altitude_m = Math.min(shell.altitude_m, dropAltitude_m);
  return payloadTo(vehicle, { altitude_m, inclination_rad: shell.inclination_rad });
}

function extraVelocity_mperS(vehicle: Vehicle, orbit: Orbit): number {
  const rotation =
    equatorSpeed_mperS * (Math.cos(vehicle.payloadInclination_rad) - Math.cos(orbit.inclination_rad));
  return signedHohmann_mperS(vehicle.payloadAltitude_m, orbit.altitude_m) + rotation;
}

/** Velocity for a Hohmann transfer between circular orbits, negative on the way down. */
function signedHohmann_mperS(from_m: number, to_m: number): number {
  const low = earthRadius_m + Math.min(from_m, to_m);
  const high = earthRadius_m + Math.max(from_m, to_m);
  const axis = (low + high) / 2;
  const depart = Math.sqrt(earthMu_m3perS2 * (2 / low - 1 / axis)) - Math.sqrt(earthMu_m3perS2 / low);
  const arrive = Math.sqrt(earthMu_m3perS2 / high) - Math.sqrt(earthMu_m3perS2 * (2 / high - 1 / axis));
  return Math.sign(to_m - from_m) * (depart + arrive);
}

/** Whole satellites that one launch takes: by mass, by volume, and the smaller of both. */
export interface Load {
  readonly byMass: number;
  readonly byVolume: number;
  readonly count: number;
}

export function loadOf(
  payload_kg: number,
  unitMass_kg: number,
  usableVolume_m3: number,
  unitVolume_m3: number,
): Load {
  const byMass = Math.floor(payload_kg / unitMass_kg);
  const byVolume = unitVolume_m3 > 0 ? Math.floor(usableVolume_m3 / unitVolume_m3) : byMass;
  return { byMass, byVolume, count: Math.min(byMass, byVolume) };
}
