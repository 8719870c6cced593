import { number, type RoomSchema, share } from '../../plan/attribute.ts';

const positive = { positive: true, min: 0 } as const;

/** What gathering hotspots into fires assumes. Not of a plan: its own section, with catalogue defaults. */
export const incidentsSchema = {
  section: {
    reach_m: number('Distance over which hotspots of one moment belong together.', positive),
    spreadSpeed_mperS: number('Speed at which that distance grows with the time between them.', { min: 0 }),
    farthest_m: number('Distance that it never exceeds.', positive),
    silence_s: number('Time without a hotspot after which a fire has ended.', positive),
    leastConfidence: share('Confidence from which a hotspot can begin a fire.'),
    closing_m: number(
      'Radius of the disc that must fit into ground for it to count as not burned.',
      positive,
    ),
    growthTime_s: number('Time over which growth is measured.', positive),
    steadyReach_m: number(
      'A source whose hotspots all lie within this of their middle does not spread.',
      positive,
    ),
    steadyTime_s: number('Time from which on that tells that it is no fire.', positive),
  },
  collections: {},
} satisfies RoomSchema;

/** The assumptions in SI. */
export type IncidentAssumptions = { readonly [K in keyof (typeof incidentsSchema)['section']]: number };
