import type { Segment } from '../flows/port.ts';
import type { Setting } from '../flows/subsystem.ts';
import { type Outcome, success } from '../outcome/outcome.ts';
import type { PlanOf } from '../plan/attribute.ts';
import { secondsPerYear } from '../time/calendar.ts';
import { type Design, designsOf, type HostTerms, hostTerms } from './host-costs.ts';
import { demandAtMarket_FLOPperS, pricePerWork_USDperFLOP, priceTrend } from './market.ts';
import type { CapitalSchema } from './schema.ts';

export type CapitalPlan = PlanOf<CapitalSchema>;
type Section = CapitalPlan['section'];

/** Books are kept in months of equal length: a rate times this is what a month brings. */
export const bookMonth_s = secondsPerYear / 12;
/** Months since 2026-01 at whose beginning real and nominal money are the same: the middle of 2026. */
const realMonth = 6;

/** What a segment filed in the months before the model, by month of the plan, per second. */
export interface Filed {
  readonly revenue: readonly Float64Array[];
  readonly operatingCost: readonly Float64Array[];
  readonly depreciation: readonly Float64Array[];
  readonly capital: readonly Float64Array[];
}

export interface CapitalParams {
  readonly section: Section;
  readonly funding: Setting['funding'];
  readonly months: number;
  /** Index of the first modelled month in the plan; may be 0 or less, or beyond its end. */
  readonly modelFrom: number;
  readonly listing: number;
  readonly hosts: readonly HostTerms[];
  readonly designs: readonly Design[];
  readonly filed: Filed;
  /** Nominal over real money, by month. */
  readonly priceLevel: Float64Array;
  /** Market's price of delivered work by month, before workloads' factors. */
  readonly marketPrice: Float64Array;
  /** Work asked of the enterprise at that price, by month. */
  readonly marketDemand: Float64Array;
  readonly workloads: readonly WorkloadTerms[];
  /** By segment: months over which assets are depreciated, and assets at the end of 2025. */
  readonly lifeMonths: readonly number[];
  readonly openingAssets: readonly number[];
}

interface WorkloadTerms {
  readonly demandShare: number;
  readonly priceFactor: number;
  readonly paidShare: number;
}

/** What a plan says, made ready for the months. */
export function compileCapital(plan: CapitalPlan, setting: Setting): Outcome<CapitalParams> {
  const { section } = plan;
  const { intervals } = setting.calendar;
  const from = intervals[0]?.month ?? 0;
  const designs = designsOf(plan.satellites);
  const weights = plan.workloads.reduce((sum, workload) => sum + workload.demandWeight, 0);
  return success({
    section,
    funding: setting.funding,
    months: intervals.length,
    modelFrom: section.modelFrom - from,
    listing: section.listingMonth - from,
    designs,
    hosts: setting.hosts.map((host) =>
      hostTerms(host, plan, designs, intervals, setting.funding === 'apart'),
    ),
    filed: filedBySegment(section),
    priceLevel: Float64Array.from(intervals, ({ month }) =>
      Math.exp(section.inflation_perS * bookMonth_s * (month + 0.5 - realMonth)),
    ),
    ...marketByMonth(section, intervals),
    workloads: plan.workloads.map((workload) => ({
      demandShare: weights > 0 ? workload.demandWeight / weights : 0,
      priceFactor: workload.priceFactor,
      paidShare: workload.paidShare,
    })),
    lifeMonths: [section.assetLifeSpace_s, section.assetLifeConnectivity_s, section.assetLifeAi_s].map(
      (life) => Math.max(1, Math.round(life / bookMonth_s)),
    ),
    openingAssets: [
      section.openingAssetsSpace_USD,
      section.openingAssetsConnectivity_USD,
      section.openingAssetsAi_USD,
    ],
  });
}

/** Rows of the dimension `segment`. */
export const row: Readonly<Record<Segment, number>> = { space: 0, connectivity: 1, ai: 2 };

function filedBySegment(section: Section): Filed {
  return {
    revenue: [
      section.filedRevenueSpace_USDperS,
      section.filedRevenueConnectivity_USDperS,
      section.filedRevenueAi_USDperS,
    ],
    operatingCost: [
      section.filedOperatingCostSpace_USDperS,
      section.filedOperatingCostConnectivity_USDperS,
      section.filedOperatingCostAi_USDperS,
    ],
    depreciation: [
      section.filedDepreciationSpace_USDperS,
      section.filedDepreciationConnectivity_USDperS,
      section.filedDepreciationAi_USDperS,
    ],
    capital: [
      section.filedCapitalSpace_USDperS,
      section.filedCapitalConnectivity_USDperS,
      section.filedCapitalAi_USDperS,
    ],
  };
}

function marketByMonth(
  section: Section,
  intervals: Setting['calendar']['intervals'],
): { marketPrice: Float64Array; marketDemand: Float64Array } {
  const marketPrice = new Float64Array(intervals.length);
  const marketDemand = new Float64Array(intervals.length);
  for (const { index, month } of intervals) {
    const elapsed_s = (month - section.modelFrom) * bookMonth_s;
    const trend = priceTrend(elapsed_s, section.priceHalfLife_s, section.priceLeast);
    const hour = section.gpuHour_USD2026perS[index] as number;
    marketPrice[index] =
      trend * pricePerWork_USDperFLOP(hour, section.gpuPeak_FLOPperS, section.gpuSustained);
    const aiPower_W =
      (section.usDataCentrePower_W[index] as number) *
      section.worldOverUs *
      (section.aiShareOfPower[index] as number);
    marketDemand[index] = demandAtMarket_FLOPperS(
      aiPower_W,
      section.marketWork_FLOPperJ,
      trend,
      section.shareWon[index] as number,
    );
  }
  return { marketPrice, marketDemand };
}
