import { z } from 'zod';
import { figureSchema, monthSchema } from './month.ts';

/** One line of the list of studies: many futures of one plan. */
export const studySummarySchema = z.object({
  /** Name of the study, part of its address. */
  study: z.string(),
  /** Name of the plan whose futures they are. */
  plan: z.string(),
  seed: z.number().int(),
  sampling: z.string(),
  /** Samples at hand, and how many were asked for. */
  samples: z.number().int(),
  asked: z.number().int(),
  /** When the last of them was written, ISO 8601. */
  written: z.string(),
  /** In how many assumptions the study's plan differs from that of the run asked for; null without such a run. */
  differences: z.number().int().nullable(),
});
export type StudySummary = z.infer<typeof studySummarySchema>;

/** `?run=million-7` lists studies of that run's plan alone. */
export const studiesQuerySchema = z.object({ run: z.string().optional() });

/** Newest first. */
export const studyListSchema = z.object({ studies: z.array(studySummarySchema) });
export type StudyList = z.infer<typeof studyListSchema>;

/** Quantiles of a number over the samples that have it. */
export const spreadSchema = z.object({
  unit: z.string(),
  mean: figureSchema,
  sd: figureSchema,
  p5: figureSchema,
  p25: figureSchema,
  p50: figureSchema,
  p75: figureSchema,
  p95: figureSchema,
  /** Share of the samples that have no such number: a crossover that never comes. */
  none_share: z.number(),
});
export type StudySpread = z.infer<typeof spreadSchema>;

/** A number over time: quantiles at the December of each year; null where no sample has it. */
export const fanSchema = z.object({
  unit: z.string(),
  years: z.array(z.number().int()),
  p5: z.array(figureSchema),
  p25: z.array(figureSchema),
  p50: z.array(figureSchema),
  p75: z.array(figureSchema),
  p95: z.array(figureSchema),
});
export type StudyFan = z.infer<typeof fanSchema>;

/** What a study came to. Samples run the plan's own funding. */
export const studySchema = studySummarySchema.extend({
  /** First and last month of the plan. */
  from: monthSchema,
  to: monthSchema,
  /** Headline numbers by their keys in the verdict: `fleet.powerToCompute_W`. */
  outputs: z.record(z.string(), spreadSchema.nullable()),
  /** By the claims' ids: shares of the samples, and half of the 95 % interval of the first. */
  claims: z.record(
    z.string(),
    z.object({
      holds_share: z.number(),
      fails_share: z.number(),
      undecided_share: z.number(),
      error: z.number(),
    }),
  ),
  /** Samples whose plan cannot be run. */
  infeasible: z.object({ count: z.number().int(), share: z.number() }),
  fans: z.record(z.string(), fanSchema),
});
export type Study = z.infer<typeof studySchema>;
