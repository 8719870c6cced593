import { capitalSchema } from '../capital/schema.ts';
import {
  type Balance,
  type Cents,
  cents,
  type MonthFlows,
  type SegmentFlows,
} from '../capital/statements/post.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { viewOf } from '../plan/view.ts';
import { secondsPerYear } from '../time/calendar.ts';
import { type BooksYear, bySegment, periodOf } from './books-period.ts';

export const bookMonth_s = secondsPerYear / 12;

/** The year before the run, all as filed: it closes on the opening balance, and its own opening is not at hand. */
export function filedYear(before: ResolvedPlan, closing: Balance): BooksYear {
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
