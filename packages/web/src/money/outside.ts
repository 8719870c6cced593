import type { Months } from '@kardashev/contracts/months.ts';
import { monthTable, type Series, total } from '../months/table.ts';

/** The columns that tell where the cash came from. Nominal USD. */
export const outsideColumns = [
  'cash_USD',
  'capitalNeeded_USD',
  'sharesSold_USD',
  'borrowed_USD',
  'repaid_USD',
  'debt_USD',
] as const;

export interface Outside {
  readonly labels: readonly string[];
  /** Capital beyond announced raises, in each month. */
  readonly needed_USD: Series;
  readonly cash_USD: Series;
  readonly years: readonly OutsideYear[];
}

export interface OutsideYear {
  readonly year: string;
  readonly needed_USD: number;
  readonly neededSoFar_USD: number;
  readonly sharesSold_USD: number;
  readonly borrowed_USD: number;
  readonly repaid_USD: number;
  readonly debt_USD: number;
  readonly cashLowest_USD: number;
}

/** What a run needed from outside, month by month and year by year; undefined where it does not report its cash. */
export function outsideOf(months: Months): Outside | undefined {
  const table = monthTable(months);
  const { labels } = table;
  const none = new Float64Array(labels.length);
  const of = (name: (typeof outsideColumns)[number]) => total(table, name) ?? none;
  const cash_USD = total(table, 'cash_USD');
  if (!cash_USD) return undefined;
  const soFar = of('capitalNeeded_USD');
  const needed_USD = soFar.map((value, month) => value - (soFar[month - 1] ?? 0));
  const years = [...new Set(labels.map((label) => label.slice(0, 4)))].map((year): OutsideYear => {
    const from = labels.findIndex((label) => label.startsWith(year));
    const to = labels.findLastIndex((label) => label.startsWith(year)) + 1;
    const sum = (values: Series) => values.slice(from, to).reduce((all, value) => all + value, 0);
    return {
      year,
      needed_USD: sum(needed_USD),
      neededSoFar_USD: soFar[to - 1]!,
      sharesSold_USD: sum(of('sharesSold_USD')),
      borrowed_USD: sum(of('borrowed_USD')),
      repaid_USD: sum(of('repaid_USD')),
      debt_USD: of('debt_USD')[to - 1]!,
      cashLowest_USD: Math.min(...cash_USD.slice(from, to)),
    };
  });
  return { labels, needed_USD, cash_USD, years };
}

/** The month that took the most from outside; undefined where none took any. */
export function dearestMonth({ needed_USD }: Outside): number | undefined {
  const most = Math.max(...needed_USD);
  return most > 0 ? needed_USD.indexOf(most) : undefined;
}
