import { constraints } from '../../flows/constraint.ts';
import type { Dimension } from '../../flows/port.ts';
import { type PortName, ports, type Writings } from '../../flows/ports.ts';
import type { Setting } from '../../flows/subsystem.ts';
import { type Outcome, success } from '../../outcome/outcome.ts';
import { KeyedRandom } from '../../random/philox.ts';
import type { TransportPlan } from '../entries.ts';
import type { Params } from '../params.ts';
import { transport } from '../step.ts';
import { newWork, type Work } from '../work.ts';
import { noChance } from './no-chance.ts';
import { type Budget, Purse, unlimited } from './purse.ts';

export type Out = Writings<(typeof transport.writes)[number]>;

/** Told after every month what was written and what it was computed from. The arrays are the same every month. */
export type Each = (out: Out, month: number, work: Work) => void;

/** Transport alone, without the other rooms. Faults are those of compiling the plan. */
export function runCampaign(
  plan: TransportPlan,
  setting: Setting,
  seed: number,
  each: Each,
  budget?: Budget,
): Outcome<void> {
  const compiled = transport.compile(plan, setting);
  if (!compiled.ok) return compiled;
  runFluid(compiled.value.params, setting, seed, each, budget);
  return success(undefined);
}

/** The fluid form of a compiled campaign; with `expected` parameters the mean instead of a draw. */
export function runFluid(
  params: Params,
  setting: Setting,
  seed: number,
  each: Each,
  budget: Budget = unlimited(params.months, params.places.length),
): void {
  const compiled = { params, work: newWork(params) };
  const out = portArrays(transport.writes, setting) as Out;
  const state = transport.initial(compiled, out);
  const drawn = new KeyedRandom(seed, transport.name);
  const purse = new Purse(budget, params.places.length);
  for (const interval of setting.calendar.intervals) {
    const random = params.expected ? noChance : drawn.at(interval.month);
    purse.turnTo(interval.index);
    transport.step(compiled, state, { now: {}, before: purse }, out, interval, random);
    purse.pay(out.begun);
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
