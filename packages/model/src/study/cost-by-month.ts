import { type Outcome, success } from '../outcome/outcome.ts';
import { type Alternative, costsOfRun } from './cost-document.ts';
import type { Reading } from './reading.ts';
import { whyOrbitOrGround } from './why.ts';

/** What levelised costs are given by, each in real 2026 USD; null where nothing of it is delivered. */
const bases = ['USDperPFLOPday', 'USDperMtokens', 'USDperMWh', 'USDperW', 'USDperkWyear'] as const;
export type CostBasis = (typeof bases)[number];

/** One alternative through the months: units asked for in each. */
export type CostSide = { readonly [B in CostBasis]: readonly (number | null)[] } & {
  /** Shares of the present value, which add up to one in each month. */
  readonly parts: readonly { readonly name: string; readonly share: readonly (number | null)[] }[];
  readonly chips: 'inside' | 'outside';
  readonly energy: 'installed' | 'delivered';
  /** Continuous and real, a year. */
  readonly costOfCapital_perYear: number;
};

/** Orbit against ground in every month of a run. */
export interface CostByMonth {
  readonly months: readonly string[];
  readonly crossover: string | null;
  /** Why the crossover comes or does not; null with only one of the two. */
  readonly why: string | null;
  readonly orbit: CostSide | null;
  readonly ground: CostSide | null;
  /** Every shell and site by itself. */
  readonly each: readonly {
    readonly name: string;
    readonly kind: 'orbit' | 'ground';
    readonly USDperPFLOPday: readonly (number | null)[];
  }[];
}

export function costByMonth(reading: Reading): Outcome<CostByMonth> {
  const costs = costsOfRun(reading);
  if (!costs.ok) return costs;
  const documents = reading.months.map((_, month) => costs.value(month));
  const first = documents[0];
  return success({
    months: reading.months,
    crossover: first?.crossover ?? null,
    why: whyOrbitOrGround(reading) ?? null,
    orbit: sideOf(documents.map(({ orbit }) => orbit)),
    ground: sideOf(documents.map(({ ground }) => ground)),
    each: (first?.each ?? []).map(({ name, kind }, index) => ({
      name,
      kind,
      USDperPFLOPday: documents.map(({ each }) => finite(each[index]?.USDperPFLOPday)),
    })),
  });
}

function sideOf(months: readonly (Alternative | null)[]): CostSide | null {
  const known = months.find((one) => one !== null);
  if (!known) return null;
  const names = [...new Set(months.flatMap((one) => Object.keys(one?.parts_USD ?? {})))];
  const series = (basis: CostBasis) => months.map((one) => finite(one?.[basis]));
  return {
    ...(Object.fromEntries(bases.map((basis) => [basis, series(basis)])) as {
      [B in CostBasis]: (number | null)[];
    }),
    parts: names.map((name) => ({
      name,
      share: months.map((one) => one && finite((one.parts_USD[name] ?? 0) / one.total_USD)),
    })),
    ...known.boundary,
  };
}

const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;
