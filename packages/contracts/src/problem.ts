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

export const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });
export type Health = z.infer<typeof healthSchema>;
