import { z } from 'zod';
import { monthSchema } from './month.ts';
import { fundingSchema } from './run.ts';

/** Where a fault sits: a place in a text, or a path in the plan. */
export const placeSchema = z.object({
  file: z.string().optional(),
  /** From 1. */
  line: z.number().int().optional(),
  /** From 1. */
  column: z.number().int().optional(),
  /** Dotted path in the plan: `satellites.ai1.arrayArea`. */
  path: z.string().optional(),
});

/** Why a run could not be carried out, coded as on the command line. */
export const faultSchema = z.object({
  code: z.string(),
  message: z.string(),
  at: placeSchema,
  cause: z.string(),
  fix: z.string(),
});
export type JobFault = z.infer<typeof faultSchema>;

/** A path of the plan. */
const pathSchema = z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'a path is keys joined by dots');
const mostSettings = 200;
const mostText = 200_000;

/** A run that is wished for. */
export const newRunSchema = z.strictObject({
  /** The name of a plan that ships (`million`), or the text of a plan in YAML, which may extend one that ships. */
  plan: z.string().min(1).max(mostText),
  /** Assumptions that are to be others: path and value with unit, as `--set` takes them. */
  set: z
    .record(pathSchema, z.string().min(1).max(1000))
    .refine((set) => Object.keys(set).length <= mostSettings, `at most ${mostSettings} assumptions`)
    .default({}),
  /** Of all chance. */
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1),
});
export type NewRun = z.infer<typeof newRunSchema>;

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export const jobStateSchema = z.enum(jobStates);
export type JobState = z.infer<typeof jobStateSchema>;

/** How far a run is. */
export const jobProgressSchema = z.object({
  /** `preparing`: fast models fill tables, counted in points; `months`: counted through all passes. */
  stage: z.enum(['preparing', 'months']),
  done: z.number().int(),
  total: z.number().int(),
  /** The month computed last; null while preparing. */
  month: monthSchema.nullable(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;

/** A run that this server was asked to carry out. It lives as long as the server; its run stays. */
export const jobSchema = z.object({
  job: z.string(),
  state: jobStateSchema,
  /** The plan's name; of a text, as far as it is known. */
  plan: z.string(),
  title: z.string(),
  seed: z.number().int(),
  set: z.record(z.string(), z.string()),
  /** Name of the run, from when it is written; a cancelled one can be resumed by it. */
  run: z.string().nullable(),
  /** ISO 8601, UTC. */
  asked: z.string(),
  begun: z.string().nullable(),
  ended: z.string().nullable(),
  progress: jobProgressSchema.nullable(),
  faults: z.array(faultSchema),
});
export type Job = z.infer<typeof jobSchema>;

/** Newest first. `mayStart`: whether the asker may start runs here. */
export const jobListSchema = z.object({ jobs: z.array(jobSchema), mayStart: z.boolean() });
export type JobList = z.infer<typeof jobListSchema>;

/** First frame of a job's state: what the numbers of the frames after it are. */
export const stateHeaderSchema = z.object({
  run: z.string(),
  /** Months of a pass. */
  labels: z.array(monthSchema),
  /** Ways of funding, one pass after the other. Frame k is month k mod labels of pass k ÷ labels. */
  passes: z.array(fundingSchema),
  /** Rows that are shells in orbit. */
  shells: z.array(z.string()),
  columns: z.array(z.object({ port: z.string(), row: z.string(), unit: z.string(), doc: z.string() })),
});
export type StateHeader = z.infer<typeof stateHeaderSchema>;

/** A plan that ships. */
export const planRowSchema = z.object({ name: z.string(), title: z.string(), about: z.string() });
export type PlanRow = z.infer<typeof planRowSchema>;
export const planListSchema = z.object({ plans: z.array(planRowSchema) });
export type PlanList = z.infer<typeof planListSchema>;
