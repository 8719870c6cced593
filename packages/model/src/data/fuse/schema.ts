import { number, type RoomSchema, share } from '../../plan/attribute.ts';

/** What fusing posts with a quake catalogue assumes. Not of a plan: its own section, with catalogue defaults. */
export const fusionSchema = {
  section: {
    lagMedian_s: number(
      'Median time from the origin of a felt quake to the first post of the burst it causes.',
      {
        positive: true,
        min: 0,
      },
    ),
    lagSpread: number('Standard deviation of the logarithm of that time.', { positive: true, min: 0 }),
    lateShare: share('Share of bursts that begin later than that, at times told by nothing but their mean.'),
    lateMean_s: number('Mean time to the first post of such late bursts.', { positive: true, min: 0 }),
    feltIntensity: number('Modified Mercalli intensity from which people write of it.', { min: 1, max: 12 }),
    strongIntensity: number('Modified Mercalli intensity to which the radius of an alert reaches.', {
      min: 1,
      max: 12,
    }),
    feltHalf: number('People who feel a quake at which it causes a burst of posts as often as not.', {
      positive: true,
      min: 0,
    }),
    feltLeast: share('Chance of a burst for a quake that the table of towns has nobody near to feel.'),
    meanFelt: share('That chance for a quake of the catalogue, mean over the Earth.'),
    quakeRate_perS: number('Quakes that the catalogue publishes.', { positive: true, min: 0 }),
    unexplainedShare: share('Share of bursts about quakes that no quake of the catalogue is behind.'),
    afterglow_s: number('Time in which attention to an event falls to 1/e, and bursts again with it.', {
      positive: true,
      min: 0,
    }),
    attachAt: share('Probability from which a burst is attached to a quake.'),
    gateDistance_m: number('Farther apart, and not within their own radii, two detections are two events.', {
      min: 0,
    }),
    gateTime_s: number('Longer apart, two detections are two events.', { positive: true, min: 0 }),
    prior: share('Probability of an event where one detection says there is one, before that is weighed.'),
    detectionRatio: number('So many times likelier is a detection with an event than without.', {
      positive: true,
      min: 1,
    }),
    quakeReliability: share('Share of published quakes that were some.'),
    hotspotReliability: share('Share of hotspots that were fires, at the highest confidence of the source.'),
    voiceTime_s: number('Posts of one author, and copies of one text, count once in so much time.', {
      positive: true,
      min: 0,
    }),
    copyWords: number('Words from which on two people do not write the same by chance.', { min: 1 }),
    atOnce: number('Posts in one second that many people may write by chance; more are a flood.', { min: 1 }),
    atOnceOfUsual: number('Or so many times what the stream usually brings in a second.', { min: 1 }),
    tellAgainAt: share('Change of the probability that is told again.'),
  },
  collections: {},
} satisfies RoomSchema;

/** The assumptions in SI. */
export type Fusion = {
  readonly [K in keyof (typeof fusionSchema)['section']]: number;
};
