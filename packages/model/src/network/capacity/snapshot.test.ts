import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdingModel, crowdingOutputs, crowdingRequest, sunOver } from './crowding-model.ts';
import { carrySnapshot, type Snapshot } from './snapshot.ts';

const radians = (angle_deg: number): number => (angle_deg * Math.PI) / 180;
const station = (latitude_deg: number, longitude_deg: number, weight = 1) => ({
  latitude_rad: radians(latitude_deg),
  longitude_rad: radians(longitude_deg),
  weight,
});
const low: Snapshot = {
  shape: { altitude_m: 560e3, inclination_rad: radians(30), dawnDusk: false },
  sun: sunOver(1, 12),
  stations: [station(21, -156), station(-25, -70), station(-26, 28), station(1, 104)],
  cap_rad: radians(11.6),
  aspect: 1,
  load: 1,
  gateways: 0,
  shadowWork: 1,
};

describe('a snapshot of a shell', () => {
  it('carries all of a light load, over ways that no relabelling of loads changes', () => {
    const light = carrySnapshot({ ...low, load: 0.1 });
    expect(light.share).toBeCloseTo(1, 3);
    expect(light.across).toBeCloseTo(carrySnapshot({ ...low, load: 0.01 }).across, 6);
    expect(Math.max(...light.fullness)).toBeLessThan(1);
  });

  it('is held back by links near the stations when the load is heavy, and says so', () => {
    const heavy = carrySnapshot({ ...low, load: 20 });
    expect(heavy.heldByLinks).toBeGreaterThan(0.3);
    expect(heavy.share + heavy.heldByLinks + heavy.heldByGround).toBeCloseTo(1, 6);
    expect(Math.max(...heavy.fullness)).toBeCloseTo(1, 6);
  });

  it('goes nowhere over the mesh where gateways take all, and half the way where they take half', () => {
    expect(carrySnapshot({ ...low, gateways: 1 })).toMatchObject({ across: 0, along: 0, viaGateways: 1 });
    const half = carrySnapshot({ ...low, gateways: 0.5 });
    expect(half.across).toBeLessThan(carrySnapshot(low).across);
  });

  it('leaves out stations that no satellite of the shell passes', () => {
    const far = carrySnapshot({ ...low, stations: [...low.stations, station(70, 20)] });
    expect(far.stationFullness[4]).toBeNaN();
    expect(far.share).toBeCloseTo(carrySnapshot(low).share, 6);
  });

  it('looks the same from a turned Earth, to what its blocks are coarse', () => {
    const turned = low.stations.map((one) => ({ ...one, longitude_rad: one.longitude_rad + Math.PI / 3 }));
    expect(carrySnapshot({ ...low, stations: turned, load: 3 }).share).toBeCloseTo(
      carrySnapshot({ ...low, load: 3 }).share,
      1,
    );
  });

  it('fills nothing beyond its capacity and carries less of more', () => {
    const load = fc.double({ min: 0.05, max: 50, noNaN: true });
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(load, part, fc.boolean(), (of, gateways, dawnDusk) => {
        const shape = { ...low.shape, dawnDusk };
        const one = carrySnapshot({ ...low, shape, load: of, gateways, shadowWork: 0.3 });
        const more = carrySnapshot({ ...low, shape, load: 2 * of, gateways, shadowWork: 0.3 });
        expect(Math.max(...one.fullness)).toBeLessThanOrEqual(1 + 1e-9);
        // Many ways are shared out nearly fairly, not exactly.
        expect(more.share).toBeLessThanOrEqual(one.share + 0.03);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the table of crowding', () => {
  it('answers a point as its snapshots do, alone or with others', () => {
    const { shape, cap_rad, stations } = low;
    const request = crowdingRequest({ name: 'low', shape, cap_rad, shadowWork: 1, stations });
    const points = Float64Array.of(0, Math.log(20), 0, 1, 0, Math.log(2), 0.5, 2);
    const out = new Float64Array(2 * crowdingOutputs.length);
    crowdingModel.evaluate(request, points, out, {} as never);
    const alone = carrySnapshot({ ...low, sun: sunOver(1, 0), load: 20 });
    expect(out[0]).toBeCloseTo(alone.heldByLinks, 12);
    expect(out[1]).toBeCloseTo(alone.across, 12);
  });
});
