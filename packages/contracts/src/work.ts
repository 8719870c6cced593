import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** How far something stands that takes the server a while: asked for with POST, watched with GET, ended with DELETE. */
export const workSchema = z.object({
  state: z.enum(['none', 'waiting', 'running', 'finished', 'failed', 'cancelled']),
  /** Runs of a plan done so far, of how many; 0 of 0 as long as that is not known. */
  done: z.number().int(),
  total: z.number().int(),
  /** Why it failed. */
  trouble: problemSchema.shape.error.nullable(),
});
export type Work = z.infer<typeof workSchema>;
