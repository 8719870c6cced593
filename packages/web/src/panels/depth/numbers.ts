import type { Column } from '@kardashev/contracts/months.ts';
import { pflopDay_FLOP } from '@kardashev/model/study/cost.ts';
import { duration, nothing, quantity, share, text } from '../../format/quantity.ts';
import type { MonthTable } from '../../months/table.ts';

/** A column's number of a month in each of the places one asks for; what has no such place is missing. */
export interface NumberRow {
  readonly column: string;
  /** The part it is of, where the parts are told one by one: a vehicle, a segment, a workload. */
  readonly part?: string;
  readonly doc: string;
  readonly orbit?: string;
  readonly ground?: string;
  readonly all?: string;
}

type Way = 'sum' | 'mean' | 'most' | 'least';

/** What stands for many hosts: limits the least, temperatures and depths the most, shares and prices a mean. */
function wayOf({ name, unit }: Column): Way {
  if (/Limit_K$/.test(name)) return 'least';
  if (unit === 'K' || name === 'batteryDepth') return 'most';
  if (/Share$|PerNewUnit|per[A-Z]|roundTrip|wait_s|panelYield|unitCost|levelised|newWork/.test(name))
    return 'mean';
  return 'sum';
}

/** The numbers of a month, column by column, hosts put together by where they are. */
export function numberRows(
  table: MonthTable,
  names: readonly string[],
  month: number,
  inOrbit: (row: string) => boolean,
): readonly NumberRow[] {
  const units = table.columns.get('inService');
  return names.flatMap((name): NumberRow[] => {
    const column = table.columns.get(name);
    if (!column) return [];
    const { doc, rows } = column;
    const value = (index: number) => column.values[index]?.[month] ?? Number.NaN;
    if (rows.length === 1) return [{ column: name, doc, all: written(column, value(0)) }];
    if (units && rows.every((row) => units.rows.includes(row))) {
      const weight = (row: string) => units.values[units.rows.indexOf(row)]?.[month] ?? 0;
      const of = (keep: (row: string) => boolean) => {
        const kept = rows.flatMap((row, index) => (keep(row) ? [[value(index), weight(row)] as const] : []));
        return written(column, together(wayOf(column), kept));
      };
      return [{ column: name, doc, orbit: of(inOrbit), ground: of((row) => !inOrbit(row)) }];
    }
    return rows.map((row, index) => ({ column: name, part: row, doc, all: written(column, value(index)) }));
  });
}

/** Values with the units they stand for, as one; hosts without units say nothing of a mean or an extreme. */
export function together(way: Way, values: readonly (readonly [value: number, units: number])[]): number {
  const known = values.filter(([value]) => Number.isFinite(value));
  if (way === 'sum') return known.length > 0 ? known.reduce((sum, [value]) => sum + value, 0) : Number.NaN;
  const used = known.filter(([, units]) => units > 0);
  if (used.length === 0) return Number.NaN;
  const only = used.map(([value]) => value);
  if (way === 'most') return Math.max(...only);
  if (way === 'least') return Math.min(...only);
  const units = used.reduce((sum, [, each]) => sum + each, 0);
  return used.reduce((sum, [value, each]) => sum + value * each, 0) / units;
}

/** A column's value for people: shares in per cent, cost of work as of a PFLOP-day. */
export function written({ name, unit }: Pick<Column, 'name' | 'unit'>, value: number): string {
  if (!Number.isFinite(value)) return nothing;
  if (/perFLOP$/.test(name)) return text(quantity(value * pflopDay_FLOP, '$/PFLOP-day'));
  if (/perkg$/.test(name)) return `${text(quantity(value, 'USD'))}/kg`;
  if (unit === 's') return text(duration(value));
  if (/(Share|Depth|grounded)$/.test(name)) return share(value);
  return text(quantity(value, unit === '' ? '1' : unit));
}
