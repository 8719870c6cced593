import { constraints } from '../../flows/constraint.ts';
import type { Dimension } from '../../flows/port.ts';
import { type PortName, ports, type Writings } from '../../flows/ports.ts';
import type { Setting } from '../../flows/subsystem.ts';
import { type Outcome, success } from '../../outcome/outcome.ts';
import { KeyedRandom } from '../../random/philox.ts';
import type { Params, TransportPlan } from '../params.ts';
import { transport } from '../step.ts';
import { newWork, type Work } from '../work.ts';
import { noChance } from './no-chance.ts';

export type Out = Writings<(typeof transport.writes)[number]>;

/** Money for units when transport runs alone: without limit, or a budget a month at a cost a unit. */
export interface Purse {
  readonly budget_USD2026: number;
  readonly unitCost_USD2026: number;
}
const noLimit: Purse = { budget_USD2026: Infinity, unitCost_USD2026: 0 };

/** Told after every month what was written and what it was computed from. The arrays are the same every month. */
export type Each = (out: Out, month: number, work: Work) => void;

/** Transport alone, without the other rooms. Faults are those of compiling the plan. */
export function runCampaign(
  plan: TransportPlan,
  setting: Setting,
  seed: number,
  each: Each,
  purse: Purse = noLimit,
): Outcome<void> {
  const compiled = transport.compile(plan, setting);
  if (!compiled.ok) return compiled;
  runFluid(compiled.value.params, setting, seed, each, purse);
  return success(undefined);
}

/** The fluid form of a compiled campaign; with `expected` parameters the mean instead of a draw. */
export function runFluid(
  params: Params,
  setting: Setting,
  seed: number,
  each: Each,
  purse: Purse = noLimit,
): void {
  const compiled = { params, work: newWork(params) };
  const out = portArrays(transport.writes, setting) as Out;
  const state = transport.initial(compiled, out);
  const drawn = new KeyedRandom(seed, transport.name);
  const before = {
    buildBudget_USD2026: Float64Array.of(purse.budget_USD2026),
    unitCost_USD2026: new Float64Array(setting.hosts.length).fill(purse.unitCost_USD2026),
  };
  for (const interval of setting.calendar.intervals) {
    const random = params.expected ? noChance : drawn.at(interval.month);
    transport.step(compiled, state, { now: {}, before }, out, interval, random);
    each(out, interval.index, compiled.work);
  }
}

function portArrays(names: readonly PortName[], setting: Setting): { [port: string]: Float64Array } {
  const sizes: Partial<Record<Dimension, number>> = {
    one: 1,
    host: setting.hosts.length,
    cohort: setting.hosts.length * setting.calendar.intervals.length,
    vehicle: setting.vehicles.length,
    constraint: constraints.length,
  };
  return Object.fromEntries(names.map((name) => [name, new Float64Array(sizes[ports[name].of] ?? 0)]));
}
