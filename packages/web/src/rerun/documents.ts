import type { Months } from '@kardashev/contracts/months.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { Column, PassResult, RunResult } from '@kardashev/model/engine/result.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';

/** A result as the server would send it: what a view is given must not depend on who computed it. */

/** Columns of a pass put together by port, one row a host, vehicle, segment …; only those named, where some are. */
export function monthsOf({ months }: RunResult, pass: PassResult, columns?: readonly string[]): Months {
  const wanted = columns && new Set(columns);
  const ports = Map.groupBy(
    pass.columns.filter(({ port }) => wanted?.has(port) ?? true),
    ({ port }) => port,
  );
  return {
    labels: [...months],
    columns: [...ports].map(([name, rows]) => ({
      name,
      room: rows[0]!.room,
      unit: rows[0]!.unit,
      doc: rows[0]!.doc,
      rows: rows.map(({ row }) => (row === '' ? 'all' : row)),
      values: rows.map(finiteValues),
    })),
  };
}

function finiteValues({ values }: Column): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
}

export function shellsOf({ entries, values }: ResolvedPlan): ShellRow[] {
  return (entries.shells ?? []).map((name) => {
    const value = (key: string) => values[`shells.${name}.${key}`]?.value;
    return {
      name,
      altitude_m: Number(value('altitude')),
      inclination_rad: Number(value('inclination')),
      planes: Number(value('planes')),
      perPlane: Number(value('perPlane')),
      nodes: value('nodes') === 'dawn-dusk' ? 'dawn-dusk' : 'spread',
      satellite: String(value('satellite')),
    };
  });
}
