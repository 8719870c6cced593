import { z } from 'zod';
import { figureSchema, monthSchema } from './month.ts';
import { fundingSchema } from './run.ts';

/** One number a month; null where there is none: a unit that delivers nothing has a cost without end. */
const seriesSchema = z.array(figureSchema);

/** One alternative through the months, for units asked for in each. Levelised over their life, real 2026 USD. */
export const costSideSchema = z.object({
  USDperPFLOPday: seriesSchema,
  USDperMtokens: seriesSchema,
  USDperMWh: seriesSchema,
  USDperW: seriesSchema,
  USDperkWyear: seriesSchema,
  /** Shares of the present value of all costs, which add up to one in each month. */
  parts: z.array(z.object({ name: z.string(), share: seriesSchema })),
  /** What the comparison is drawn around. */
  chips: z.enum(['inside', 'outside']),
  energy: z.enum(['installed', 'delivered']),
  /** Continuous and real. */
  costOfCapital_perYear: z.number(),
});
export type CostSide = z.infer<typeof costSideSchema>;

/** What delivered compute costs in orbit and on the ground, month by month. */
export const costSchema = z.object({
  run: z.string(),
  funding: fundingSchema,
  months: z.array(monthSchema),
  /** First month from which orbit is at or below the ground and stays so. */
  crossover: monthSchema.nullable(),
  why: z.string().nullable(),
  /** Mean over the shells by planned satellites; null for a plan without any. */
  orbit: costSideSchema.nullable(),
  /** The median site, built to the same power. */
  ground: costSideSchema.nullable(),
  each: z.array(
    z.object({ name: z.string(), kind: z.enum(['orbit', 'ground']), USDperPFLOPday: seriesSchema }),
  ),
});
export type Cost = z.infer<typeof costSchema>;

export const passQuerySchema = z.object({ funding: fundingSchema.optional() });
