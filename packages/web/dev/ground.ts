import type { Imagers, Track } from '@kardashev/contracts/ground.ts';
import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { cellCount, middleOf } from '@kardashev/model/data/reach/coverage.ts';
import { shells } from './fixture.ts';

/** SYNTHETIC events, coverage and tracks, made up to develop and test the view of the ground with. Nothing happened. */

const burst: Alert = {
  event: 'event-20300101T120000Z',
  at: '2030-01-01T12:00:00Z',
  decidedAt: '2030-01-01T12:01:30Z',
  latitude_deg: null,
  longitude_deg: null,
  radius_km: null,
  confidence: 0.82,
  senses: ['posts'],
  lineage: ['posts/made-up-1'],
};

/** A quake that was first a burst without a place, and an older one. In the order in which they were told. */
export const syntheticAlerts: readonly Alert[] = [
  {
    ...burst,
    event: 'event-20300101T020000Z',
    at: '2030-01-01T02:00:00Z',
    decidedAt: '2030-01-01T02:06:00Z',
    latitude_deg: -12.5,
    longitude_deg: -76.8,
    radius_km: 140,
    confidence: 0.91,
    senses: ['posts', 'quakes'],
    lineage: ['posts/made-up-0', 'quake/made-up-0'],
  },
  burst,
  {
    ...burst,
    at: '2030-01-01T11:58:40Z',
    decidedAt: '2030-01-01T12:04:00Z',
    latitude_deg: 10.1,
    longitude_deg: -85.3,
    radius_km: 220,
    confidence: 0.996,
    senses: ['posts', 'quakes'],
    lineage: ['posts/made-up-1', 'quake/made-up-1'],
  },
];

export const syntheticTracks: readonly Track[] = [
  {
    track: 1,
    positions: 3,
    firstSeen: '2030-01-01T10:00:00Z',
    lastSeen: '2030-01-01T11:00:00Z',
    altitude_m: 9000,
    speed_mperS: 220,
    path: [
      [1_893_492_000, -90, 14],
      [1_893_493_800, -86, 12],
      [1_893_495_600, -82, 9],
    ],
  },
];

/** Seen between the tropics in the western half, never elsewhere. */
export const syntheticSensed = {
  coverage: {
    from: '2030-01-01T00:00:00Z',
    until: '2030-01-01T14:00:00Z',
    hours: 14,
    reach: { all: { area: 0.19, people: 0.12 } },
    cells: Array.from({ length: cellCount }, (_, cell) => {
      const middle = middleOf(cell);
      const seen = Math.abs(middle.latitude_deg) < 23.4 && middle.longitude_deg < 0;
      return { ...middle, blind: seen ? 0.5 : 1 };
    }),
  },
  incidents: [
    {
      event: 'incident-1',
      kind: 'quake',
      from: '2030-01-01T11:58:40Z',
      until: '2030-01-01T11:58:40Z',
      latitude_deg: 10.1,
      longitude_deg: -85.3,
      radius_km: 10,
      confidence: 0.9,
      senses: ['quake'],
      lineage: ['quake/made-up-1'],
    },
  ],
};

export const syntheticImagers = async (): Promise<Imagers> => ({
  farthestOffNadir_rad: Math.PI / 4,
  leastSun_rad: Math.PI / 18,
  order_s: 60,
  cloud: 0.67,
  radarShare: 0,
  shells: shells.map(({ name }) => ({ name, imagerShare: 0.001 })),
});
