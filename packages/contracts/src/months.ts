import { z } from 'zod';
import { figureSchema, monthSchema } from './month.ts';
import { fundingSchema } from './run.ts';

/** One result of every month: a port of the model, or a headline number. */
export const columnSchema = z.object({
  /** Name of the port, with its unit as the model writes it: `powerToCompute_W`. */
  name: z.string(),
  /** The subsystem that wrote it, or `headline`. */
  room: z.string(),
  /** Unit for people: `W`, `1`, `USD`. */
  unit: z.string(),
  doc: z.string(),
  /** What each row stands for: hosts, vehicles, segments …; one row named `all` if there is but one. */
  rows: z.array(z.string()),
  /** One array a row, one number a month. */
  values: z.array(z.array(figureSchema)),
});
export type Column = z.infer<typeof columnSchema>;

/** Monthly results of a run. */
export const monthsSchema = z.object({
  labels: z.array(monthSchema),
  columns: z.array(columnSchema),
});
export type Months = z.infer<typeof monthsSchema>;

/**
 * `?columns=inService,cash_USD` asks for a few columns; without it all are sent. `funding=books` asks for the
 * pass in which the plan pays for itself; without it the plan's own funding is meant.
 */
export const monthsQuerySchema = z.object({
  columns: z.string().optional(),
  funding: fundingSchema.optional(),
});
