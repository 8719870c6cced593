import { settingOf, Twin } from '../../engine/twin.ts';
import type { Host } from '../../flows/subsystem.ts';
import type { ResponseTable } from '../../flows/table.ts';
import { compileNetwork, type OrbitHost, type Parameters } from '../../network/parameters.ts';
import { networkSchema } from '../../network/schema.ts';
import { present } from '../../outcome/invariant.ts';
import { failure, type Outcome, success } from '../../outcome/outcome.ts';
import { nearest } from '../../plan/nearest.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { viewOf } from '../../plan/view.ts';
import type { Interval } from '../../time/calendar.ts';

/** One month of a plan as its network had it. */
export interface NetworkMonth {
  readonly plan: ResolvedPlan;
  readonly label: string;
  readonly interval: Interval;
  readonly hosts: readonly Host[];
  readonly params: Parameters;
  /** A port's value of one row in that month. */
  port(name: string, row?: string): number;
  /** A column of a room's state at the end of that month. */
  state(room: 'network' | 'compute', column: string): Float64Array;
}

/** A shell with satellites in service, by its index among the hosts. */
export interface FlyingShell {
  readonly index: number;
  readonly host: Host;
  readonly compiled: OrbitHost;
  readonly units: number;
}

/**
 * Runs a plan up to a month and holds what its network did in it. Faults: those of the rooms, and
 * `plan/no-such-month`.
 */
export function networkMonth(
  plan: ResolvedPlan,
  label: string,
  seed: number,
  tables: ReadonlyMap<string, ResponseTable>,
): Outcome<NetworkMonth> {
  const compiled = Twin.compile(plan, { seed, funding: plan.funding, tables });
  if (!compiled.ok) return compiled;
  const twin = compiled.value;
  const index = twin.months.indexOf(label);
  if (index < 0) return failure(noMonth(label, twin.months));
  while (twin.done <= index) twin.advance();
  const { arrays } = twin.snapshot();
  const setting = { ...settingOf(plan, plan.funding), tables };
  const params = compileNetwork(viewOf(plan, 'network', networkSchema), setting);
  if (!params.ok) return params;
  const find = (name: string) => present(arrays.get(name), `the twin holds ${name}`);
  return success({
    plan,
    label,
    interval: present(setting.calendar.intervals[index], 'the month has an interval'),
    hosts: setting.hosts,
    params: params.value,
    port: (name, row = '') => find(`column/${row === '' ? name : `${name}/${row}`}`)[index]!,
    state: (room, column) => find(`state/${room}/${column}`),
  });
}

/** Shells that have at least one satellite in service. */
export function flyingShells({ hosts, params, port }: NetworkMonth): FlyingShell[] {
  return hosts.flatMap((host, index) => {
    const compiled = params.hosts[index]!;
    const units = port('inService', host.name);
    return compiled.kind === 'orbit' && units >= 1 ? [{ index, host, compiled, units }] : [];
  });
}

function noMonth(label: string, months: readonly string[]) {
  const guess = nearest(label, months);
  return {
    code: 'plan/no-such-month',
    message: `The plan has no month ${label}.`,
    at: { path: '--month' },
    cause: `It runs from ${months[0]} to ${months.at(-1)}.`,
    fix: guess === undefined ? 'Name one of its months, such as --month 2032-06.' : `Did you mean ${guess}?`,
  };
}
