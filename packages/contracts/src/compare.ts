import { z } from 'zod';
import { figureSchema } from './month.ts';
import { workSchema } from './work.ts';

/** What an assumption is in one of two plans, and who says so. */
const saidSchema = z.object({ text: z.string(), source: z.string(), kind: z.string(), asOf: z.string() });
export type Said = z.infer<typeof saidSchema>;

/** One thing in which two plans differ. `structure` is what cannot change one by one: entries, period, funding. */
export const differenceSchema = z.object({
  assumption: z.string(),
  /** Paths of the plan that change with it; empty for the structure. */
  paths: z.array(z.string()),
  a: saidSchema,
  b: saidSchema,
});
export type Difference = z.infer<typeof differenceSchema>;

/** Why a headline number of one run is not that of the other. */
export const explainedSchema = z.object({
  /** Key in the verdict. */
  headline: z.string(),
  unit: z.string(),
  a: figureSchema,
  b: figureSchema,
  /** The largest first; they add up to b − a. Empty where either has no such number. */
  parts: z.array(
    z.object({
      assumption: z.string(),
      part: z.number(),
      /** How far the part depends on the order in which assumptions are taken over. */
      spread: z.number(),
    }),
  ),
});
export type Explained = z.infer<typeof explainedSchema>;

/** Two runs side by side: in what they differ at once, and what each difference does when the work is finished. */
export const compareSchema = z.object({
  a: z.string(),
  b: z.string(),
  /** Seed of all runs made to explain; that of `a`. */
  seed: z.number().int(),
  /** Whether both runs were made by the models that explain them. */
  sameCode: z.boolean(),
  assumptions: z.array(differenceSchema),
  work: workSchema,
  explained: z.array(explainedSchema).nullable(),
  /** Runs of the plan it took; null until finished. */
  runs: z.number().int().nullable(),
});
export type Compare = z.infer<typeof compareSchema>;

const runName = z.string().regex(/^[\w-][\w.-]*$/);
export const compareQuerySchema = z.object({ a: runName, b: runName });
