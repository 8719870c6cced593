import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { jobsOf } from '@kardashev/model/compute/scheduler/jobs.ts';
import { sunAware } from '@kardashev/model/compute/scheduler/policy.ts';
import { layFleet } from '@kardashev/model/engine/day/lay.ts';
import { fullFleet } from '@kardashev/model/engine/day/plan-fleet.ts';
import { dayChance, planJobs } from '@kardashev/model/engine/day/prepare.ts';
import { runDay } from '@kardashev/model/engine/day/run-day.ts';
import { hostsOf } from '@kardashev/model/engine/hosts.ts';
import { expectValue, housePlan } from '@kardashev/model/testing/house.ts';
import { dayThreads } from '../../packages/cluster/src/day-stepper.ts';

/*
 * The million plan's shells, every slot filled, through a day minute by minute with the jobs that so many satellites
 * have: time, memory, and satellite-hours a second beside what the closest open peer reaches. A number between 0 and
 * 1 as argument takes that share of the planes.
 */

/** Satellite-hours a second of the closest open peer, as the project's goals state it. */
const peer = 50;
const hoursPerDay = 24;

const share = Number(process.argv[2] ?? 1);
const begin_d = (Date.UTC(2032, 5, 21) - Date.UTC(2000, 0, 1, 12)) / 86_400_000;
const plan = housePlan('million');
const hosts = hostsOf(plan).map((host) => {
  if (!host.shell) return host;
  const planes = Math.max(1, Math.round(host.shell.planes * share));
  return { ...host, target: planes * host.shell.perPlane, shell: { ...host.shell, planes } };
});
const month = 77;
const nodes = { begin_d: () => begin_d, tolerance_rad: 0.01 };
const fleet = expectValue(layFleet(plan, fullFleet(hosts, month, begin_d, nodes)));
const jobs = jobsOf(planJobs(fleet, undefined, 1, 1));
const satellites = fleet.planes.first.at(-1)!;
const threads = availableParallelism();
const stepper = dayThreads(threads, 1);
const before = process.cpuUsage();
const begin = performance.now();
const { delivered, counts } = await runDay(
  {
    fleet,
    jobs,
    ...dayChance(fleet, 1, 1, 353),
    policy: sunAware,
    rationing: 'scheduler',
    begin_d,
    step_s: 60,
  },
  stepper,
);
const wall_s = (performance.now() - begin) / 1e3;
const used = process.cpuUsage(before);
await stepper.close();
const busy_s = (used.user + used.system) / 1e6;
const peak_GiB = process.resourceUsage().maxRSS / 2 ** 20;
const rate = (satellites * hoursPerDay) / wall_s;
const work = delivered.work_FLOP.reduce((sum, one) => sum + one, 0);
console.log(`  ${satellites} satellites, ${jobs.count} jobs, ${threads} threads`);
console.log(
  `  ${wall_s.toFixed(1)} s (${busy_s.toFixed(1)} s of processors), peak memory ${peak_GiB.toFixed(2)} GiB`,
);
console.log(
  `  ${Math.round(rate)} satellite-hours a second: ${Math.round(rate / peer)} times the closest open peer's ${peer}`,
);
console.log(`  ${work.toExponential(2)} FLOP, ${counts.migrations} parts of jobs moved`);
