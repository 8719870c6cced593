import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Host, Setting } from '../flows/subsystem.ts';
import { calendar } from '../time/calendar.ts';
import { data } from './step.ts';

const months = calendar(24, 24);
const radians = Math.PI / 180;
const unit = { begin: 0, unitPower_W: 120e3, unitMass_kg: 2e3, unitLife_s: 1.5e8 };
const shell = (inclination_deg: number, nodes: 'spread' | 'dawn-dusk') => ({
  name: '',
  altitude_m: 600e3,
  inclination_rad: inclination_deg * radians,
  planes: 30,
  perPlane: 333,
  nodes,
});
const hosts: Host[] = [
  {
    index: 0,
    name: 'low',
    kind: 'orbit',
    satellite: 'ai',
    shell: shell(30, 'spread'),
    target: 9990,
    ...unit,
  },
  {
    index: 1,
    name: 'mid',
    kind: 'orbit',
    satellite: 'ai',
    shell: shell(53, 'spread'),
    target: 9990,
    ...unit,
  },
  {
    index: 2,
    name: 'dawn',
    kind: 'orbit',
    satellite: 'ai',
    shell: shell(97.7, 'dawn-dusk'),
    target: 9990,
    ...unit,
  },
  { index: 3, name: 'town', kind: 'ground', target: 4, ...unit },
  { index: 4, name: 'city', kind: 'ground', target: 4, ...unit },
];
const setting: Setting = {
  calendar: months,
  hosts,
  vehicles: [],
  workloads: [],
  funding: 'as-needed',
  tables: new Map(),
};

const section = {
  swath_m: 20e3,
  groundSample_m: 1,
  pixel_bit: 48,
  compression: 4,
  imagerPower_W: 200,
  readout_Jperbit: 1e-9,
  radarShare: 0,
  leastSun_rad: 10 * radians,
  targetShare: 0.35,
  cloud: 0.67,
  processedShare: 1,
  work_FLOPperbit: 1e4,
  productShare: 0.02,
};

interface Given {
  readonly imagerShare?: number;
  readonly units?: readonly number[];
  readonly power?: number;
  readonly capacity_FLOPperS?: number;
  readonly feed_bps?: number;
}

function run(given: Given) {
  const plan = {
    section,
    satellites: [{ name: 'ai', imagerShare: given.imagerShare ?? 0.1 }],
    sensors: given.feed_bps
      ? [{ name: 'posts', rate_bps: Float64Array.of(given.feed_bps), feedWork_FLOPperbit: 1e6 }]
      : [],
  } as never;
  const compiled = data.compile(plan, setting);
  if (!compiled.ok) throw new Error('compiles');
  const fill = (value: number) => new Float64Array(hosts.length).fill(value);
  const now = {
    inService: Float64Array.from(given.units ?? [1000, 1000, 1000, 1, 3]),
    serviceShare: fill(given.power ?? 1),
    sensingCapacity_FLOPperS: fill(given.capacity_FLOPperS ?? 1e30),
  };
  const ports = data.writes.map((port) => [port, fill(0)] as const);
  const out = Object.fromEntries(ports) as Record<(typeof data.writes)[number], Float64Array>;
  const state = data.initial(compiled.value, out);
  const random = { uniform: () => 0.5, normal: () => 0 };
  data.step(compiled.value, state, { now, before: {} }, out, months.intervals[0]!, random);
  return out;
}

const { seconds } = months.intervals[0]!;

describe('the data room', () => {
  it('books every sensed bit as digested or sent down', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        fc.double({ min: 0, max: 1e18, noNaN: true }),
        (imagerShare, power, capacity) => {
          const out = run({ imagerShare, power, capacity_FLOPperS: capacity, feed_bps: 1e9 });
          for (let host = 0; host < hosts.length; host++) {
            const sensed = out.sensed_bit[host]!;
            const booked = out.digested_bit[host]! + out.sensedDown_bps[host]! * seconds;
            expect(Math.abs(booked - sensed)).toBeLessThanOrEqual(1e-12 * sensed);
            expect(out.digested_bit[host]).toBeGreaterThanOrEqual(0);
            expect(out.sensingHeat_J[host]).toBe(out.sensingEnergy_J[host]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('without imagers and feeds is silent, and no place is ever looked at', () => {
    const out = run({ imagerShare: 0 });
    for (const port of data.writes) {
      if (port === 'revisit_s') expect(out.revisit_s[0]).toBe(Number.POSITIVE_INFINITY);
      else
        expect(
          [...out[port]].every((value) => value === 0),
          port,
        ).toBe(true);
    }
  });

  it('sends more down when chips are short, since raw scenes go instead of products', () => {
    expect(run({ capacity_FLOPperS: 0 }).sensedDown_bps[1]).toBeGreaterThan(run({}).sensedDown_bps[1]! * 10);
  });

  it('asks for the same power and work whatever it is granted', () => {
    const short = run({ power: 0.2, capacity_FLOPperS: 0 });
    const full = run({});
    expect(short.sensingDemand_W).toEqual(full.sensingDemand_W);
    expect(short.sensingWork_FLOPperS).toEqual(full.sensingWork_FLOPperS);
  });

  it('looks twice as often with twice the imagers, never at 45° from 30° shells, seldom from dawn-dusk ones', () => {
    const at = (units: readonly number[]) => run({ units }).revisit_s[0]!;
    expect(at([0, 500, 0, 0, 0]) / at([0, 1000, 0, 0, 0])).toBeCloseTo(2, 10);
    expect(at([1000, 0, 0, 0, 0])).toBe(Number.POSITIVE_INFINITY);
    expect(at([0, 0, 1000, 0, 0])).toBeGreaterThan(at([0, 1000, 0, 0, 0]));
  });

  it('spreads ground feeds over sites by their chips and loses none', () => {
    const out = run({ feed_bps: 4e9 });
    expect(out.sensed_bit[3]! / seconds).toBeCloseTo(1e9, 3);
    expect(out.sensed_bit[4]! / seconds).toBeCloseTo(3e9, 3);
    expect(out.sensingWork_FLOPperS[3]).toBeCloseTo(1e15, 0);
  });
});
