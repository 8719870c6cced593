import { kardashevLevel } from '../capital/kardashev-level.ts';
import type { PassResult, RunResult } from '../engine/result.ts';
import { present } from '../outcome/invariant.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { secondsPerDay } from '../time/calendar.ts';
import type { Judgement } from './claims/claim.ts';
import { judge } from './claims/judge.ts';
import { alternatives, pflopDay_FLOP } from './cost.ts';
import { fleetPower_W, mankindPower_W } from './kardashev.ts';
import { peak, Reading } from './reading.ts';
import { whyOrbitOrGround } from './why.ts';

/** Headline numbers of one pass. Stocks and rates are at the last month unless the key says peak. */
export interface Headlines {
  readonly fleet: {
    readonly satellites_peak: number;
    readonly satellites_end: number;
    readonly massInOrbit_kg: number;
    readonly powerToCompute_W: number;
  };
  readonly compute: {
    /** Dense bf16, model FLOPs, orbit and ground. */
    readonly delivered_FLOPperS: number;
    readonly tokensPerSecond: number;
    /** The plan's large run on the best cluster of all, be it in orbit or on the ground; null while none can run it. */
    readonly trainingRun: { readonly days: number | null };
  };
  readonly capital: {
    readonly orbit_USDperPFLOPday: number | null;
    readonly ground_USDperPFLOPday: number | null;
    readonly crossover: string | null;
    /** Why the crossover comes or does not, in words. */
    readonly why: string | null;
    readonly cashLowest_USD: number;
    readonly insolvent: boolean;
    /** First month without cash and with nothing left to borrow. */
    readonly insolventFrom: string | null;
    readonly capitalNeeded_USD: number;
  };
  readonly kardashev: { readonly fleet: number | null; readonly mankind: number };
  readonly binding: readonly Binding[];
}

/** A stretch of months that one constraint binds, both ends included. */
export interface Binding {
  readonly from: string;
  readonly to: string;
  readonly constraint: string;
}

/** The `run --json` document but for `run` and `wall_s`, which differ from run to run. */
export interface Verdict extends Headlines {
  readonly plan: string;
  readonly title: string;
  readonly seed: number;
  readonly version: string;
  readonly hash: string;
  readonly months: number;
  readonly funding: PassResult['funding'];
  readonly claims: readonly Judgement[];
  /** The same plan paid from its own books alone, where the plan asks for it. */
  readonly books?: Headlines;
  /** The same plan with the companies not joined, where the plan asks for it. */
  readonly apart?: Headlines;
}

export function verdict(plan: ResolvedPlan, result: RunResult, seed: number, version: string): Verdict {
  const [main, ...others] = result.passes;
  const further = (funding: PassResult['funding']) => {
    const pass = others.find((each) => each.funding === funding);
    return pass ? { [funding]: headlines(new Reading(plan, result, pass)) } : {};
  };
  const first = present(main, 'a run has a pass');
  return {
    plan: plan.name,
    title: plan.title,
    seed,
    version,
    hash: result.hash,
    months: result.months.length,
    funding: first.funding,
    ...headlines(new Reading(plan, result, first)),
    claims: judge(plan, result),
    ...further('books'),
    ...further('apart'),
  };
}

export function headlines(reading: Reading): Headlines {
  const satellites = reading.total('inService', 'orbit');
  const power = fleetPower_W(reading);
  const last = reading.months.length - 1;
  const run_s = shorter(
    reading.end(reading.row('trainingRun_s')),
    reading.end(reading.row('groundTrainingRun_s')),
  );
  const { orbit_USD2026perFLOP, ground_USD2026perFLOP, crossover: month } = alternatives(reading);
  const insolvent = reading.row('insolvent').findIndex((value) => value > 0);
  return {
    fleet: {
      satellites_peak: peak(satellites),
      satellites_end: reading.end(satellites),
      massInOrbit_kg: reading.end(reading.total('massInOrbit_kg')),
      powerToCompute_W: reading.end(power),
    },
    compute: {
      delivered_FLOPperS: reading.end(reading.total('delivered_FLOPperS')),
      tokensPerSecond: reading.end(reading.row('tokens_perS')),
      trainingRun: { days: finite(run_s / secondsPerDay) },
    },
    capital: {
      orbit_USDperPFLOPday: finite(orbit_USD2026perFLOP * pflopDay_FLOP),
      ground_USDperPFLOPday: finite(ground_USD2026perFLOP * pflopDay_FLOP),
      crossover: month === undefined ? null : (reading.months[month] ?? null),
      why: whyOrbitOrGround(reading) ?? null,
      cashLowest_USD: -peak(reading.row('cash_USD').map((cash) => -cash)),
      insolvent: insolvent >= 0,
      insolventFrom: reading.months[insolvent] ?? null,
      capitalNeeded_USD: reading.end(reading.row('capitalNeeded_USD')),
    },
    kardashev: {
      fleet: finite(kardashevLevel(reading.end(power))),
      mankind: kardashevLevel(mankindPower_W(reading, last)),
    },
    binding: stretches(reading.months, reading.pass.binding),
  };
}

function stretches(months: readonly string[], binding: readonly string[]): Binding[] {
  const found: { from: string; to: string; constraint: string }[] = [];
  binding.forEach((constraint, index) => {
    const month = months[index] as string;
    const current = found[found.length - 1];
    if (current?.constraint === constraint) current.to = month;
    else found.push({ from: month, to: month, constraint });
  });
  return found;
}

/** The shorter of two durations, either of which may be missing. */
function shorter(left: number, right: number): number {
  if (Number.isNaN(left)) return right;
  return Number.isNaN(right) ? left : Math.min(left, right);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
