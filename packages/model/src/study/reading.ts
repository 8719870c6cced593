import { hostsOf } from '../engine/hosts.ts';
import type { Column, PassResult, RunResult } from '../engine/result.ts';
import type { PortName } from '../flows/ports.ts';
import type { Host } from '../flows/subsystem.ts';
import { present } from '../outcome/invariant.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';

/** A pass of a run, asked in the words of claims and headlines. */
export class Reading {
  readonly plan: ResolvedPlan;
  readonly months: readonly string[];
  readonly pass: PassResult;
  readonly hosts: readonly Host[];
  readonly #byPort = new Map<string, Column[]>();

  constructor(plan: ResolvedPlan, result: RunResult, pass: PassResult) {
    this.plan = plan;
    this.months = result.months;
    this.pass = pass;
    this.hosts = hostsOf(plan);
    for (const column of pass.columns) {
      const columns = this.#byPort.get(column.port) ?? [];
      columns.push(column);
      this.#byPort.set(column.port, columns);
    }
  }

  /** Columns of a port, one a row. */
  rows(port: PortName): readonly Column[] {
    return present(this.#byPort.get(port), `${port} is recorded`);
  }

  /** One row's months. */
  row(port: PortName, row = ''): Float64Array {
    return present(
      this.rows(port).find((column) => column.row === row),
      `${port} has a row ${row}`,
    ).values;
  }

  /** Month by month the sum over rows; over orbit or ground hosts alone where asked. */
  total(port: PortName, kind?: Host['kind']): Float64Array {
    const sums = new Float64Array(this.months.length);
    this.rows(port).forEach((column, index) => {
      if (kind && this.hosts[index]?.kind !== kind) return;
      column.values.forEach((value, month) => {
        sums[month] = (sums[month] as number) + value;
      });
    });
    return sums;
  }

  /** Σ over hosts of one port times another, month by month: placed × power of a new unit. */
  product(left: PortName, right: PortName, kind: Host['kind']): Float64Array {
    const sums = new Float64Array(this.months.length);
    const others = this.rows(right);
    this.rows(left).forEach((column, index) => {
      if (this.hosts[index]?.kind !== kind) return;
      column.values.forEach((value, month) => {
        if (value === 0) return;
        sums[month] = (sums[month] as number) + value * ((others[index] as Column).values[month] as number);
      });
    });
    return sums;
  }

  /** Largest sum over a calendar year, and which year. Years that the plan covers in part count as they are. */
  bestYear(values: Float64Array): { readonly year: number; readonly sum: number } {
    let best = { year: Number(this.months[0]?.slice(0, 4)), sum: -Infinity };
    for (const [year, sum] of this.years(values)) if (sum > best.sum) best = { year, sum };
    return best;
  }

  /** Sums by calendar year. */
  years(values: Float64Array): ReadonlyMap<number, number> {
    const sums = new Map<number, number>();
    values.forEach((value, month) => {
      const year = Number(this.months[month]?.slice(0, 4));
      sums.set(year, (sums.get(year) ?? 0) + value);
    });
    return sums;
  }

  /** The last month's value. */
  end(values: Float64Array): number {
    return values[values.length - 1] ?? Number.NaN;
  }

  /** A number of the resolved plan by path. */
  assumption(path: string): number {
    const value = present(this.plan.values[path], `the plan has ${path}`).value;
    return typeof value === 'number' ? value : Number.NaN;
  }
}

export function peak(values: Float64Array): number {
  return values.reduce((largest, value) => (value > largest ? value : largest), -Infinity);
}
