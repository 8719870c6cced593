import { normalShare } from '@kardashev/kernels/numeric/normal.ts';
import { type SegmentSeries, segmentValue_USD, type View } from '../../capital/value/segment-value.ts';
import { quantile } from '../../evidence/quantile.ts';
import { type Segment, segments } from '../../flows/port.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { KeyedRandom } from '../../random/philox.ts';
import { middleView, suffix, type Valued } from './series.ts';

/** One draw of a valuation. */
export interface Draw {
  readonly parts_USD: { readonly [S in Segment]: number };
  readonly enterprise_USD: number;
  /** The common fortune behind the segments and the share, standard normal. */
  readonly common: number;
}

/** What is drawn, one number a draw each; the first five are shared by the segments. */
const drawn = { common: 0, rate: 1, tax: 2, weight: 3, growth: 4, segment: 8 } as const;
const perSegment = 4;

/**
 * Draws of value about a run. Multiples and earnings of the segments are correlated through one common fortune; cost
 * of capital, tax and the weight of the two ways are drawn from what the catalogue says of them.
 */
export function drawValues(valued: Valued, seed: number, samples: number): Draw[] {
  const random = new KeyedRandom(seed, 'value');
  return Array.from({ length: samples }, (_, sample) => {
    const common = random.normal(sample, drawn.common);
    const parts_USD = Object.fromEntries(
      segments.map((segment, index) => [
        segment,
        partOf(valued, segment, viewOfDraw(valued, segment, index, sample, common, random)),
      ]),
    ) as { [S in Segment]: number };
    const enterprise_USD = segments.reduce((sum, segment) => sum + parts_USD[segment], 0);
    return { parts_USD, enterprise_USD, common };
  });
}

function partOf({ series, from }: Valued, segment: Segment, view: View): number {
  return segmentValue_USD(series[segment] as SegmentSeries, view, from);
}

function viewOfDraw(
  { reading: { plan }, section }: Valued,
  segment: Segment,
  index: number,
  sample: number,
  common: number,
  random: KeyedRandom,
): View {
  const middle = middleView(section, segment);
  const rho = section.valueCorrelation;
  const own = (what: number): number => {
    const alone = random.normal(sample, drawn.segment + index * perSegment + what);
    return inside(normalShare(Math.sqrt(rho) * common + Math.sqrt(1 - rho) * alone));
  };
  const uniform = (what: number): number => random.uniform(sample, what);
  const rate = drawOf(plan, 'capital.costOfCapital', section.costOfCapital_perS, uniform(drawn.rate));
  const fortune = own(0);
  return {
    rate_perMonth:
      (middle.rate_perMonth * (rate + section.inflation_perS)) /
      (section.costOfCapital_perS + section.inflation_perS),
    taxRate: drawOf(plan, 'capital.taxRate', section.taxRate, uniform(drawn.tax)),
    cashFlowWeight: drawOf(plan, 'capital.cashFlowWeight', section.cashFlowWeight, uniform(drawn.weight)),
    exitMultiple: drawOf(plan, `capital.exitMultiple${suffix[segment]}`, middle.exitMultiple, own(1)),
    salesMultiple: drawOf(plan, `capital.salesMultiple${suffix[segment]}`, middle.salesMultiple, own(2)),
    drift: section.flowScatter * quantile({ kind: 'normal', mean: 0, sd: 1 }, fortune),
  };
}

/** An assumption drawn from its distribution; its value where it has none. */
function drawOf(plan: ResolvedPlan, path: string, otherwise: number, u: number): number {
  const distribution = plan.values[path]?.distribution;
  return distribution ? quantile(distribution, u) : otherwise;
}

/** A share kept from 0 and 1, whose quantiles are infinite. */
function inside(share: number): number {
  return Math.min(1 - 1e-12, Math.max(1e-12, share));
}
