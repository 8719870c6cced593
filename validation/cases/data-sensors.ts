import { gunzipSync } from 'node:zlib';
import { assumptionsOf } from '../../packages/model/src/data/assumptions.ts';
import { gather } from '../../packages/model/src/data/fires/gather.ts';
import { firstSeen_s, type Hotspot, type Incident } from '../../packages/model/src/data/fires/incident.ts';
import { incidentsSchema } from '../../packages/model/src/data/fires/schema.ts';
import { readRecording } from '../../packages/model/src/data/radio/recording.ts';
import { follow } from '../../packages/model/src/data/tracks/follow.ts';
import { trackingSchema } from '../../packages/model/src/data/tracks/schema.ts';
import { scoreTracks, type TrackScore } from '../../packages/model/src/data/tracks/score.ts';
import { readPositions } from '../../packages/model/src/data/tracks/table.ts';
import { readFirms } from '../../packages/model/src/data/wire/firms.ts';
import { unixTime_s } from '../../packages/model/src/data/wire/globe.ts';
import { isObservation } from '../../packages/model/src/data/wire/observation.ts';
import { expectValue, houseCatalogue } from '../../packages/model/testing/house.ts';
import type { Case } from '../case.ts';
import kept from '../kept/data-sensors.json' with { type: 'json' };
import { once } from './once.ts';

/** A recorded file's bytes, by its path below the folder of records, which are no part of the project. */
export type SensorRecord = (file: string) => Uint8Array;

const files = {
  fires: 'fires/southern-california-2017-12-viirs.csv',
  aircraft: 'aircraft/calfire.json.gz',
  radio: 'radio/modes1.bin',
} as const;
export const sensorFiles: readonly string[] = Object.values(files);

export const keyOf = ({ id }: Pick<Case, 'id'>, name: string): string => `${id} ${name}`;

/** Where the Thomas Fire burned until 11 December 2017, with room around: no other fire came near. */
const thomas = { south: 34.2, north: 34.65, west: -119.75, east: -118.85 };
const ignition_s = unixTime_s('2017-12-05T02:30:00Z')!;
/** What dump1090 finds. */
const dump1090 = 141;

/** D5, D6 and D7: fires, tracks and radio on recordings. A recording is read when a figure is wanted. */
export function sensorCases(record: SensorRecord): readonly Case[] {
  return [firesCase(record), tracksCase(record), radioCase(record)];
}

function firesCase(record: SensorRecord): Case {
  const found = once(() => thomasOf(record(files.fires)));
  return {
    id: 'D5',
    title: 'The Thomas Fire as one incident that grows',
    room: 'data',
    kind: 'prediction',
    source: 'NASA FIRMS, VIIRS 375 m; ignition 2017-12-05 02:30 UTC, first pass over it 09:06',
    figures: [
      {
        name: 'share of its hotspots in one incident',
        unit: '',
        expected: 1,
        tolerance: { absolute: 0.01 },
        obtained: () => found().share,
      },
      {
        name: 'first seen after ignition',
        unit: 'h',
        expected: 6.6,
        tolerance: { absolute: 0.01 },
        obtained: () => (firstSeen_s(found().fire) - ignition_s) / 3600,
      },
      {
        name: 'passes by which its ground had not shrunk',
        unit: '',
        expected: 1,
        tolerance: { absolute: 0 },
        obtained: () => shareGrowing(found().fire),
      },
      {
        name: 'ground burned by 11 December',
        unit: 'km²',
        expected: 931,
        tolerance: { relative: 0.25 },
        obtained: () => found().fire.history.at(-1)!.area_m2 / 1e6,
      },
    ],
    remark:
      '931 km² are the some 230,000 acres that the press of those days had. Pixels are larger than what burns in them, so that ours is more: pixels alone cover 1,005 km², closed by the disc of 1 km 1,130, and were all 375 m wide, 1,100. The method is that of FEDS (Chen et al. 2022, Scientific Data 9, 249), an alpha shape of VIIRS pixels.',
  };
}

function thomasOf(bytes: Uint8Array): { fire: Incident; share: number } {
  const readings = readFirms(new TextDecoder().decode(bytes), { received_s: 2e9, source: 'firms' });
  const hotspots = readings.filter(isObservation) as Hotspot[];
  const assumed = expectValue(assumptionsOf('incidents', incidentsSchema, houseCatalogue()));
  const fires = gather(hotspots, assumed).incidents;
  const inside = ({ place }: Hotspot) =>
    place.latitude_deg > thomas.south &&
    place.latitude_deg < thomas.north &&
    place.longitude_deg > thomas.west &&
    place.longitude_deg < thomas.east;
  const count = (all: readonly Hotspot[]) =>
    all.filter((hotspot) => inside(hotspot) && hotspot.observed_s >= ignition_s).length;
  const fire = fires.reduce((most, other) => (count(other.hotspots) > count(most.hotspots) ? other : most));
  return { fire, share: count(fire.hotspots) / count(hotspots) };
}

function shareGrowing({ history }: Incident): number {
  const steps = history.slice(1).map(({ area_m2 }, index) => area_m2 >= history[index]!.area_m2);
  return steps.filter(Boolean).length / steps.length;
}

function tracksCase(record: SensorRecord): Case {
  const score = once(() => scoreOf(record(files.aircraft)));
  const figure = (name: string, tolerance: number, pick: (score: TrackScore) => number) => ({
    name,
    unit: '',
    expected: 1,
    tolerance: { absolute: tolerance },
    obtained: () => pick(score()),
  });
  return {
    id: 'D6',
    title: 'Aircraft followed after their names were taken away',
    room: 'data',
    kind: 'prediction',
    source:
      'OpenSky through `traffic`: 45 fire-fighting aircraft, September 2020; to reach are 0.95 and 0.90',
    figures: [
      figure('purity', 0.05, ({ purity }) => purity),
      figure('completeness', 0.1, ({ completeness }) => completeness),
    ],
    remark:
      'Purity: of the positions in tracks, the share of their track’s commonest aircraft. Completeness: the same positions as a share of all. Half the time between positions is more than 28 s, in which these aircraft turn round: flights break into tracks (continuity 0.54).',
  };
}

function scoreOf(bytes: Uint8Array): TrackScore {
  const { detections, aircraft, flights } = readPositions(gunzipSync(bytes).toString(), 2e9)!;
  const assumed = expectValue(assumptionsOf('tracking', trackingSchema, houseCatalogue()));
  return scoreTracks(follow(detections, assumed), aircraft, flights)!;
}

function radioCase(record: SensorRecord): Case {
  return {
    id: 'D7',
    title: 'Whole ADS-B frames (DF17) in raw samples at 2 MS/s',
    room: 'data',
    kind: 'prediction',
    source: 'dump1090 finds 141 in its own test recording',
    figures: [
      {
        name: 'of the frames that dump1090 finds, at least',
        unit: '',
        expected: 1,
        tolerance: { absolute: 0 },
        obtained: () => Math.min(1, framesIn(record(files.radio)) / dump1090),
      },
    ],
    remark:
      'Without repaired frames. All are of one aircraft, whose positions make one smooth descent; noise passes the checksum once in 2²⁴.',
  };
}

const framesIn = (raw: Uint8Array): number =>
  readRecording(raw, 'radio').frames.filter(({ format, repaired }) => format === 17 && !repaired).length;

/** The cases with the figures that were obtained from the recordings. */
export const keptSensorCases: readonly Case[] = sensorCases(() => {
  throw new Error('kept figures need no record');
}).map((subject) => ({
  ...subject,
  remark: [subject.remark, 'Obtained from the recording, and kept.'].filter(Boolean).join(' '),
  figures: subject.figures.map((figure) => ({
    ...figure,
    obtained: () => (kept as Record<string, number>)[keyOf(subject, figure.name)] ?? Number.NaN,
  })),
}));
