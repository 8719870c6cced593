import { groundCost, orbitCost } from '../../capital/crossover.ts';
import type { PortName } from '../../flows/ports.ts';
import { present } from '../../outcome/invariant.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { columnsOf, pflopDay_FLOP } from '../cost.ts';
import type { Reading } from '../reading.ts';

/**
 * What a study keeps of each sample over time: a few numbers at every December, so that a plan can be drawn with the
 * spread of its futures. Each is what the panels of mission control draw of a single run.
 */
export interface YearlySeries {
  readonly name: string;
  /** Unit for people. */
  readonly unit: string;
  /** The number in a month of a pass; NaN where there is none. */
  of(reading: Reading): (month: number) => number;
}

export const yearlySeries: readonly YearlySeries[] = [
  { name: 'satellites', unit: '1', of: (reading) => sum(reading, 'inService', ofOrbit) },
  {
    name: 'powerToCompute_W',
    unit: 'W',
    of: (reading) => sum(reading, 'powerToCompute_W', ofFleet(reading)),
  },
  { name: 'launches', unit: '1', of: (reading) => sum(reading, 'launches') },
  { name: 'launchMass_kg', unit: 'kg', of: (reading) => sum(reading, 'launchMass_kg') },
  { name: 'downCapacity_bps', unit: 'b/s', of: (reading) => sum(reading, 'downCapacity_bps') },
  { name: 'delivered_FLOPperS', unit: 'FLOP/s', of: (reading) => sum(reading, 'delivered_FLOPperS') },
  { name: 'tokens_perS', unit: '1/s', of: (reading) => sum(reading, 'tokens_perS') },
  { name: 'revisit_s', unit: 's', of: (reading) => sum(reading, 'revisit_s') },
  { name: 'cash_USD', unit: 'USD', of: (reading) => sum(reading, 'cash_USD') },
  { name: 'capitalNeeded_USD', unit: 'USD', of: (reading) => sum(reading, 'capitalNeeded_USD') },
  { name: 'orbit_USDperPFLOPday', unit: 'USD', of: (reading) => cost(reading, orbitCost) },
  { name: 'ground_USDperPFLOPday', unit: 'USD', of: (reading) => cost(reading, groundCost) },
];

/** Decembers of a plan: the place of each among its months, and its year. */
export function decembers(plan: Pick<ResolvedPlan, 'from' | 'to'>): { month: number; year: number }[] {
  const found = [];
  for (let month = plan.from; month <= plan.to; month++) {
    // Months of a plan count from 2026-01.
    if (((month % 12) + 12) % 12 === 11)
      found.push({ month: month - plan.from, year: 2026 + Math.floor(month / 12) });
  }
  return found;
}

/** Numbers that a sample of a plan keeps: every series at every December, series by series. */
export const seriesWidth = (plan: Pick<ResolvedPlan, 'from' | 'to'>): number =>
  yearlySeries.length * decembers(plan).length;

/** Writes a sample's series into row `row`, as far as the rows keep any. */
export function writeSeries(reading: Reading, series: Float64Array, rows: number, row: number): void {
  const width = series.length / rows;
  if (!(width > 0)) return;
  const months = decembers(reading.plan);
  for (const [place, each] of yearlySeries.entries()) {
    const at = each.of(reading);
    for (const [year, { month }] of months.entries()) {
      series[row * width + place * months.length + year] = at(month);
    }
  }
}

type Keep = (host: Reading['hosts'][number] | undefined) => boolean;
const all: Keep = () => true;
const ofOrbit: Keep = (host) => host?.kind === 'orbit';

/** The hosts a plan is about: its shells, or its sites when it has none. */
const ofFleet = ({ hosts }: Reading): Keep => (hosts.some(ofOrbit) ? ofOrbit : all);

function sum(reading: Reading, port: PortName, keep: Keep = all): (month: number) => number {
  const kept = reading.rows(port).filter((_, index) => keep(reading.hosts[index]));
  return (month) =>
    kept.reduce((total, { values }) => total + present(values[month], 'every month has a value'), 0);
}

/** Dollars of 2026 for a PFLOP-day of work from units begun in a month. */
function cost(reading: Reading, of: typeof orbitCost): (month: number) => number {
  const columns = columnsOf(reading);
  return (month) => of(columns, month) * pflopDay_FLOP;
}
