import { z } from 'zod';

/** An expected failure, as every route answers it. */
export const problemSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    cause: z.string(),
    fix: z.string(),
  }),
});
export type Problem = z.infer<typeof problemSchema>;

/** The server answers. */
export const healthSchema = z.object({
  status: z.literal('ok'),
  version: z.string(),
  /** Since it began to listen. */
  uptime_s: z.number(),
});
export type Health = z.infer<typeof healthSchema>;

/** Whether the server can do its work: runs can be read, and the page is built. */
export const readinessSchema = healthSchema.extend({
  status: z.enum(['ok', 'unavailable']),
  checks: z.array(z.object({ name: z.string(), passes: z.boolean(), note: z.string() })),
});
export type Readiness = z.infer<typeof readinessSchema>;
