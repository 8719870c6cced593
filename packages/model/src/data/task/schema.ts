import { number, type RoomSchema, share } from '../../plan/attribute.ts';

/** What tasking a look assumes, besides the imager of the plan's data section. */
export const taskingSchema = {
  section: {
    farthestOffNadir_rad: number('How far from straight down the imager can be turned.', {
      min: 0,
      max: Math.PI / 2,
    }),
    order_s: number('From the decision to look until the satellite has the order.', { min: 0 }),
    chips_FLOPperS: number('What the satellite has for understanding pictures.', { positive: true, min: 0 }),
    workEnergy_JperFLOP: number('Electrical energy of that work, on orbit.', { min: 0 }),
    downlink_bps: number('Rate to a station.', { positive: true, min: 0 }),
    downlinkEnergy_Jperbit: number('Electrical energy of the satellite to send a bit to a station.', {
      min: 0,
    }),
    leastElevation_rad: number('Least elevation of a satellite over a station.', { min: 0, max: 1.5 }),
    mesh_bps: number('Rate that one event is granted through lasers between satellites.', {
      positive: true,
      min: 0,
    }),
    meshEnergy_Jperbit: number('Electrical energy of all satellites on the way to carry a bit.', { min: 0 }),
    meshDelay_s: number('Time of a bit through the lasers to the ground.', { min: 0 }),
    groundChips_FLOPperS: number('What there is on the ground for pictures that come down raw.', {
      positive: true,
      min: 0,
    }),
    decide_s: number('From the answer on the ground to the updated event.', { min: 0 }),
    seen: share('Chance that a clear look at a true event shows it.'),
    seenWrongly: share('Chance that a clear look shows an event where there is none.'),
    usefulLost: share('Useful frames that a published cloud filter on orbit throws away.'),
    cloudyPassed: share('Cloudy frames that it lets pass at the same threshold.'),
    lostAim: share('Useful frames that the threshold here is set to lose.'),
  },
  collections: {},
} satisfies RoomSchema;

/** The assumptions in SI. */
export type Tasking = {
  readonly [K in keyof (typeof taskingSchema)['section']]: number;
};
