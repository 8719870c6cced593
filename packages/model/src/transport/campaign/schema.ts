import { count, flag, number, share, text } from '../../plan/attribute.ts';

/** What the campaign event by event asks of the plan beside what the monthly one does. */
export const campaignRows = {
  satellites: {
    chipsObsolete_s: number('Age at which newer chips are worth more than the rest of a life in orbit.', {
      min: 1,
    }),
    retireObsolete: flag(
      'Retire satellites at `chipsObsolete` where that comes before the design life.',
      false,
    ),
  },
  vehicles: {
    turnaroundScatter: number(
      'Standard deviation of the logarithm of one turnaround about its mean, stage by stage.',
      { min: 0 },
    ),
    tankerLaunches: count('Flights of tankers that one launch with compute satellites needs before it.'),
  },
  pads: {
    outageLength_s: number('Mean length of one outage; `outage` says what share of time they take.', {
      min: 1,
    }),
    scrubChance: share(
      'Chance that a count-down is scrubbed for the vehicle or the pad; part of the mean gap.',
      { max: 0.9 },
    ),
    weatherLoss: share(
      'Share of days on which weather keeps the site from launching; part of the mean gap.',
      {
        max: 0.5,
      },
    ),
    weatherSwing: share('Swing of that share with the season, over its mean.'),
    weatherWorst: number('Month of the year with the worst weather, 1 to 12.', { min: 1, max: 12 }),
    scrubDelay_s: number('Time that a scrub costs the pad.', { min: 0 }),
    propellantStore_s: number('Supply that the tanks of the site hold, as time of supply.', { min: 0 }),
    range: text('Range whose crews, instruments and weather the site shares; its own where empty.', ''),
    rangeGap_s: number('Least time between two launches of a range.', { min: 0 }),
  },
} as const;
