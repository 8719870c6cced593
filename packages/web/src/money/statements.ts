import type { Books, Period, SegmentPeriod } from '@kardashev/contracts/books.ts';

/** A line of the statements: which words it has, and what it is of a period. */
export interface Line {
  readonly key: LineKey;
  readonly kind?: 'group' | 'sum';
  of?(period: Period): number | null;
  /** The same of what was filed, where filings give it. */
  filed?(filed: NonNullable<Period['filed']>): number;
}

export type LineKey =
  | 'revenue'
  | 'operatingIncome'
  | 'capitalSpending'
  | 'freeCash'
  | 'cash'
  | 'balance'
  | 'space'
  | 'connectivity'
  | 'ai'
  | 'intercompany'
  | 'all'
  | 'interest'
  | 'tax'
  | 'netIncome'
  | 'opening'
  | 'operating'
  | 'investing'
  | 'financing'
  | 'unexplained'
  | 'closing'
  | 'plant'
  | 'assets'
  | 'debt'
  | 'other'
  | 'paidIn'
  | 'retained'
  | 'equity';

const segments = ['space', 'connectivity', 'ai'] as const;

const bySegment = (figure: keyof SegmentPeriod): Line[] => [
  ...segments.map(
    (segment): Line => ({
      key: segment,
      of: (period) => period.segments[segment][figure],
      filed: (filed) => filed[segment][figure],
    }),
  ),
];
const sumOf = (figure: keyof SegmentPeriod, of: (period: Period) => number): Line => ({
  key: 'all',
  kind: 'sum',
  of,
  filed: (filed) => segments.reduce((sum, segment) => sum + filed[segment][figure], 0),
});
const summed = (figure: keyof SegmentPeriod): Line =>
  sumOf(figure, (period) => segments.reduce((sum, segment) => sum + period.segments[segment][figure], 0));

/** Income, cash and balance in the order in which one leads to the next. All nominal USD. */
export const statementLines: readonly Line[] = [
  { key: 'revenue', kind: 'group' },
  ...bySegment('revenue_USD'),
  { key: 'intercompany', of: ({ income }) => -income.intercompany_USD },
  sumOf('revenue_USD', ({ income }) => income.revenue_USD),
  { key: 'operatingIncome', kind: 'group' },
  ...bySegment('operatingIncome_USD'),
  sumOf('operatingIncome_USD', ({ income }) => income.operatingIncome_USD),
  { key: 'interest', of: ({ income }) => income.interestEarned_USD - income.interestPaid_USD },
  { key: 'tax', of: ({ income }) => -income.tax_USD },
  { key: 'netIncome', kind: 'sum', of: ({ income }) => income.netIncome_USD },
  { key: 'capitalSpending', kind: 'group' },
  ...bySegment('capitalSpending_USD'),
  summed('capitalSpending_USD'),
  { key: 'freeCash', kind: 'group' },
  ...bySegment('freeCash_USD'),
  summed('freeCash_USD'),
  { key: 'cash', kind: 'group' },
  { key: 'opening', of: ({ cash }) => cash.opening_USD },
  { key: 'operating', of: ({ cash }) => cash.operating_USD },
  { key: 'investing', of: ({ cash }) => cash.investing_USD },
  { key: 'financing', of: ({ cash }) => cash.financing_USD },
  { key: 'unexplained', of: ({ cash }) => cash.unexplained_USD },
  { key: 'closing', kind: 'sum', of: ({ cash }) => cash.closing_USD },
  { key: 'balance', kind: 'group' },
  { key: 'plant', of: ({ balance }) => balance.plant_USD },
  { key: 'assets', kind: 'sum', of: ({ balance }) => balance.assets_USD },
  { key: 'debt', of: ({ balance }) => balance.debt_USD },
  { key: 'other', of: ({ balance }) => balance.unexplained_USD },
  { key: 'paidIn', of: ({ balance }) => balance.paidIn_USD },
  { key: 'retained', of: ({ balance }) => balance.retained_USD },
  { key: 'equity', kind: 'sum', of: ({ balance }) => balance.equity_USD },
];

/** A column of the table: a period as it is in the run, or what was filed for it. */
export interface PeriodColumn {
  readonly period: Period;
  readonly basis: Period['basis'] | 'filing';
}

/** Periods with, after each that has one, its filing. */
export function columnsOf(periods: Books['years']): PeriodColumn[] {
  return periods.flatMap((period): PeriodColumn[] => [
    { period, basis: period.basis },
    ...(period.filed ? [{ period, basis: 'filing' } as const] : []),
  ]);
}

/** What a line is in a column; undefined where it has nothing to say there. */
export function cellOf(line: Line, { period, basis }: PeriodColumn): number | null | undefined {
  if (basis !== 'filing') return line.of?.(period);
  return period.filed && line.filed?.(period.filed);
}

/** All figures of all periods, in USD and cents, for a file. */
export function booksRows(periods: Books['years']): (string | number | null)[][] {
  const flat = (name: string, figures: object) =>
    Object.entries(figures).map(([key, value]) => [`${name}.${key}`, value as number | null] as const);
  const rows = periods.map(({ period, basis, segments, income, balance, cash }) => ({
    head: [period, basis],
    figures: [
      ...Object.entries(segments).flatMap(([name, figures]) => flat(name, figures)),
      ...flat('income', income),
      ...flat('balance', balance),
      ...flat('cash', cash),
    ],
  }));
  const names = rows[0]?.figures.map(([name]) => `${name} (nominal)`) ?? [];
  return [
    ['period', 'basis', ...names],
    ...rows.map(({ head, figures }) => [...head, ...figures.map(([, value]) => value)]),
  ];
}
