import {
  type Balance,
  type CashFlow,
  type Cents,
  cashFlow,
  type MonthFlows,
  netIncome,
  plantOf,
  type SegmentFlows,
  sumOf,
} from '../capital/statements/post.ts';
import { type Segment, segments } from '../flows/port.ts';
import { present } from '../outcome/invariant.ts';

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

/** A month of the books as it was posted. */
export interface PostedMonth {
  readonly label: string;
  readonly filed: boolean;
  readonly flows: MonthFlows;
  readonly opening: Balance;
  readonly closing: Balance;
}

export const dollars = (amount: Cents): number => amount / 100;

export function bySegment<T>(of: (segment: Segment) => T): { [S in Segment]: T } {
  return Object.fromEntries(segments.map((segment) => [segment, of(segment)])) as { [S in Segment]: T };
}

function basisOf(months: readonly PostedMonth[]): BooksPeriod['basis'] {
  if (months.every(({ filed }) => filed)) return 'filed';
  return months.some(({ filed }) => filed) ? 'filed and modelled' : 'modelled';
}

/** Months of the books together. */
export function periodOf(posted: readonly PostedMonth[]): BooksPeriod {
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
