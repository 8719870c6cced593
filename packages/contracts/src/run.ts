import { z } from 'zod';

/** How a plan is paid for: built as announced, only with what its own books pay, or by each company for itself. */
export const fundingSchema = z.enum(['as-needed', 'books', 'apart']);
export type Funding = z.infer<typeof fundingSchema>;

/** One line of the list of runs. */
export const runSummarySchema = z.object({
  /** Name of the run, part of its address. */
  run: z.string(),
  /** Name of the plan. */
  plan: z.string(),
  /** The plan's title, for people. */
  title: z.string(),
  seed: z.number().int(),
  funding: fundingSchema,
  state: z.enum(['finished', 'unfinished']),
  /** When it was begun: ISO 8601, UTC. */
  begun: z.string(),
  /** Months done so far. */
  months: z.number().int(),
  /** Hash of the result; null as long as the run is unfinished. */
  hash: z.string().nullable(),
  /** Satellites in service in the last month, where known. */
  satellites_end: z.number().nullable(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export const runListSchema = z.object({ runs: z.array(runSummarySchema) });
export type RunList = z.infer<typeof runListSchema>;

/** A run in an address: a name of one folder. */
export const runParamsSchema = z.object({ run: z.string().regex(/^[\w-][\w.-]*$/) });
