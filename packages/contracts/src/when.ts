import { z } from 'zod';
import { figureSchema, monthSchema } from './month.ts';
import { workSchema } from './work.ts';

/** What one assumption alone would have to be for orbit to be at or below the ground. */
export const thresholdSchema = z.object({
  assumption: z.string(),
  /** Paths of the plan that are scaled together. */
  paths: z.array(z.string()),
  /** Times its value; null where no factor up to `tried` does it alone. */
  factor: figureSchema,
  tried: z.number(),
  /** Cost in orbit over the ground's at `tried`. */
  ratioThere: z.number(),
  /** SI, now and as needed; null for series and where there is none. */
  now: figureSchema,
  needed: figureSchema,
  unit: z.string(),
  withinRange: z.boolean().nullable(),
});
export type Threshold = z.infer<typeof thresholdSchema>;

/** What would have to be true for orbit to be at or below the ground from a month on. */
export const whenSchema = z.object({
  run: z.string(),
  month: monthSchema,
  work: workSchema,
  /** Null until the work is finished. */
  answer: z
    .object({
      /** Cost in orbit over the ground's, the worst month from then on. */
      ratio: z.number(),
      thresholds: z.array(thresholdSchema),
      /** All together at the end of their ranges that helps orbit. */
      ratioAtBest: figureSchema,
    })
    .nullable(),
});
export type When = z.infer<typeof whenSchema>;

export const whenQuerySchema = z.object({ month: monthSchema });
