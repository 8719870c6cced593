import { capitalSchema } from '../capital/schema.ts';
import {
  type Balance,
  type CashFlow,
  type Cents,
  cashFlow,
  cents,
  imbalance,
  type MonthFlows,
  netIncome,
  openingBalance,
  plantOf,
  post,
  type SegmentFlows,
  sumOf,
} from '../capital/statements/post.ts';
import { type Segment, segments } from '../flows/port.ts';
import type { PortName } from '../flows/ports.ts';
import { present } from '../outcome/invariant.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { viewOf } from '../plan/view.ts';
import { secondsPerYear } from '../time/calendar.ts';
import type { Reading } from './reading.ts';

/** A year or quarter of the books, in dollars and cents. */
export interface BooksPeriod {
  /** Whether the year is as filed, modelled, or in part each. */
  readonly basis: 'filed' | 'modelled' | 'filed and modelled';
  readonly segments: { readonly [S in Segment]: SegmentYear };
  readonly income: {
    /** Of the whole: without what segments sold one another, which is `intercompany_USD`. */
    readonly revenue_USD: number;
    readonly intercompany_USD: number;
    readonly operatingIncome_USD: number;
    readonly interestPaid_USD: number;
    readonly interestEarned_USD: number;
    readonly tax_USD: number;
    readonly netIncome_USD: number;
  };
  readonly balance: BalanceSheet;
  readonly cash: {
    readonly opening_USD: number | null;
    readonly operating_USD: number;
    readonly investing_USD: number;
    readonly financing_USD: number;
    /** Cash that the filed flows do not explain. */
    readonly unexplained_USD: number | null;
    readonly closing_USD: number;
  };
}

export type BooksYear = { readonly year: number } & BooksPeriod;
/** `2026-Q1`. */
export type BooksQuarter = { readonly quarter: string } & BooksPeriod;

export interface SegmentYear {
  readonly revenue_USD: number;
  readonly operatingCost_USD: number;
  readonly depreciation_USD: number;
  readonly operatingIncome_USD: number;
  readonly capitalSpending_USD: number;
  /** Operating cash less capital spending, before interest, tax and funding. */
  readonly freeCash_USD: number;
}

export interface BalanceSheet {
  readonly cash_USD: number;
  readonly plant_USD: number;
  readonly assets_USD: number;
  readonly debt_USD: number;
  readonly unexplained_USD: number;
  readonly paidIn_USD: number;
  readonly retained_USD: number;
  readonly equity_USD: number;
}

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

const bookMonth_s = secondsPerYear / 12;
const dollars = (amount: Cents): number => amount / 100;

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

interface PostedMonth {
  readonly label: string;
  readonly filed: boolean;
  readonly flows: MonthFlows;
  readonly opening: Balance;
  readonly closing: Balance;
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

function bySegment<T>(of: (segment: Segment) => T): { [S in Segment]: T } {
  return Object.fromEntries(segments.map((segment) => [segment, of(segment)])) as { [S in Segment]: T };
}

function basisOf(months: readonly PostedMonth[]): BooksPeriod['basis'] {
  if (months.every(({ filed }) => filed)) return 'filed';
  return months.some(({ filed }) => filed) ? 'filed and modelled' : 'modelled';
}

/** The year before the run, all as filed: it closes on the opening balance, and its own opening is not at hand. */
function filedYear(before: ResolvedPlan, closing: Balance): BooksYear {
  const { section } = viewOf(before, 'capital', capitalSchema);
  const named = { space: 'Space', connectivity: 'Connectivity', ai: 'Ai' } as const;
  const none = {
    intercompany: 0,
    interestPaid: 0,
    interestEarned: 0,
    tax: 0,
    borrowed: 0,
    repaid: 0,
    sharesSold: 0,
  };
  const flows = Array.from({ length: 12 }, (_, month): MonthFlows => {
    const segmentFlows = bySegment((segment): SegmentFlows => {
      const of = (line: 'Revenue' | 'OperatingCost' | 'Depreciation' | 'Capital'): Cents =>
        cents((section[`filed${line}${named[segment]}_USDperS`][month] as number) * bookMonth_s);
      return {
        revenue: of('Revenue'),
        operatingCost: of('OperatingCost'),
        depreciation: of('Depreciation'),
        capitalSpending: of('Capital'),
      };
    });
    return { segments: segmentFlows, ...none, unexplained: 0 };
  });
  const months = flows.map((one) => ({ label: '', filed: true, flows: one, opening: closing, closing }));
  const period = periodOf(months);
  return {
    year: 2026 + Math.floor(before.from / 12),
    ...period,
    cash: { ...period.cash, opening_USD: null, unexplained_USD: null },
  };
}

function periodOf(posted: readonly PostedMonth[]): BooksPeriod {
  const months = posted.map(({ flows }) => flows);
  const opening = present(posted[0], 'a period has a month').opening;
  const closing = present(posted[posted.length - 1], 'a period has a month').closing;
  const sum = (of: (flows: MonthFlows) => Cents): number =>
    dollars(months.reduce((total, flows) => total + of(flows), 0));
  const cash = (flow: keyof CashFlow): number => sum((flows) => cashFlow(flows)[flow]);
  return {
    basis: basisOf(posted),
    segments: bySegment((segment) => segmentYear(months, segment)),
    income: {
      revenue_USD: sum((flows) => sumOf(flows, 'revenue')),
      intercompany_USD: sum((flows) => flows.intercompany),
      operatingIncome_USD: sum(
        (flows) => sumOf(flows, 'revenue') - sumOf(flows, 'operatingCost') - sumOf(flows, 'depreciation'),
      ),
      interestPaid_USD: sum((flows) => flows.interestPaid),
      interestEarned_USD: sum((flows) => flows.interestEarned),
      tax_USD: sum((flows) => flows.tax),
      netIncome_USD: sum(netIncome),
    },
    balance: sheetOf(closing),
    cash: {
      opening_USD: dollars(opening.cash),
      operating_USD: cash('operating'),
      investing_USD: cash('investing'),
      financing_USD: cash('financing'),
      unexplained_USD: cash('unexplained'),
      closing_USD: dollars(closing.cash),
    },
  };
}

function segmentYear(months: readonly MonthFlows[], segment: Segment): SegmentYear {
  const sum = (of: (flows: SegmentFlows) => Cents): number =>
    dollars(months.reduce((total, flows) => total + of(flows.segments[segment]), 0));
  return {
    revenue_USD: sum(({ revenue }) => revenue),
    operatingCost_USD: sum(({ operatingCost }) => operatingCost),
    depreciation_USD: sum(({ depreciation }) => depreciation),
    operatingIncome_USD: sum((flows) => flows.revenue - flows.operatingCost - flows.depreciation),
    capitalSpending_USD: sum(({ capitalSpending }) => capitalSpending),
    freeCash_USD: sum((flows) => flows.revenue - flows.operatingCost - flows.capitalSpending),
  };
}

function sheetOf(balance: Balance): BalanceSheet {
  const plant = plantOf(balance.plant);
  return {
    cash_USD: dollars(balance.cash),
    plant_USD: dollars(plant),
    assets_USD: dollars(balance.cash + plant),
    debt_USD: dollars(balance.debt),
    unexplained_USD: dollars(balance.unexplained),
    paidIn_USD: dollars(balance.paidIn),
    retained_USD: dollars(balance.retained),
    equity_USD: dollars(balance.paidIn + balance.retained),
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
