import { z } from 'zod';
import { figureSchema, monthSchema } from './month.ts';
import { fundingSchema } from './run.ts';

/** A distribution in a few figures. */
export const spreadSchema = z.object({
  mean: z.number(),
  sd: z.number(),
  p5: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p95: z.number(),
});
export type Spread = z.infer<typeof spreadSchema>;

const segmentsOf = <T extends z.ZodType>(one: T) => z.object({ space: one, connectivity: one, ai: one });

/** What a run is worth, to whom, and whether value outgrows burn. Nominal USD, as seen when the model begins. */
export const valueSchema = z.object({
  run: z.string(),
  /** The pass that is valued: the plan's own books where it reports them, since what nobody pays for is worth nothing. */
  funding: fundingSchema,
  samples: z.number().int(),
  /** First month that is modelled. */
  month: monthSchema,
  enterprise_USD: spreadSchema,
  equity_USD: spreadSchema,
  perShare_USD: spreadSchema,
  parts: segmentsOf(spreadSchema),
  /** What the market said last. */
  market: z.object({ month: monthSchema, price_USD: z.number(), value_USD: z.number() }),
  holders: z.array(
    z.object({
      holder: z.string(),
      invested_USD: z.number(),
      cost_USDpershare: z.number(),
      /** Worth over cost at each event. */
      steps: z.array(
        z.object({
          event: z.enum(['exchange', 'listing', 'last price']),
          month: monthSchema,
          multiple: z.number(),
        }),
      ),
      afterLockUp: z.object({ month: monthSchema, multiple: spreadSchema }),
      /** At what the run's flows are worth a share. */
      byFlows: z.object({ multiple: spreadSchema }),
    }),
  ),
  /** Market values added up count cross-held shares twice. */
  crossHoldings: z.object({ gross: z.number(), net: z.number(), double: z.number() }),
  /** S = (κ·rise in value + Connectivity's cash + new debt) / AI's burn over the year before; null where AI takes none. */
  stability: z.array(
    z.object({ month: monthSchema, S: figureSchema, regime: z.enum(['hedge', 'speculative', 'ponzi']) }),
  ),
  /** First month with S below one. */
  breaks: monthSchema.nullable(),
  /** What it is worth that the companies are joined, by month; null where the run has no such passes. */
  joining: z.array(z.object({ month: monthSchema, worth_USD: z.number() })).nullable(),
  credit: z.object({ runway_months: figureSchema, distanceToDefault: figureSchema }),
  /** Weight of the share in the index that took it in, what its funds had to buy, and the share of the float. */
  index: z.object({ weight: z.number(), bought_USD: z.number(), ofFloat: z.number() }),
});
export type Value = z.infer<typeof valueSchema>;
