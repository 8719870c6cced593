import { z } from 'zod';
import { evidenceKinds } from './lineage.ts';
import { fundingSchema } from './run.ts';

/** How a value is known, where from and of when. */
const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds),
  source: z.string(),
  asOf: z.string(),
  note: z.string().optional(),
});

const distributionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('uniform'), low: z.number(), high: z.number() }),
  z.object({ kind: z.literal('triangular'), low: z.number(), mode: z.number(), high: z.number() }),
  z.object({ kind: z.literal('logtriangular'), low: z.number(), mode: z.number(), high: z.number() }),
  z.object({ kind: z.literal('normal'), mean: z.number(), sd: z.number() }),
  z.object({ kind: z.literal('lognormal'), median: z.number(), sigma: z.number() }),
]);

/** One value of a plan, with where it is from. */
export const planValueSchema = z.object({
  /** SI number, one number a month for a series, or a word or flag. */
  value: z.union([z.number(), z.array(z.number()), z.string(), z.boolean()]),
  /** As written in the plan, the override or the catalogue: `605 m2`. */
  text: z.string(),
  unit: z.string(),
  origin: z.enum(['plan', 'override', 'catalogue', 'schema']),
  evidence: evidenceSchema.optional(),
  distribution: distributionSchema.optional(),
  conflicts: z.array(z.object({ text: z.string(), evidence: evidenceSchema })).optional(),
});
export type PlanValue = z.infer<typeof planValueSchema>;

/** A plan with everything that a run of it depends on but seed and version: enough to run it again anywhere. */
export const resolvedPlanSchema = z.object({
  name: z.string(),
  title: z.string(),
  funding: fundingSchema,
  reportBooks: z.boolean(),
  reportApart: z.boolean(),
  /** Months since 2026-01, both included. */
  from: z.number().int(),
  to: z.number().int(),
  entries: z.record(z.string(), z.array(z.string())),
  /** By path: `energy.busPower`, `satellites.ai1.arrayArea`. */
  values: z.record(z.string(), planValueSchema),
});

/** The plan of a run as it was run. */
export const planDocumentSchema = z.object({
  run: z.string(),
  seed: z.number().int(),
  plan: resolvedPlanSchema,
  /** Keys of the response tables that the run used, by name: `/api/tables/KEY`. */
  tables: z.record(z.string(), z.string()),
  /** The plan's file, as `extends` and `kardashev run` take it; null where it is not known any more. */
  file: z.string().nullable(),
  /** Text of that file; null where it is gone. */
  text: z.string().nullable(),
  /** Whether that file, with the run's own overrides, still reads as the plan that was run. */
  faithful: z.boolean(),
  /** Whether the models that made the run are those of this server, and so of the page. */
  sameModels: z.boolean(),
});
export type PlanDocument = z.infer<typeof planDocumentSchema>;
