import { z } from 'zod';
import { assumptionSchema } from './lineage.ts';
import { monthSchema } from './month.ts';
import { quantitySchema } from './verdict.ts';

/** A monthly column that another number is made of. */
export const inputSchema = z.object({
  /** Name of the column: `inService`. */
  column: z.string(),
  /** The subsystem that writes it. */
  room: z.string(),
  unit: z.string(),
  doc: z.string(),
  /** Read in the same month, as the month before left it, or over all months of the run. */
  when: z.enum(['now', 'before', 'months']),
});
export type Input = z.infer<typeof inputSchema>;

/** Where a monthly column comes from. */
export const columnLineageSchema = z.object({
  column: z.string(),
  /** The row that was asked for, where one was. */
  row: z.string().nullable(),
  room: z.string(),
  unit: z.string(),
  doc: z.string(),
  /** How it is computed, one line a step; empty where only `doc` says it. */
  formula: z.string(),
  /** What the room that writes it reads of others. */
  inputs: z.array(inputSchema),
  /** Rooms that go on with it. */
  readers: z.array(z.string()),
  /** Headlines that are made of it. */
  headlines: z.array(z.string()),
  /** What that room takes from the plan, the most telling first as far as that is known. */
  assumptions: z.array(assumptionSchema),
});
export type ColumnLineage = z.infer<typeof columnLineageSchema>;

/** Where the computed quantity of a claim comes from. */
export const claimLineageSchema = z.object({
  claim: z.string(),
  /** What is computed, in words. */
  quantity: z.string(),
  computed: quantitySchema,
  unit: z.string(),
  /** First and last month it was read over. */
  from: monthSchema,
  to: monthSchema,
  inputs: z.array(inputSchema),
  /** What it takes straight from the plan. */
  assumptions: z.array(assumptionSchema),
});
export type ClaimLineage = z.infer<typeof claimLineageSchema>;
