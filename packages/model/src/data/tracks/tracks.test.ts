import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectValue, houseCatalogue } from '../../../testing/house.ts';
import { assumptionsOf } from '../assumptions.ts';
import { assign } from './assignment.ts';
import { follow } from './follow.ts';
import { predict } from './motion.ts';
import { trackingSchema } from './schema.ts';
import { scoreTracks } from './score.ts';
import { readPositions } from './table.ts';

const tracking = expectValue(assumptionsOf('tracking', trackingSchema, houseCatalogue()));
const until_s = 2e9;
const start_s = 1_600_000_000;

interface Flight {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude: number;
  readonly groundspeed: number;
  readonly track: number;
  /** Degrees of course a second. */
  readonly turn: number;
}

/** Positions of a flight every `step_s`, as `traffic` writes them. */
function records(
  { name, latitude, longitude, altitude, groundspeed, track, turn }: Flight,
  step_s: number,
  count: number,
) {
  const all = [];
  let [lat, lon, course] = [latitude, longitude, track];
  const metre = 90 / 1e7;
  for (let second = 0; second < step_s * count; second++) {
    const [sin, cos] = [Math.sin((course * Math.PI) / 180), Math.cos((course * Math.PI) / 180)];
    if (second % step_s === 0) {
      all.push({
        timestamp: (start_s + second) * 1000,
        latitude: lat,
        longitude: ((lon + 540) % 360) - 180,
        altitude,
        groundspeed,
        track: course,
        vertical_rate: 0,
        icao24: name,
      });
    }
    lat += groundspeed * (1852 / 3600) * cos * metre;
    lon += (groundspeed * (1852 / 3600) * sin * metre) / Math.cos((lat * Math.PI) / 180);
    course = (course + turn + 360) % 360;
  }
  return all;
}

const scoreOf = (rows: readonly object[]) => {
  const table = readPositions(JSON.stringify(rows), until_s)!;
  return scoreTracks(follow(table.detections, tracking), table.aircraft, table.flights)!;
};

const cruise: Flight = {
  name: 'a',
  latitude: 40,
  longitude: 10,
  altitude: 35_000,
  groundspeed: 450,
  track: 90,
  turn: 0,
};

describe('following', () => {
  it('keeps aircraft apart that cross at one height, and one whole across the antimeridian', () => {
    const rows = [
      ...records({ ...cruise, longitude: 179.5 }, 10, 60),
      ...records({ ...cruise, name: 'b', latitude: 39.6, longitude: 179.95, track: 0 }, 10, 60),
    ];
    expect(scoreOf(rows)).toMatchObject({ tracks: 2, purity: 1, completeness: 1, continuity: 1 });
  });

  it('follows two that circle over one place at different heights', () => {
    const circling = { ...cruise, altitude: 8000, groundspeed: 140, turn: 3 };
    const rows = [
      ...records(circling, 20, 60),
      ...records({ ...circling, name: 'b', altitude: 9500, track: 270 }, 20, 60),
    ];
    expect(scoreOf(rows)).toMatchObject({ tracks: 2, purity: 1, completeness: 1 });
  });

  it('lets no false position take a track away with it', () => {
    const rows = records(cruise, 10, 30);
    const spoofed = { ...rows[15]!, latitude: 45, timestamp: rows[15]!.timestamp + 2000, icao24: 'spoofer' };
    const score = scoreOf([...rows, spoofed]);
    expect(score).toMatchObject({ tracks: 1, purity: 1, continuity: 30 / 31 });
  });

  it('needs neither velocity nor altitude', () => {
    const bare = records(cruise, 10, 30).map(({ timestamp, latitude, longitude, icao24 }) => ({
      timestamp,
      latitude,
      longitude,
      icao24,
    }));
    expect(scoreOf(bare)).toMatchObject({ tracks: 1, completeness: 1 });
  });

  it('never sees the names: others give the same tracks', () => {
    const rows = records(cruise, 30, 20);
    const renamed = rows.map((row, index) => ({ ...row, icao24: String(index) }));
    const tracksOf = (all: readonly object[]) =>
      follow(readPositions(JSON.stringify(all), until_s)!.detections, tracking);
    expect(tracksOf(renamed)).toEqual(tracksOf(rows));
  });
});

describe('a file of positions', () => {
  const rows = records(cruise, 10, 3);
  const whole = readPositions(JSON.stringify(rows), until_s)!;

  it('is the same as records, lines and columns, in any order', () => {
    const columns = Object.fromEntries(
      Object.keys(rows[0]!).map((name) => [name, { ...rows.map((row) => row[name as keyof typeof row]) }]),
    );
    const lists = Object.fromEntries(
      Object.keys(rows[0]!).map((name) => [name, rows.map((row) => row[name as keyof typeof row])]),
    );
    const lines = rows.map((row) => JSON.stringify(row)).join('\r\n');
    for (const text of [JSON.stringify(columns), JSON.stringify(lists), lines]) {
      expect(readPositions(text, until_s)).toEqual(whole);
    }
    const turned = readPositions(JSON.stringify([...rows].reverse()), until_s)!;
    expect(turned.detections.map(({ time_s }) => time_s)).toEqual(
      whole.detections.map(({ time_s }) => time_s),
    );
  });

  it('has what cannot be set aside, with the reason', () => {
    const odd = [
      rows[0],
      rows[0],
      { ...rows[1], latitude: 91 },
      { ...rows[2], timestamp: 4e12 },
      { latitude: 1 },
      7,
    ];
    const { detections, setAside } = readPositions(JSON.stringify(odd), until_s)!;
    expect(detections).toHaveLength(1);
    expect(setAside.map((one) => one.setAside)).toEqual([
      'duplicate',
      'off-globe',
      'future',
      'no-time',
      'wrong-shape',
    ]);
  });

  it('is refused where it is no table', () => {
    for (const text of ['', '{', 'a,b\n1,2', '{"a": 1}', '"text"'])
      expect(readPositions(text, until_s)).toBeUndefined();
    expect(readPositions('[]', until_s)).toMatchObject({ detections: [] });
  });
});

describe('the parts', () => {
  it('assign as brute force would', () => {
    const gains = fc.array(fc.array(fc.integer({ min: -5, max: 9 }), { minLength: 3, maxLength: 3 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(gains, (matrix) => {
        const columns = [...assign(matrix.length, 3, (row, column) => matrix[row]![column]!)];
        const sum = columns.reduce(
          (total, column, row) => total + (column < 0 ? 0 : matrix[row]![column]!),
          0,
        );
        expect(sum).toBe(best(matrix, 0, new Set()));
        const taken = columns.filter((column) => column >= 0);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });

  it('predict in two steps as in one', () => {
    const mode = { forgetting_s: 60, spread_mperS: 70, share: 1 };
    const spread = { pp: 1e4, pv: 50, vv: 9 };
    const once = predict(mode, 40, spread);
    const twice = predict(mode, 25, predict(mode, 15, spread));
    for (const key of ['pp', 'pv', 'vv'] as const) expect(twice[key] / once[key]).toBeCloseTo(1, 5);
  });

  it('score what is mixed, broken and left out', () => {
    const tracks = [0, 0, 0, 1, 1, 2];
    const aircraft = ['a', 'a', 'b', 'a', 'a', 'b'];
    expect(scoreTracks(tracks, aircraft, aircraft)).toEqual({
      tracks: 2,
      purity: 4 / 5,
      completeness: 4 / 6,
      continuity: 3 / 6,
      assigned: 5 / 6,
    });
    expect(scoreTracks([0], [undefined], [undefined])).toBeUndefined();
  });
});

function best(matrix: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  if (row === matrix.length) return 0;
  const alone = best(matrix, row + 1, taken);
  const paired = matrix[row]!.flatMap((gain, column) =>
    taken.has(column) ? [] : [gain + best(matrix, row + 1, new Set([...taken, column]))],
  );
  return Math.max(alone, ...paired);
}
