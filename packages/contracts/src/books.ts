import { z } from 'zod';
import { figureSchema } from './month.ts';
import { fundingSchema } from './run.ts';

/** A segment's year or quarter, nominal USD. */
export const segmentPeriodSchema = z.object({
  revenue_USD: z.number(),
  operatingCost_USD: z.number(),
  depreciation_USD: z.number(),
  operatingIncome_USD: z.number(),
  capitalSpending_USD: z.number(),
  /** Operating cash less capital spending, before interest, tax and funding. */
  freeCash_USD: z.number(),
});
export type SegmentPeriod = z.infer<typeof segmentPeriodSchema>;

export const segmentsSchema = z.object({
  space: segmentPeriodSchema,
  connectivity: segmentPeriodSchema,
  ai: segmentPeriodSchema,
});

/** Income, balance and cash of a year or quarter, nominal USD, posted in whole cents. */
export const periodSchema = z.object({
  /** `2026` or `2026-Q3`. */
  period: z.string(),
  basis: z.enum(['filed', 'modelled', 'filed and modelled']),
  segments: segmentsSchema,
  income: z.object({
    revenue_USD: z.number(),
    intercompany_USD: z.number(),
    operatingIncome_USD: z.number(),
    interestPaid_USD: z.number(),
    interestEarned_USD: z.number(),
    tax_USD: z.number(),
    netIncome_USD: z.number(),
  }),
  balance: z.object({
    cash_USD: z.number(),
    plant_USD: z.number(),
    assets_USD: z.number(),
    debt_USD: z.number(),
    unexplained_USD: z.number(),
    paidIn_USD: z.number(),
    retained_USD: z.number(),
    equity_USD: z.number(),
  }),
  cash: z.object({
    opening_USD: figureSchema,
    operating_USD: z.number(),
    investing_USD: z.number(),
    financing_USD: z.number(),
    /** Cash that filed flows do not explain. */
    unexplained_USD: figureSchema,
    closing_USD: z.number(),
  }),
  /** What was filed for a quarter that the run modelled, from the catalogue; absent where nothing was. */
  filed: segmentsSchema.optional(),
});
export type Period = z.infer<typeof periodSchema>;

/** Statements of one pass of a run. */
export const booksSchema = z.object({
  run: z.string(),
  funding: fundingSchema,
  years: z.array(periodSchema),
  quarters: z.array(periodSchema),
  checks: z.object({
    /** Assets equal debt, other items and equity in every month. */
    balanced: z.boolean(),
    cents: z.boolean(),
    months: z.number().int(),
    /** Largest difference between the books' cash and the run's. */
    cashAgainstRun_USD: z.number(),
  }),
  /** Entries that no filing at hand gives. */
  assumed: z.array(z.object({ path: z.string(), text: z.string(), note: z.string() })),
});
export type Books = z.infer<typeof booksSchema>;
