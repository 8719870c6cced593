import type { StateHeader } from '@kardashev/contracts/job.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { PassSoFar, StateReader } from './state-reader.ts';

/** What one wants to see grow. */
export const growingNames = ['units', 'power', 'work', 'cash'] as const;
export type GrowingName = (typeof growingNames)[number];

const ports: Readonly<Record<GrowingName, string>> = {
  units: 'inService',
  power: 'powerToCompute_W',
  work: 'delivered_FLOPperS',
  cash: 'cash_USD',
};

export const growingUnits: Readonly<Record<GrowingName, string>> = {
  units: '1',
  power: 'W',
  work: 'FLOP/s',
  cash: 'USD',
};

/** A number of every month so far, one line a pass. */
export interface Growing {
  readonly name: GrowingName;
  readonly unit: string;
  readonly lines: readonly { readonly funding: Funding; readonly values: Float64Array }[];
}

/** The four lines of a run in the making: of its shells, or of its sites where it has no shell. */
export function growing(reader: StateReader): Growing[] {
  return growingNames.map((name) => {
    const rows = rowsOf(reader.header, name);
    const lines = reader.passes.map((pass) => ({ funding: pass.funding, values: sum(pass, rows) }));
    return { name, unit: growingUnits[name], lines };
  });
}

function rowsOf({ columns, shells }: StateHeader, name: GrowingName): number[] {
  const of = (wanted: (row: string) => boolean) =>
    columns.flatMap(({ port, row }, index) => (port === ports[name] && wanted(row) ? [index] : []));
  const orbit = of((row) => row === '' || shells.includes(row));
  return orbit.length > 0 ? orbit : of(() => true);
}

function sum({ columns, known }: PassSoFar, rows: readonly number[]): Float64Array {
  const total = new Float64Array(known);
  for (const row of rows) {
    const values = columns[row] as Float64Array;
    for (let month = 0; month < known; month++)
      total[month] = (total[month] as number) + (values[month] as number);
  }
  return total;
}
