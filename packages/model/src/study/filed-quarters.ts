import { capitalSchema } from '../capital/schema.ts';
import { type Segment, segments } from '../flows/port.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { viewOf } from '../plan/view.ts';
import { labelOf, secondsPerYear } from '../time/calendar.ts';
import type { SegmentYear } from './books-period.ts';

/** What was filed for a quarter, by segment, nominal. */
export interface FiledQuarter {
  /** `2026-Q2`. */
  readonly quarter: string;
  readonly segments: { readonly [S in Segment]: SegmentYear };
}

const bookQuarter_s = secondsPerYear / 4;
const named = { space: 'Space', connectivity: 'Connectivity', ai: 'Ai' } as const;

/** The quarters filed within the months of a plan: those before its `capital.modelFrom`, read in their middle months. */
export function filedQuarters(plan: ResolvedPlan): FiledQuarter[] {
  const { section } = viewOf(plan, 'capital', capitalSchema);
  const of = (
    line: 'Revenue' | 'OperatingCost' | 'Depreciation' | 'Capital',
    segment: Segment,
    month: number,
  ): number =>
    (section[`filed${line}${named[segment]}_USDperS`][month - plan.from] as number) * bookQuarter_s;
  const found: FiledQuarter[] = [];
  for (let first = plan.from; first + 2 <= Math.min(plan.to, section.modelFrom - 1); first += 3) {
    const label = labelOf(first);
    const entries = segments.map((segment) => {
      const [revenue_USD, operatingCost_USD, depreciation_USD, capitalSpending_USD] = (
        ['Revenue', 'OperatingCost', 'Depreciation', 'Capital'] as const
      ).map((line) => of(line, segment, first + 1)) as [number, number, number, number];
      return [
        segment,
        {
          revenue_USD,
          operatingCost_USD,
          depreciation_USD,
          operatingIncome_USD: revenue_USD - operatingCost_USD - depreciation_USD,
          capitalSpending_USD,
          freeCash_USD: revenue_USD - operatingCost_USD - capitalSpending_USD,
        } satisfies SegmentYear,
      ];
    });
    found.push({
      quarter: `${label.slice(0, 4)}-Q${Math.ceil(Number(label.slice(5, 7)) / 3)}`,
      segments: Object.fromEntries(entries) as FiledQuarter['segments'],
    });
  }
  return found;
}
