import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin_d, referenceStepper, smallFleet, smallJob } from '../../../testing/day.ts';
import { done, running } from '../../compute/scheduler/deck.ts';
import { type JobKind, type JobRow, jobKinds, jobsOf } from '../../compute/scheduler/jobs.ts';
import { blind, type Policy, sunAware } from '../../compute/scheduler/policy.ts';
import type { LaidFleet } from './lay.ts';
import { dayChance } from './prepare.ts';
import { type DayTask, runDay } from './run-day.ts';

const fleet = smallFleet(4, 24);
const quiet = { ...dayChance(fleet, 1, 1, 300), failures: [] };

const day = (rows: readonly JobRow[], policy: Policy = sunAware, changes: Partial<DayTask> = {}) =>
  runDay(
    {
      fleet,
      jobs: jobsOf(rows),
      ...quiet,
      policy,
      rationing: policy.follow ? 'scheduler' : 'design',
      begin_d,
      step_s: 60,
      ...changes,
    },
    referenceStepper(),
  );

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, one) => all + one, 0);
const rateOf = ({ planes }: LaidFleet, work: number) => planes.rate_FLOPperS[work * planes.shell.length]!;

const anyJob: fc.Arbitrary<JobRow> = fc
  .record({
    kind: fc.constantFrom(...jobKinds) as fc.Arbitrary<JobKind>,
    workload: fc.integer({ min: 0, max: 1 }),
    priority: fc.integer({ min: 1, max: 3 }),
    arrival_s: fc.integer({ min: 0, max: 80_000 }),
    gang: fc.integer({ min: 1, max: 40 }),
    hours: fc.double({ min: 0.1, max: 8, noNaN: true }),
    input_bit: fc.constantFrom(0, 1e12),
  })
  .map(({ hours, ...job }) =>
    smallJob({
      ...job,
      work_FLOP: hours * 3600 * job.gang * rateOf(fleet, job.workload),
      deadline_s: job.arrival_s + 2 * hours * 3600,
      home: job.input_bit > 0 ? 0 : -1,
    }),
  );

describe('a day of a fleet', () => {
  it('loses no energy and no work, and leaves every satellite within its power and heat', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyJob, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (rows, follow) => {
          const found = await day(rows, follow ? sunAware : blind, dayChance(fleet, 3, 2, 360));
          const { supply, chips_J, curtailed_J, loss_J, stored_J } = found;
          const array_J = sum(supply.array_J);
          const distribution = 0.95;
          const spent_J = chips_J + distribution * sum(supply.housekeeping_J) + loss_J + curtailed_J;
          const charged_J = stored_J - sum(supply.stored_J);
          expect(Math.abs(array_J - spent_J - charged_J) / array_J).toBeLessThan(1e-9);
          const work = sum(found.delivered.work_FLOP) - sum(found.lost_FLOP);
          const grown = rows.reduce(
            (all, job, index) => all + found.progress_FLOP[index]! - job.done_FLOP,
            0,
          );
          expect(Math.abs(work - grown)).toBeLessThanOrEqual(1e-9 * (grown + 1));
          rows.forEach((job, index) => {
            expect(found.progress_FLOP[index]!).toBeLessThanOrEqual(job.work_FLOP * (1 + 1e-9));
          });
          expect(found.hottest_K).toBeLessThan(fleet.designs[0]!.junctionLimit_K + 1);
          expect(found.leastCharge).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  it('keeps gangs whole, on satellites of their own, and on planes that lasers join', async () => {
    const rows = [12, 30, 7, 55].map((gang, index) =>
      smallJob({ kind: 'training', gang, arrival_s: 3600 * index, work_FLOP: 1e30, priority: 2 }),
    );
    let seen = 0;
    await day(rows, sunAware, {
      ...dayChance(fleet, 5, 2, 400),
      onMinute(_, __, { deck }) {
        const taken = new Set<number>();
        for (let job = 0; job < rows.length; job++) {
          if (deck.stage[job] !== running) continue;
          const members = deck.members[job]!;
          expect(members).toHaveLength(rows[job]!.gang);
          for (const satellite of members) {
            expect(deck.satellites.job[satellite]).toBe(job);
            expect(taken.has(satellite)).toBe(false);
            taken.add(satellite);
          }
          seen++;
        }
      },
    });
    expect(seen).toBeGreaterThan(1000);
  });

  it('meets a deadline that can be met, though the Sun sets on every satellite', async () => {
    const gang = 40;
    const work_FLOP = 4 * 3600 * gang * rateOf(fleet, 0);
    const job = smallJob({ kind: 'training', gang, work_FLOP, deadline_s: 6 * 3600, priority: 2 });
    const own = await day([job]);
    expect(own.stage[0]).toBe(done);
    expect(own.ended_s[0]!).toBeLessThanOrEqual(job.deadline_s);
    expect(own.counts.migrations).toBeGreaterThan(gang);
    // Who stays in place stands still whenever one of the gang is in shadow.
    const yardstick = await day([job], blind);
    expect(yardstick.ended_s[0]! > job.deadline_s || yardstick.stage[0] !== done).toBe(true);
  });

  it('lets urgent work push batches aside, which go on from where they were', async () => {
    const satellites = fleet.planes.first.at(-1)!;
    const batch = smallJob({ gang: satellites - 8, work_FLOP: 1e30 });
    const urgent = smallJob({
      kind: 'interactive',
      workload: 1,
      gang: 20,
      priority: 3,
      arrival_s: 7200,
      deadline_s: 10_800,
      work_FLOP: 1800 * 20 * rateOf(fleet, 1),
    });
    const found = await day([batch, urgent]);
    expect(found.counts.preemptions).toBe(1);
    expect(found.progress_FLOP[1]! / urgent.work_FLOP).toBeGreaterThan(0.8);
    expect(found.stage[0]).toBe(running);
  });

  it('goes back to a checkpoint when a satellite of a gang fails, and not farther', async () => {
    const job = smallJob({ kind: 'training', gang: 10, work_FLOP: 1e30, state_bit: 1e12 });
    const calm = await day([job]);
    const failures = Array.from({ length: 96 }, (_, satellite) => ({ satellite, time_s: 43_200 }));
    const struck = await day([job], sunAware, { ...quiet, failures });
    expect(struck.progress_FLOP[0]!).toBeLessThan(calm.progress_FLOP[0]!);
    expect(struck.progress_FLOP[0]!).toBeGreaterThan(0.4 * calm.progress_FLOP[0]!);
    expect(struck.lost_FLOP[0]!).toBeGreaterThan(0);
  });
});
