import type { EarthModel } from '../topology/earth-model.ts';

/** A place on the ground, geodetic. */
export interface Station {
  readonly name: string;
  readonly latitude_rad: number;
  readonly longitude_rad: number;
}

/**
 * When a station sees a satellite: within a range, above an elevation, or both. A range alone is taken at its word,
 * even where it reaches under the horizon: `reachesUnderHorizon` says so.
 */
export interface Sight {
  readonly maxSlantRange_m?: number;
  readonly minElevation_rad?: number;
}

/** Satellites that a station sees at one moment, and how far they are. */
export interface View {
  readonly satellites: readonly number[];
  readonly ranges_m: readonly number[];
}

/** A station at one moment in the axes of the satellites, with the direction that is up there. */
export interface Standing {
  readonly place_m: readonly [number, number, number];
  readonly up: readonly [number, number, number];
}

/** Where a station stands when Greenwich has turned `sidereal_rad` from the equinox. */
export function standing(station: Station, earth: EarthModel, sidereal_rad: number): Standing {
  const squared = earth.flattening * (2 - earth.flattening);
  const sine = Math.sin(station.latitude_rad);
  const cosine = Math.cos(station.latitude_rad);
  const angle = station.longitude_rad + sidereal_rad;
  const [east, north] = [Math.cos(angle), Math.sin(angle)];
  const across_m = earth.radius_m / Math.sqrt(1 - squared * sine * sine);
  return {
    place_m: [across_m * cosine * east, across_m * cosine * north, across_m * (1 - squared) * sine],
    up: [cosine * east, cosine * north, sine],
  };
}

/** What a station sees among all satellites. */
export function viewOf({ place_m, up }: Standing, positions_m: Float64Array, sight: Sight): View {
  const satellites: number[] = [];
  const ranges_m: number[] = [];
  const [x, y, z] = place_m;
  const most = sight.maxSlantRange_m ?? Infinity;
  const least = Math.sin(sight.minElevation_rad ?? -Math.PI / 2);
  for (let at = 0; at < positions_m.length; at += 3) {
    const dx = (positions_m[at] as number) - x;
    const dy = (positions_m[at + 1] as number) - y;
    const dz = (positions_m[at + 2] as number) - z;
    const range = Math.sqrt(dx * dx + dy * dy + dz * dz);
    if (range > most || dx * up[0] + dy * up[1] + dz * up[2] < least * range) continue;
    satellites.push(at / 3);
    ranges_m.push(range);
  }
  return { satellites, ranges_m };
}

/** Whether a sight by range alone counts satellites as seen that are under the horizon, at this altitude. */
export function reachesUnderHorizon(sight: Sight, altitude_m: number, earth: EarthModel): boolean {
  const horizon_m = Math.sqrt(altitude_m * (altitude_m + 2 * earth.radius_m));
  return sight.minElevation_rad === undefined && (sight.maxSlantRange_m ?? Infinity) > horizon_m;
}
