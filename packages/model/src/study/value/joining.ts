import type { Segment } from '../../flows/port.ts';
import type { Reading } from '../reading.ts';
import { partsAt, type Valued, valueByMonth, valuedOf } from './series.ts';

/** What it is worth at the end of a month that the companies are joined, nominal. */
export interface JoinedMonth {
  readonly month: string;
  /** To the owners of all together: enterprise less net debt, joined over apart. Negative where joining costs them. */
  readonly worth_USD: number;
  /** Of it, what lies ahead: the difference of enterprise values. The rest is cash and debt so far. */
  readonly enterprise_USD: number;
}

/** The parts within the whole and each for itself, when the model begins, every assumption at its value. */
export interface WholeAndParts {
  readonly joined_USD: { readonly [S in Segment]: number };
  readonly apart_USD: { readonly [S in Segment]: number };
}

export function wholeAndParts(joined: Valued, apart: Reading): WholeAndParts {
  return { joined_USD: partsAt(joined, joined.from), apart_USD: partsAt(valuedOf(apart), joined.from) };
}

/**
 * A plan paid from its joint books less the same with the companies apart, month by month, every assumption at its
 * value. Both sell no shares after the listing, so that their owners are the same.
 */
export function worthOfJoining(joined: Valued, apart: Reading): JoinedMonth[] {
  const alone = valuedOf(apart);
  const [ahead, aheadAlone] = [valueByMonth(joined), valueByMonth(alone)];
  const [debt, debtAlone] = [netDebt_USD(joined.reading), netDebt_USD(apart)];
  return joined.reading.months.slice(joined.from).map((month, index) => {
    const at = joined.from + index;
    const enterprise_USD = (ahead[at] as number) - (aheadAlone[at] as number);
    return {
      month,
      worth_USD: enterprise_USD - ((debt[at] as number) - (debtAlone[at] as number)),
      enterprise_USD,
    };
  });
}

function netDebt_USD(reading: Reading): Float64Array {
  const cash = reading.row('cash_USD');
  return reading.row('debt_USD').map((debt, month) => debt - (cash[month] as number));
}
