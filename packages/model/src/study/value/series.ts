import { capitalSchema } from '../../capital/schema.ts';
import {
  type SegmentSeries,
  segmentValue_USD,
  segmentValues_USD,
  type View,
} from '../../capital/value/segment-value.ts';
import { type Segment, segments } from '../../flows/port.ts';
import type { PlanOf } from '../../plan/attribute.ts';
import { viewOf } from '../../plan/view.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import type { Reading } from '../reading.ts';

const bookMonth_s = secondsPerYear / 12;
export type CapitalSection = PlanOf<typeof capitalSchema>['section'];

/** What a run says that a valuation takes. */
export interface Valued {
  readonly reading: Reading;
  readonly section: CapitalSection;
  readonly series: { readonly [S in Segment]: SegmentSeries };
  /** Month of valuation, from 0: the first that is modelled. */
  readonly from: number;
}

export function valuedOf(reading: Reading): Valued {
  const { section } = viewOf(reading.plan, 'capital', capitalSchema);
  const series = Object.fromEntries(
    segments.map((segment): [Segment, SegmentSeries] => {
      const sold_USD = reading.row('revenue_USD', segment);
      // What companies sell one another earns the seller something, and is no revenue of the whole to be multiplied.
      const within_USD = segment === 'space' ? reading.row('intercompany_USD') : undefined;
      const cost = reading.row('operatingCost_USD', segment);
      return [
        segment,
        {
          revenue_USD: sold_USD.map((sold, month) => sold - (within_USD?.[month] ?? 0)),
          earnings_USD: sold_USD.map((revenue, month) => revenue - (cost[month] as number)),
          depreciation_USD: reading.row('depreciation_USD', segment),
          spending_USD: reading.row('capitalSpending_USD', segment),
        },
      ];
    }),
  ) as { [S in Segment]: SegmentSeries };
  const from = Math.max(0, Math.min(reading.months.length - 1, section.modelFrom - reading.plan.from));
  return { reading, section, series, from };
}

/** The middle view of a segment: every assumption at its value. */
export function middleView(section: CapitalSection, segment: Segment): View {
  return {
    rate_perMonth: (section.costOfCapital_perS + section.inflation_perS) * bookMonth_s,
    taxRate: section.taxRate,
    exitMultiple: section[`exitMultiple${suffix[segment]}`],
    salesMultiple: section[`salesMultiple${suffix[segment]}`],
    cashFlowWeight: section.cashFlowWeight,
    drift: 0,
  };
}

export const suffix = { space: 'Space', connectivity: 'Connectivity', ai: 'Ai' } as const;

/** Value of each segment as seen in a month, every assumption at its value. */
export function partsAt({ section, series }: Valued, month: number): { readonly [S in Segment]: number } {
  const worth = segments.map((segment): [Segment, number] => [
    segment,
    segmentValue_USD(series[segment], middleView(section, segment), month),
  ]);
  return Object.fromEntries(worth) as { [S in Segment]: number };
}

/** Value of the enterprise as seen at the end of each month, every assumption at its value. */
export function valueByMonth({ reading, section, series }: Valued): Float64Array {
  const value_USD = new Float64Array(reading.months.length);
  for (const segment of segments) {
    const own_USD = segmentValues_USD(series[segment], middleView(section, segment));
    for (let month = 0; month < value_USD.length; month++) {
      value_USD[month] = (value_USD[month] as number) + (own_USD[month] as number);
    }
  }
  return value_USD;
}
