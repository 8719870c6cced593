import { count, number } from '../../plan/attribute.ts';

/** What the manifest asks of the plan beside what the monthly campaign does. */
export const manifestRows = {
  section: {
    driftLongest_s: number('Longest that satellites wait in the parking orbit for their plane.', { min: 0 }),
    planesPerLaunch: count('Planes that one launch may fill, by waiting for the next to drift by.', {
      min: 1,
    }),
    launchWorth_s: number(
      'Service of one satellite that a launch is worth: a launch less, or so much more.',
      {
        min: 0,
      },
    ),
  },
  satellites: {
    checkout_s: number('Checks in the parking orbit before anything climbs.', { min: 0 }),
    phasingOffset_m: number('Offset of altitude at which a satellite runs along its plane to its slot.', {
      min: 1,
    }),
  },
  pads: {
    latitude_rad: number('Geodetic latitude of the launch site, north positive.', {
      min: -Math.PI / 2,
      max: Math.PI / 2,
    }),
    longitude_rad: number('Its longitude, east positive.', { min: -Math.PI, max: Math.PI }),
  },
} as const;
