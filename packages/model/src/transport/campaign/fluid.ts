import { constraints } from '../../flows/constraint.ts';
import type { Dimension } from '../../flows/port.ts';
import { type PortName, ports, type Writings } from '../../flows/ports.ts';
import type { Setting } from '../../flows/subsystem.ts';
import { type Outcome, success } from '../../outcome/outcome.ts';
import { KeyedRandom } from '../../random/philox.ts';
import type { TransportPlan } from '../params.ts';
import { transport } from '../step.ts';

type Out = Writings<(typeof transport.writes)[number]>;

/** Money for units when transport runs alone: without limit, or a budget a month at a cost a unit. */
export interface Purse {
  readonly budget_USD2026: number;
  readonly unitCost_USD2026: number;
}
const noLimit: Purse = { budget_USD2026: Infinity, unitCost_USD2026: 0 };

/**
 * Transport alone, without the other rooms: calls `each` after every month with what was written. The arrays are
 * the same every month. Faults are those of compiling the plan.
 */
export function runCampaign(
  plan: TransportPlan,
  setting: Setting,
  seed: number,
  each: (out: Out, month: number) => void,
  purse: Purse = noLimit,
): Outcome<void> {
  const compiled = transport.compile(plan, setting);
  if (!compiled.ok) return compiled;
  const out = portArrays(transport.writes, setting) as Out;
  const state = transport.initial(compiled.value, out);
  const random = new KeyedRandom(seed, transport.name);
  const before = {
    buildBudget_USD2026: Float64Array.of(purse.budget_USD2026),
    unitCost_USD2026: new Float64Array(setting.hosts.length).fill(purse.unitCost_USD2026),
  };
  for (const interval of setting.calendar.intervals) {
    transport.step(compiled.value, state, { now: {}, before }, out, interval, random.at(interval.month));
    each(out, interval.index);
  }
  return success(undefined);
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
