import { capitalSchema } from '../capital/schema.ts';
import {
  type Cents,
  cents,
  imbalance,
  type MonthFlows,
  openingBalance,
  plantOf,
  post,
  type SegmentFlows,
} from '../capital/statements/post.ts';
import type { PortName } from '../flows/ports.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { viewOf } from '../plan/view.ts';
import { bookMonth_s, filedYear } from './books-filed.ts';
import {
  type BooksQuarter,
  type BooksYear,
  bySegment,
  dollars,
  type PostedMonth,
  periodOf,
} from './books-period.ts';
import type { Reading } from './reading.ts';

export interface BooksDocument {
  readonly plan: string;
  readonly funding: string;
  readonly years: readonly BooksYear[];
  readonly quarters: readonly BooksQuarter[];
  readonly checks: {
    /** Assets equal debt, other items and equity in every month. */
    readonly balanced: boolean;
    /** Every entry is in whole cents, and cash agrees with that of the run to the cents that rounding takes. */
    readonly cents: boolean;
    readonly months: number;
    /** Largest difference between the books' cash and the run's, over the months. */
    readonly cashAgainstRun_USD: number;
  };
  /** Entries that no filing at hand gives, with what is said of them. */
  readonly assumed: readonly { readonly path: string; readonly text: string; readonly note: string }[];
}

/**
 * Statements of a run by year: months posted in whole cents on the opening balance. `before` is the plan read for the
 * months before its own, for a year that is all filed.
 */
export function booksOf(reading: Reading, before?: ResolvedPlan): BooksDocument {
  const { plan } = reading;
  const { section } = viewOf(plan, 'capital', capitalSchema);
  let balance = openingBalance(
    cents(section.openingCash_USD),
    {
      space: cents(section.openingAssetsSpace_USD),
      connectivity: cents(section.openingAssetsConnectivity_USD),
      ai: cents(section.openingAssetsAi_USD),
    },
    cents(section.openingDebt_USD),
  );
  const cash = reading.row('cash_USD');
  const opening = balance;
  let balanced = imbalance(balance) === 0;
  let apart = 0;
  const months: PostedMonth[] = reading.months.map((label, month) => {
    const filed = plan.from + month < section.modelFrom;
    const flows = flowsOf(reading, section.reconciling_USDperS, filed, month);
    const first = balance;
    balance = post(balance, flows);
    balanced &&= imbalance(balance) === 0;
    apart = Math.max(apart, Math.abs(dollars(balance.cash) - (cash[month] as number)));
    return { label, filed, flows, opening: first, closing: balance };
  });
  const years = grouped(months, (label) => label.slice(0, 4));
  const quarters = grouped(months, quarterOf);
  const filed = before ? [filedYear(before, opening)] : [];
  // Each month rounds some twenty entries, each by half a cent at most.
  const tolerance = 0.1 * reading.months.length;
  return {
    plan: plan.name,
    funding: reading.pass.funding,
    years: [...filed, ...years.map(([year, own]) => ({ year: Number(year), ...periodOf(own) }))],
    quarters: quarters.map(([quarter, own]) => ({ quarter, ...periodOf(own) })),
    checks: {
      balanced,
      cents: apart <= tolerance && Number.isSafeInteger(balance.cash + plantOf(balance.plant)),
      months: reading.months.length,
      cashAgainstRun_USD: apart,
    },
    assumed: assumedEntries(plan),
  };
}

function quarterOf(label: string): string {
  return `${label.slice(0, 4)}-Q${Math.ceil(Number(label.slice(5, 7)) / 3)}`;
}

function grouped(months: readonly PostedMonth[], of: (label: string) => string): [string, PostedMonth[]][] {
  const groups = new Map<string, PostedMonth[]>();
  for (const month of months) {
    const group = groups.get(of(month.label));
    if (group) group.push(month);
    else groups.set(of(month.label), [month]);
  }
  return [...groups];
}

/** A month of the run in cents. */
function flowsOf(
  reading: Reading,
  reconciling_USDperS: Float64Array,
  filed: boolean,
  month: number,
): MonthFlows {
  const one = (port: PortName): Cents => cents(reading.row(port)[month] as number);
  return {
    segments: bySegment((segment): SegmentFlows => {
      const of = (port: PortName): Cents => cents(reading.row(port, segment)[month] as number);
      return {
        revenue: of('revenue_USD'),
        operatingCost: of('operatingCost_USD'),
        depreciation: of('depreciation_USD'),
        capitalSpending: of('capitalSpending_USD'),
      };
    }),
    intercompany: one('intercompany_USD'),
    interestPaid: one('interestPaid_USD'),
    interestEarned: one('interestEarned_USD'),
    tax: one('tax_USD'),
    borrowed: one('borrowed_USD'),
    repaid: one('repaid_USD'),
    sharesSold: one('sharesSold_USD'),
    unexplained: filed ? cents((reconciling_USDperS[month] as number) * bookMonth_s) : 0,
  };
}

/** What of openings, filings and terms is assumed and not filed. */
function assumedEntries(plan: ResolvedPlan): BooksDocument['assumed'] {
  return Object.entries(plan.values)
    .filter(
      ([path, { evidence }]) =>
        /^capital\.(opening|filed|reconciling|tax|asset)/.test(path) && evidence?.kind === 'assumed',
    )
    .map(([path, { text, evidence }]) => ({ path, text, note: evidence?.note ?? evidence?.source ?? '' }));
}
