import { type Stability, stabilityAt } from '../../capital/value/stability.ts';
import { segments } from '../../flows/port.ts';
import type { Reading } from '../reading.ts';
import { type Valued, valueByMonth, valuedOf } from './series.ts';

export type MonthStability = { readonly month: string } & Stability;

/** S and regime from the first modelled month on. */
export function stabilityOf(valued: Valued): MonthStability[] {
  const { reading, section, series, from } = valued;
  const earnings_USD = Float64Array.from(reading.months, (_, month) =>
    segments.reduce((sum, segment) => sum + (series[segment].earnings_USD[month] as number), 0),
  );
  const burn = {
    value_USD: valueByMonth(valued),
    ai_USD: reading.row('freeCash_USD', 'ai'),
    connectivity_USD: reading.row('freeCash_USD', 'connectivity'),
    earnings_USD,
    gainToCash: section.gainToCash,
    leverageLimit: section.leverageLimit,
  };
  return reading.months.slice(from).map((month, index) => ({ month, ...stabilityAt(burn, from + index) }));
}

/** The month up to the end of `lastYear` in which S is least; undefined where AI never takes cash. */
export function worstStability(
  reading: Reading,
  lastYear: number,
): { readonly month: string; readonly S: number } | undefined {
  let worst: { month: string; S: number } | undefined;
  for (const { month, S } of stabilityOf(valuedOf(reading))) {
    if (Number(month.slice(0, 4)) > lastYear || S === null) continue;
    if (!worst || S < worst.S) worst = { month, S };
  }
  return worst;
}
