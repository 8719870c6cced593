import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constraintIndex, constraints } from '../flows/constraint.ts';
import { type Host, type Setting, stepAlone } from '../flows/subsystem.ts';
import type { ResponseTable } from '../flows/table.ts';
import { calendar } from '../time/calendar.ts';
import { crowdingModel } from './capacity/crowding-model.ts';
import { networkTables } from './parameters.ts';
import { type NetworkIn, type NetworkOut, networkReads, networkWrites } from './state.ts';
import { network } from './step.ts';

const months = calendar(24, 25);
const radians = Math.PI / 180;
const series = (value: number) => new Float64Array(2).fill(value);

const shell = (
  name: string,
  inclination_deg: number,
  planes: number,
  perPlane: number,
  nodes: 'spread' | 'dawn-dusk',
) => ({
  name,
  altitude_m: 560e3,
  inclination_rad: inclination_deg * radians,
  planes,
  perPlane,
  nodes,
});

const unit = { begin: 0, unitPower_W: 120e3, unitMass_kg: 2e3, unitLife_s: 1.5e8 };
const hosts: Host[] = [
  {
    index: 0,
    name: 'low',
    kind: 'orbit',
    satellite: 'ai',
    shell: shell('low', 30, 30, 333, 'spread'),
    target: 9990,
    ...unit,
  },
  {
    index: 1,
    name: 'dawn',
    kind: 'orbit',
    satellite: 'ai',
    shell: shell('dawn', 97.7, 2, 4999, 'dawn-dusk'),
    target: 9998,
    ...unit,
  },
  { index: 2, name: 'town', kind: 'ground', target: 4, ...unit, unitPower_W: 1e8 },
];

function plan(section: object = {}, terminals = 10) {
  return {
    section: {
      topology: 'folded',
      exchangeSpan: 1024,
      grazingAltitude_m: 80e3,
      laserWavelength_m: 1.55e-6,
      laserEfficiency: 0.8,
      laserThroughput: 0.5,
      photonsPerBit_perbit: 100,
      linkImprovement_perS: 0,
      failedLinks: 0,
      shadowWork: 1,
      channels: 24,
      channelRate_bps: 400e9,
      acquisitionCone_rad: 0.5e-3,
      acquisitionDetection_s: 1e-3,
      gatewayFrequency_Hz: 20e9,
      gatewaySignalToNoise: 30,
      gatewayNoise_K: 200,
      gatewayElevation_rad: 40 * radians,
      gatewayRain_mperS: 0,
      gatewayRainHeight_m: 3500,
      switching_s: 50e-6,
      groundElevation_rad: 20 * radians,
      groundAperture_m: 0.1,
      groundTerminalRate_bps: 100e9,
      cloudCorrelation_m: 500e3,
      relaySatellites: series(10_000),
      gatewayCapacity_bps: series(1e12),
      orbitAccess_s: 0.02,
      groundAccess_s: 0.008,
      userDistance_m: 1.5e6,
      fibreSpeed: 0.68,
      fibreRoute: 1.3,
      fibreEnergy_Jperbit: 1e-10,
      fabricEnergy_Jperbit: 2e-11,
      ...section,
    },
    satellites: [
      {
        name: 'ai',
        laserTerminals: 4,
        laserRate_bps: 250e9,
        laserPower_W: 5,
        laserAperture_m: 0.1,
        laserIdle_W: 60,
        laserEnergy_Jperbit: 6e-11,
      },
    ],
    stations: [
      { name: 'a', latitude_rad: 0.36, longitude_rad: -2.7, clearSky: 0.8, terminals: series(terminals) },
      { name: 'b', latitude_rad: -0.43, longitude_rad: -1.2, clearSky: 0.9, terminals: series(terminals) },
    ],
    sites: [{ name: 'town', fibreRate_bpsperW: 1e5, fabricRate_bpsperW: 2.5e8 }],
    // A test gives what the room reads; the reader of plans is tested elsewhere.
  } as never;
}

const setting: Setting = {
  calendar: months,
  hosts,
  vehicles: [],
  workloads: [],
  funding: 'as-needed',
  tables: new Map(networkTables(plan(), hosts).map((request) => [request.name, table(request)] as const)),
};

/** Fills a table: every point of its grid, the last axis fastest. */
function table(request: ReturnType<typeof networkTables>[number]): ResponseTable {
  const points = request.axes.reduce<number[][]>(
    (rows, axis) => rows.flatMap((row) => [...axis.points].map((point) => [...row, point])),
    [[]],
  );
  const values = new Float64Array(points.length * request.outputs.length);
  crowdingModel.evaluate(request, Float64Array.from(points.flat()), values, {} as never);
  return { request, key: '', values, error: new Float64Array(request.outputs.length) };
}

interface Offer {
  readonly units?: readonly number[];
  readonly power?: number;
  readonly down_bps?: number;
  readonly across_bps?: number;
  readonly month?: number;
  readonly cohorts?: Float64Array;
}

/** Steps the room once and returns its ports. */
function run(offer: Offer, section: object = {}, terminals = 10): { now: NetworkIn; out: NetworkOut } {
  const compiled = network.compile(plan(section, terminals), setting);
  if (!compiled.ok) throw new Error(compiled.faults[0]?.message);
  const fill = (value: number) => new Float64Array(hosts.length).fill(value);
  const now = Object.fromEntries(networkReads.map((port) => [port, fill(0)])) as Record<string, Float64Array>;
  now.inService = Float64Array.from(offer.units ?? [9990, 9998, 4]);
  now.cohortUnits = offer.cohorts ?? new Float64Array(hosts.length * months.intervals.length);
  now.serviceShare = fill(offer.power ?? 1);
  now.offeredDown_bps = fill(offer.down_bps ?? 0);
  now.offeredAcross_bps = fill(offer.across_bps ?? 0);
  const length = (port: string) => (port === 'networkLimits' ? constraints.length : hosts.length);
  const out = Object.fromEntries(
    networkWrites.map((port) => [port, new Float64Array(length(port))]),
  ) as unknown as NetworkOut;
  const state = network.initial(compiled.value, out);
  const random = { uniform: () => 0.5, normal: () => 0 };
  const input = { now: now as unknown as NetworkIn, before: {} };
  stepAlone(network, compiled.value, state, input, out, months.intervals[offer.month ?? 0]!, random);
  return { now: input.now, out };
}

describe('the network room', () => {
  it('books every offered bit once, whatever is offered', () => {
    const rate = fc.double({ min: 0, max: 1e17, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const units = fc.tuple(fc.nat(9990), fc.nat(9998), fc.nat(4));
    fc.assert(
      fc.property(rate, rate, share, units, (down_bps, across_bps, power, inService) => {
        const { out } = run({ down_bps, across_bps, power, units: inService });
        const { seconds } = months.intervals[0]!;
        for (let host = 0; host < hosts.length; host++) {
          const offered = (down_bps + across_bps) * seconds;
          const parts = [out.carriedDown_bit[host]!, out.carriedAcross_bit[host]!, out.refused_bit[host]!];
          const booked = parts.reduce((sum, part) => sum + part, 0);
          expect(Math.abs(booked - offered)).toBeLessThanOrEqual(1e-12 * offered);
          for (const part of parts) expect(part).toBeGreaterThanOrEqual(-1e-12 * offered);
          expect(Math.max(out.acrossShare[host]!, out.downShare[host]!)).toBeLessThanOrEqual(1);
          expect(out.linkHeat_J[host]).toBe(out.linkEnergy_J[host]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('carries all of a small offer and says that nothing bound', () => {
    const { out } = run({ down_bps: 1e10, across_bps: 1e12 });
    expect([...out.acrossShare, ...out.downShare]).toEqual([1, 1, 1, 1, 1, 1]);
    expect(out.networkLimits[constraintIndex.isl]).toBe(0);
    expect(out.networkLimits[constraintIndex.downlink]).toBe(0);
  });

  it('names the lasers when work between satellites is too much, the downlink when results are', () => {
    const mesh = run({ across_bps: 1e16 }).out;
    expect(mesh.networkLimits[constraintIndex.isl]).toBeGreaterThan(0.5);
    expect(mesh.networkLimits[constraintIndex.downlink]).toBe(0);
    const ground = run({ down_bps: 1e13 }).out;
    expect(ground.networkLimits[constraintIndex.isl]).toBe(0);
    expect(ground.networkLimits[constraintIndex.downlink]).toBeGreaterThan(0.5);
  });

  it('cannot carry more between satellites than its capacity says', () => {
    const { out } = run({ across_bps: 1e17 });
    const { seconds } = months.intervals[0]!;
    expect(out.carriedAcross_bit[0]! / seconds / out.acrossCapacity_bps[0]!).toBeCloseTo(1, 9);
  });

  it('gives a shell of two long rings far less on a plain grid than folded', () => {
    const folded = run({}).out.acrossCapacity_bps[1]!;
    const grid = run({}, { topology: 'grid' }).out.acrossCapacity_bps[1]!;
    expect(folded / grid).toBeGreaterThan(5);
  });

  it('gives each satellite less the wider its exchange', () => {
    const near = run({}, { exchangeSpan: 64 }).out.acrossCapacity_bps[0]!;
    const far = run({}, { exchangeSpan: 9990 }).out.acrossCapacity_bps[0]!;
    expect(near / far).toBeGreaterThan(8);
  });

  it('without stations lands what the gateways take', () => {
    const { out } = run({ down_bps: 1e13 }, {}, 0);
    const { seconds } = months.intervals[0]!;
    expect(out.stationsBuilt[0]).toBe(0);
    expect((out.carriedDown_bit[0]! + out.carriedDown_bit[1]!) / seconds).toBeCloseTo(1e12, -3);
  });

  it('asks for its idle power with nothing to carry, and the same whatever power it gets', () => {
    expect(run({}).out.linkDemand_W[0]).toBeCloseTo(9990 * 4 * 60, 3);
    const busy = { down_bps: 1e12, across_bps: 1e15 };
    expect(run({ ...busy, power: 0.3 }).out.linkDemand_W[0]).toBe(run(busy).out.linkDemand_W[0]);
  });

  it('answers an empty fleet with zeros and no NaN', () => {
    const { out } = run({ units: [0, 0, 0], down_bps: 0, across_bps: 0 });
    for (const port of networkWrites) {
      for (const value of out[port]) expect(Number.isFinite(value), port).toBe(true);
    }
    expect(out.downCapacity_bps[0]).toBe(1e12);
  });

  it('takes tenths of a second to two stations far away, by fibre less over land', () => {
    const { out } = run({});
    expect(out.roundTrip_s[0]).toBeGreaterThan(0.02);
    expect(out.roundTrip_s[0]).toBeLessThan(0.25);
    expect(out.roundTrip_s[2]).toBeCloseTo(0.008 + (2 * 1.5e6 * 1.3) / (0.68 * 299_792_458), 9);
  });

  it('refuses a shell below the air that its lasers must avoid', () => {
    const compiled = network.compile(plan({ grazingAltitude_m: 600e3 }), setting);
    expect(compiled.ok ? '' : compiled.faults[0]?.code).toBe('network/underground');
  });

  it('lets newer terminals carry more, as a mean over what flies', () => {
    // Fourfold from the first month to the second; half of the units entered in each.
    const growth = { linkImprovement_perS: Math.log(4) / (31_557_600 / 12) };
    const cohorts = Float64Array.from([1, 1, 1, 1, 0, 0]);
    // So near together that electronics bound, not light.
    const near = { photonsPerBit_perbit: 1 };
    const old = run({ month: 1, cohorts }, near).out.neighbourCapacity_bps[0]!;
    const mixed = run({ month: 1, cohorts }, { ...near, ...growth }).out.neighbourCapacity_bps[0]!;
    expect(mixed / old).toBeCloseTo(2.5, 6);
  });
});
