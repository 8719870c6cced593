import type { Observation } from '@kardashev/model/data/wire/observation.ts';

/** Observations of nothing in particular, for tests. */
export const observations = (from: number, count: number): Observation[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'quake',
    id: `q${from + index}`,
    source: 'test',
    revision: 0,
    observed_s: 1.5e9 + from + index,
    received_s: 1.5e9 + from + index,
    place: {
      latitude_deg: ((from + index) % 170) - 85,
      longitude_deg: ((from + index) % 350) - 175,
      radius_m: 100,
    },
    values: { magnitude: ((from + index) % 90) / 10 },
  }));
