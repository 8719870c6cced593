import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { radians } from '../../sky/angle.ts';
import { siderealAngle_rad } from '../../sky/passes.ts';
import { climb_s, climbDrift_rad, driftApart_radperS, wait_s } from './drift.ts';
import { greedyManifest } from './greedy.ts';
import { costOf_d, type ManifestProblem, needed } from './problem.ts';
import { flightsOf, manifestProgram, startOf } from './program.ts';
import { phasing_s, phasingRate_radperS } from './slots.ts';
import { liftOff_d, passesOver } from './window.ts';

const day_s = 86_400;

describe('nodal drift', () => {
  it('is that of Starlink: 53° at 300 km falls about 0.6° a day behind 550 km', () => {
    const climb = { parking_m: 300e3, altitude_m: 550e3, inclination_rad: radians(53), rate_mperS: 1 };
    expect((driftApart_radperS(climb) * day_s * 180) / Math.PI).toBeCloseTo(-0.63, 1);
  });

  it('ends with the climb: half the rate over a short one, and nothing where there is no way to go', () => {
    const climb = { parking_m: 540e3, altitude_m: 550e3, inclination_rad: 0.5, rate_mperS: 0.05 };
    const half = (driftApart_radperS(climb) * climb_s(climb)) / 2;
    expect(climbDrift_rad(climb) / half).toBeCloseTo(1, 2);
    expect(climbDrift_rad({ ...climb, parking_m: 550e3 })).toBe(0);
  });

  it('closes any gap of nodes, once round at most', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.constantFrom(-1e-7, 2e-8),
        (from, to, apart) => {
          const wait = wait_s(from, to, apart);
          const missed = (from + apart * wait - to) / (2 * Math.PI);
          expect(missed - Math.round(missed)).toBeCloseTo(0, 8);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual((2 * Math.PI) / Math.abs(apart) + 1);
        },
      ),
    );
  });
});

describe('launch windows', () => {
  it('put the site into the plane', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 35, max: 145, noNaN: true }),
        fc.double({ min: -34, max: 34, noNaN: true }),
        (node_rad, inclination_deg, latitude_deg) => {
          const inclination = radians(inclination_deg);
          const site = { latitude_rad: radians(latitude_deg), longitude_rad: radians(-80.6) };
          const day_d = liftOff_d(10_000.5, site, inclination, () => node_rad);
          const right = siderealAngle_rad(day_d) + site.longitude_rad - node_rad;
          // Component of the site's direction along the pole of the plane.
          const off =
            Math.cos(inclination) * Math.sin(site.latitude_rad) -
            Math.sin(inclination) * Math.cos(site.latitude_rad) * Math.sin(right);
          expect(off).toBeCloseTo(0, 6);
          expect(day_d - 10_000.5).toBeGreaterThan(-0.01);
          expect(day_d - 10_000.5).toBeLessThan(1.01);
        },
      ),
    );
  });

  it('are none for planes that never come so far north', () => {
    const vandenberg = { latitude_rad: radians(34.6), longitude_rad: 0 };
    expect(passesOver(vandenberg, radians(30))).toBe(false);
    expect(passesOver(vandenberg, radians(97.7))).toBe(true);
  });
});

it('phasing by an offset of 10 km runs 12° a day at 550 km, and a block needs half its width', () => {
  const rate = phasingRate_radperS(550e3, 10e3);
  expect((rate * day_s * 180) / Math.PI).toBeCloseTo(11.7, 1);
  expect(phasing_s(20, 40, rate) * rate).toBeCloseTo(Math.PI / 2);
  expect(phasing_s(1, 40, rate)).toBe(0);
});

const problems = fc
  .record({
    planes: fc.integer({ min: 1, max: 9 }),
    need: fc.integer({ min: 1, max: 40 }),
    load: fc.integer({ min: 1, max: 60 }),
    months: fc.integer({ min: 1, max: 8 }),
    launches: fc.integer({ min: 1, max: 4 }),
    built: fc.integer({ min: 1, max: 80 }),
    drift: fc.constantFrom(-1e-7, 3e-8),
  })
  .map(
    ({ planes, need, load, months, launches, built, drift }): ManifestProblem => ({
      shells: [
        {
          name: 'shell',
          design: 0,
          nodes_rad: Array.from({ length: planes }, (_, plane) => (2 * Math.PI * plane) / planes),
          need: Array.from({ length: planes }, () => need),
          apart_radperS: drift,
          placing_d: 40,
        },
      ],
      batches: Array.from({ length: months }, (_, month) => ({
        day_d: 15 + 30 * month,
        launches,
        loads: [load],
        built: [built * (month + 1)],
      })),
      driftLongest_d: 90,
      planesPerLaunch: 3,
      launchWorth_d: 1000,
      unplaced_d: 3000,
    }),
  );

describe('the heuristic', () => {
  it.each(['best', 'sweep'] as const)('%s keeps to what launches, factory and planes allow', (choice) => {
    fc.assert(
      fc.property(problems, (problem) => {
        const flights = greedyManifest(problem, choice);
        const brought = problem.shells[0]!.need.map(() => 0);
        problem.batches.forEach((batch, at) => {
          const until = flights.filter((flight) => flight.batch <= at);
          const sent = until.flatMap((flight) => flight.deliveries.map(({ satellites }) => satellites));
          expect(sent.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(batch.built[0]!);
          expect(flights.filter((flight) => flight.batch === at).length).toBeLessThanOrEqual(batch.launches);
        });
        for (const { deliveries } of flights) {
          const load = deliveries.reduce((sum, { satellites }) => sum + satellites, 0);
          expect(load).toBeLessThanOrEqual(problem.batches[0]!.loads[0]!);
          expect(deliveries.length).toBeLessThanOrEqual(problem.planesPerLaunch);
          for (const { plane, satellites, wait_d } of deliveries) {
            brought[plane] = brought[plane]! + satellites;
            expect(wait_d).toBeLessThanOrEqual(problem.driftLongest_d);
          }
        }
        brought.forEach((satellites, plane) => {
          expect(satellites).toBeLessThanOrEqual(problem.shells[0]!.need[plane]!);
        });
      }),
    );
  });

  it('fills one plane with launches for it alone, as soon as there are any', () => {
    const [batch] = [{ day_d: 15, launches: 3, loads: [10], built: [100] }];
    const problem: ManifestProblem = {
      shells: [{ name: 's', design: 0, nodes_rad: [0], need: [30], apart_radperS: -1e-7, placing_d: 40 }],
      batches: [batch],
      driftLongest_d: 90,
      planesPerLaunch: 3,
      launchWorth_d: 1000,
      unplaced_d: 3000,
    };
    const flights = greedyManifest(problem, 'best');
    expect(flights.map(({ deliveries }) => deliveries)).toEqual(
      Array.from({ length: 3 }, () => [{ plane: 0, satellites: 10, wait_d: 0 }]),
    );
    // Three launches and thirty satellites that are there on day 55.
    expect(costOf_d(problem, flights)).toBe(3 * 1000 + 30 * 55);
  });
});

describe('the program', () => {
  it('holds every manifest of the heuristic, at its cost, within all rows', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom('best', 'sweep' as const), (problem, choice) => {
        const flights = greedyManifest(problem, choice as 'best' | 'sweep');
        const asked = manifestProgram(problem);
        const { program } = asked;
        const values = startOf(problem, asked, flights);
        const cost = program.cost.reduce((sum, each, variable) => sum + each * values[variable]!, 0);
        expect(cost / costOf_d(problem, flights)).toBeCloseTo(1, 9);
        for (let row = 0; row < program.rowLower.length; row++) {
          let sum = 0;
          for (let at = program.starts[row]!; at < program.starts[row + 1]!; at++) {
            sum += program.values[at]! * values[program.indices[at]!]!;
          }
          expect(sum).toBeGreaterThanOrEqual(program.rowLower[row]! - 1e-9);
          expect(sum).toBeLessThanOrEqual(program.rowUpper[row]! + 1e-9);
        }
        const again = flightsOf(asked, values);
        expect(costOf_d(problem, again)).toBeLessThanOrEqual(costOf_d(problem, flights) + 1e-6);
        expect(needed(problem)).toBe(problem.shells[0]!.need.reduce((a, b) => a + b, 0));
      }),
    );
  });
});
