import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectValue, houseCatalogue } from '../../../testing/house.ts';
import { assumptionsOf } from '../assumptions.ts';
import { burnedArea } from './burned.ts';
import { gather } from './gather.ts';
import { growth_m2perS, type Hotspot, isSteady } from './incident.ts';
import { incidentsSchema } from './schema.ts';

const assumed = expectValue(assumptionsOf('incidents', incidentsSchema, houseCatalogue()));
const hour_s = 3600;

const hotspot = (north_km: number, east_km: number, observed_h: number, confidence = 0.55): Hotspot => {
  const [latitude_deg, longitude_deg] = [-35 + north_km / 111.11, 179.95 + east_km / 91];
  return {
    kind: 'hotspot',
    id: `${north_km}/${east_km}/${observed_h}`,
    source: 'test',
    revision: 0,
    observed_s: 1.5e9 + observed_h * hour_s,
    received_s: 1.5e9 + observed_h * hour_s,
    place: { latitude_deg, longitude_deg: ((longitude_deg + 540) % 360) - 180, radius_m: 265 },
    values: { scan_m: 375, track_m: 375, confidence },
  };
};

/** A front of hotspots half a kilometre apart. */
const front = (north_km: number, from_km: number, to_km: number, hour: number): Hotspot[] =>
  Array.from({ length: Math.round((to_km - from_km) * 2) + 1 }, (_, i) =>
    hotspot(north_km, from_km + i / 2, hour),
  );

describe('a fire', () => {
  it('is one while it grows, across the antimeridian too', () => {
    const [fire, ...others] = gather(
      [...front(0, 0, 8, 0), ...front(4, 0, 9, 12), ...front(7, -2, 9, 24)],
      assumed,
    ).incidents;
    expect(others).toEqual([]);
    const areas = fire!.history.map(({ area_m2 }) => area_m2);
    expect(areas).toEqual([...areas].sort((a, b) => a - b));
    expect(growth_m2perS(fire!, assumed)).toBeGreaterThan(0);
  });

  it('is not its neighbour, until the two meet under the name of the older', () => {
    const watch = (until: number) =>
      gather(
        [...front(0, 0, 2, 0), ...front(0, 12, 14, 12), ...front(0, 2, 12, 24)].filter(
          ({ observed_s }) => observed_s <= 1.5e9 + until * hour_s,
        ),
        assumed,
      ).incidents;
    const before = watch(12);
    expect(before).toHaveLength(2);
    expect(watch(24)).toMatchObject([{ id: before[0]!.id, joined: [before[1]!.id] }]);
  });

  it('is the same in whatever order its hotspots come', () => {
    const all = [...front(0, 0, 5, 0), ...front(3, 0, 5, 12), ...front(40, 0, 3, 12)];
    const told = (hotspots: readonly Hotspot[]) =>
      gather(hotspots, assumed).incidents.map(({ id, history }) => ({ id, history }));
    const order = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        expect(told(shuffled)).toEqual(told(all));
      }),
      { numRuns: 20 },
    );
  });

  it('is forgotten after days of silence, and begun by nothing faint', () => {
    expect(gather([hotspot(0, 0, 0), hotspot(0, 0, 24 * 6)], assumed).incidents).toHaveLength(2);
    const faint = gather([hotspot(0, 0, 0, 0.15)], assumed);
    expect([faint.incidents, faint.faint]).toEqual([[], 1]);
    expect(
      gather([hotspot(0, 0, 0), hotspot(0.4, 0, 12, 0.15)], assumed).incidents[0]!.hotspots,
    ).toHaveLength(2);
  });

  it('is none where it stays for days', () => {
    const works = gather(
      [0, 12, 24, 36, 60].map((hour) => hotspot(0, 0, hour)),
      assumed,
    ).incidents[0]!;
    expect(isSteady(works, assumed)).toBe(true);
    const [spreading] = gather([...front(0, 0, 3, 0), ...front(2, 0, 3, 60)], assumed).incidents;
    expect(isSteady(spreading!, assumed)).toBe(false);
  });

  it('of no hotspots is none', () => {
    expect(gather([], assumed).incidents).toEqual([]);
  });
});

describe('burned area', () => {
  const pixel = (east_m: number, north_m: number) => ({ east_m, north_m, scan_m: 375, track_m: 375 });
  const square = (side: number) =>
    Array.from({ length: side * side }, (_, i) => pixel((i % side) * 375, Math.floor(i / side) * 375));

  it('of one pixel is its own, of the same pixel twice too', () => {
    expect(burnedArea([pixel(0, 0)], 1000).area_m2).toBe(375 ** 2);
    expect(burnedArea([pixel(0, 0), pixel(0, 0)], 1000).area_m2).toBe(375 ** 2);
  });

  it('of a full square is the square, with its edge', () => {
    const { area_m2, perimeter_m } = burnedArea(square(20), 1000);
    expect(area_m2 / 7500 ** 2).toBeCloseTo(1, 2);
    // Of a square that lies along the grid the factor for slopes takes too much.
    expect(perimeter_m / (4 * 7500)).toBeCloseTo(Math.PI / 4, 1);
  });

  it('closes a ring no wider than twice the radius, and no wider one', () => {
    const ring = (side: number) =>
      square(side).filter((_, i) => [0, side - 1].includes(i % side) || i < side || i >= side * (side - 1));
    expect(burnedArea(ring(6), 1000).area_m2).toBe((6 * 375) ** 2);
    expect(burnedArea(ring(20), 1000).area_m2).toBeLessThan(0.7 * 7500 ** 2);
  });
});
