import type { Host, Setting } from '../flows/subsystem.ts';
import { present } from '../outcome/invariant.ts';
import { earthRadius_m, lightSpeed_mperS } from '../sky/constants.ts';
import { secondsPerYear } from '../time/calendar.ts';
import { generationAt } from './accelerator.ts';
import type { ComputePlan } from './schema.ts';
import { podTrainingShare } from './training.ts';
import { type Work, workShare } from './work.ts';

/** A host's chips beside their generation. */
export interface ComputeHost {
  readonly index: number;
  readonly orbit: boolean;
  readonly unitPower_W: number;
  readonly idleShare: number;
  /** Pods in one unit: a satellite is one; a hall holds many racks. */
  readonly podsPerUnit: number;
  /** Light between neighbouring pods, switching and software. */
  readonly hop_s: number;
  /** Beyond those among its interruptions; what rays do in orbit comes through a port. */
  readonly corruption_perS: number;
}

/**
 * What one unit brings, by host and month of entry (row = host · months + month): a cohort keeps the
 * accelerators with which it was built.
 */
export interface FleetTables {
  readonly months: number;
  /** Dense bf16 peak of one unit. */
  readonly peak_FLOPperS: Float64Array;
  readonly accelerators: Float64Array;
  /** Share of a unit's accelerators that still work, by host and age: row = host · months + age. */
  readonly alive: Float64Array;
  /** Memory that weights and training state may fill. */
  readonly memory_B: Float64Array;
  /** Model FLOP/s of the large run's model inside the unit. */
  readonly largeRun_FLOPperS: Float64Array;
  /** Model FLOP/s by workload: row = (workload · hosts + host) · months + month. */
  readonly useful_FLOPperS: Float64Array;
}

interface HostEntry {
  readonly boardShare: number;
  readonly idleShare: number;
  readonly chipDelay_s: number;
  readonly chipLoss_perS: number;
  readonly corruption_perS?: number;
  readonly podPower_W?: number;
}

function entryOf(plan: ComputePlan, host: Host): HostEntry {
  const entries: readonly (HostEntry & { readonly name: string })[] =
    host.kind === 'orbit' ? plan.satellites : plan.sites;
  const name = host.kind === 'orbit' ? host.satellite : host.name;
  return present(
    entries.find((entry) => entry.name === name),
    `the host ${host.name} has its entry in the plan`,
  );
}

/** Neighbours along the plane are joined; on the ground light takes no time worth counting. */
function light_s(host: Host): number {
  if (!host.shell) return 0;
  if (host.shell.formation_m) return host.shell.formation_m / lightSpeed_mperS;
  const circumference_m = 2 * Math.PI * (earthRadius_m + host.shell.altitude_m);
  return circumference_m / host.shell.perPlane / lightSpeed_mperS;
}

export function hostOf(plan: ComputePlan, host: Host): ComputeHost {
  const entry = entryOf(plan, host);
  return {
    index: host.index,
    orbit: host.kind === 'orbit',
    unitPower_W: host.unitPower_W,
    idleShare: entry.idleShare,
    podsPerUnit: entry.podPower_W ? Math.max(1, host.unitPower_W / entry.podPower_W) : 1,
    hop_s: light_s(host) + plan.section.hopDelay_s,
    corruption_perS: entry.corruption_perS ?? 0,
  };
}

const monthsPerYear = 12;

/** Share of accelerators that still work in the middle of the month `age` of a unit's service. */
export function aliveShare(chipLoss_perS: number, age: number): number {
  return Math.exp((-chipLoss_perS * (age + 1 / 2) * secondsPerYear) / monthsPerYear);
}

export function fleetTables(plan: ComputePlan, setting: Setting, works: readonly Work[]): FleetTables {
  const { intervals } = setting.calendar;
  const months = intervals.length;
  const hosts = setting.hosts.length;
  const rows = hosts * months;
  const tables: FleetTables = {
    months,
    peak_FLOPperS: new Float64Array(rows),
    accelerators: new Float64Array(rows),
    alive: new Float64Array(rows),
    memory_B: new Float64Array(rows),
    largeRun_FLOPperS: new Float64Array(rows),
    useful_FLOPperS: new Float64Array(rows * works.length),
  };
  const brings = remembered((month) => perAccelerator(plan, works, month));
  for (const host of setting.hosts) {
    const entry = entryOf(plan, host);
    const delay = Math.round((entry.chipDelay_s / secondsPerYear) * monthsPerYear);
    for (let age = 0; age < months; age++) {
      tables.alive[host.index * months + age] = aliveShare(entry.chipLoss_perS, age);
    }
    for (const interval of intervals) {
      const one = brings(interval.month - delay);
      const accelerators = (host.unitPower_W * (1 - entry.boardShare)) / one.power_W;
      const row = host.index * months + interval.index;
      tables.accelerators[row] = accelerators;
      tables.peak_FLOPperS[row] = accelerators * one.peak_FLOPperS;
      tables.memory_B[row] = accelerators * one.memory_B;
      tables.largeRun_FLOPperS[row] = accelerators * one.largeRun_FLOPperS;
      for (let w = 0; w < works.length; w++) {
        tables.useful_FLOPperS[w * rows + row] = accelerators * (one.useful_FLOPperS[w] as number);
      }
    }
  }
  return tables;
}

interface PerAccelerator {
  readonly power_W: number;
  readonly peak_FLOPperS: number;
  readonly memory_B: number;
  readonly largeRun_FLOPperS: number;
  readonly useful_FLOPperS: readonly number[];
}

function perAccelerator(plan: ComputePlan, works: readonly Work[], month: number): PerAccelerator {
  const { section } = plan;
  const generation = generationAt(plan.accelerators, section, month);
  const { peak_FLOPperS, power_W, system } = generation;
  const large = present(
    plan.models.find((model) => model.name === section.largeRun),
    `the model ${section.largeRun} is in the plan`,
  );
  return {
    power_W,
    peak_FLOPperS,
    memory_B: system.memory_B * section.usableMemory,
    largeRun_FLOPperS: peak_FLOPperS * podTrainingShare(large, system, peak_FLOPperS, section.tensorWidth),
    useful_FLOPperS: works.map((work) => peak_FLOPperS * workShare(work, generation, section)),
  };
}

function remembered<T>(make: (month: number) => T): (month: number) => T {
  const known = new Map<number, T>();
  return (month) => {
    const found = known.get(month) ?? make(month);
    known.set(month, found);
    return found;
  };
}
