import { number, type RoomSchema, share } from '../../plan/attribute.ts';

const positive = { positive: true, min: 0 } as const;

/** What following aircraft without their names assumes. Not of a plan: its own section, with catalogue defaults. */
export const trackingSchema = {
  section: {
    straightTime_s: number('Time over which the velocity of an aircraft in cruise is forgotten.', positive),
    turningTime_s: number('The same for one that changes course now and then.', positive),
    circlingTime_s: number('The same for one that circles.', positive),
    straightShare: share('Share of aircraft in cruise.'),
    turningShare: share('Share of those that change course now and then; the rest circle.'),
    speedSpread_mperS: number(
      'Spread of velocities, north and east each, of an aircraft of which no more is known.',
      positive,
    ),
    levelTime_s: number('Time over which the climb rate of steady flight is forgotten.', positive),
    climbTime_s: number('The same between climbs and descents.', positive),
    climbSpread_mperS: number('Spread of climb rates of an aircraft of which no more is known.', positive),
    positionError_m: number(
      'Error of a position, north and east each, that of its time stamp included.',
      positive,
    ),
    velocityError_mperS: number('Error of a velocity, north and east each.', positive),
    altitudeError_m: number('Error of an altitude.', positive),
    climbError_mperS: number('Error of a climb rate.', positive),
    newArea_m2: number(
      'Area within which one new aircraft is as likely as one that is followed already.',
      positive,
    ),
    newSpeed_mperS: number('Velocities of new aircraft: each way up to this, all alike.', positive),
    newHeight_m: number('Altitudes of new aircraft: over this height, all alike.', positive),
    newClimb_mperS: number('Climb rates of new aircraft: up and down to this, all alike.', positive),
    silencePower: number('Power with which the chance to hear an aircraft again falls with its silence.', {
      min: 0,
    }),
    silenceTime_s: number('Silence from which on that chance falls.', positive),
    longestSilence_s: number('Silence after which a track has ended.', positive),
    certainty: share(
      'Probability from which a position is given to a track. Below it, it begins a track of its own.',
    ),
    speedMargin: number('How much faster than at both ends an aircraft may have been in between.', {
      min: 1,
    }),
    leastReach_m: number('Distance that is possible whatever the times say.', positive),
    slowest_mperS: number('Speed that any aircraft may have had between two positions.', positive),
    fastest_mperS: number('Speed above which no aircraft is believed to have moved.', positive),
  },
  collections: {},
} satisfies RoomSchema;

/** The assumptions in SI. */
export type Tracking = { readonly [K in keyof (typeof trackingSchema)['section']]: number };
