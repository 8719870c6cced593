import { z } from 'zod';
import { figureSchema } from './month.ts';

/** Kinds of evidence, strongest first. */
export const evidenceKinds = [
  'measured',
  'filed',
  'announced',
  'press',
  'derived',
  'datasheet',
  'assumed',
] as const;
export const evidenceKindSchema = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

/** A source that says something else about the same attribute. */
export const conflictSchema = z.object({
  text: z.string(),
  source: z.string(),
  asOf: z.string(),
  kind: evidenceKindSchema,
});

/** One assumption under a headline number. */
export const assumptionSchema = z.object({
  /** Where it stands in the plan: `satellites.ai1.arrayArea`. */
  path: z.string(),
  /** The value as written, with its unit: `605 m2`. */
  text: z.string(),
  /** The value in SI; null for words and series. */
  value: figureSchema,
  unit: z.string(),
  source: z.string(),
  asOf: z.string(),
  /** `plan`: the plan's author says so and names no source. */
  kind: z.enum([...evidenceKinds, 'plan']),
  /** d ln(headline) / d ln(assumption); null where it was not computed. */
  elasticity: figureSchema,
  conflicts: z.array(conflictSchema),
  /** What the attribute means. */
  doc: z.string().optional(),
  /** Within which it lies, SI; its bounds, or the middle 90 % where it has none. */
  range: z.tuple([z.number(), z.number()]).optional(),
  note: z.string().optional(),
  /** The headline that it moves most, where that was computed. */
  moves: z.object({ headline: z.string(), elasticity: z.number() }).optional(),
});
export type Assumption = z.infer<typeof assumptionSchema>;

/** The number keys of a verdict that the page opens; each has its lineage. */
export const headlineNames = [
  'fleet.satellites_end',
  'fleet.powerToCompute_W',
  'compute.tokensPerSecond',
  'capital.orbit_USDperPFLOPday',
  'capital.ground_USDperPFLOPday',
  'capital.cashLowest_USD',
  'capital.capitalNeeded_USD',
  'kardashev.fleet',
  'kardashev.mankind',
] as const;
export type HeadlineName = (typeof headlineNames)[number];

/** Where a headline number comes from. */
export const lineageSchema = z.object({
  /** Key of the number in the verdict: `fleet.powerToCompute_W`. */
  headline: z.string(),
  value: figureSchema,
  unit: z.string(),
  /** How it is computed, in words and symbols, one line each step. */
  formula: z.string(),
  /** Monthly columns that it is made of. */
  columns: z.array(z.string()).optional(),
  /** Whether elasticities are being worked out at this moment. */
  working: z.boolean().optional(),
  assumptions: z.array(assumptionSchema),
});
export type Lineage = z.infer<typeof lineageSchema>;
