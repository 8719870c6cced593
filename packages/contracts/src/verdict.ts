import { z } from 'zod';
import { figureSchema, monthSchema } from './month.ts';
import { fundingSchema } from './run.ts';

/** What can bind a plan, in the order of the contract. */
export const constraintNames = [
  'permits',
  'pads',
  'boosters',
  'ships',
  'tankers',
  'propellant',
  'payloadMass',
  'payloadVolume',
  'factory',
  'chips',
  'cells',
  'grounding',
  'cash',
  'power',
  'heat',
  'isl',
  'downlink',
  'demand',
] as const;
export const constraintSchema = z.enum(constraintNames);
export type ConstraintName = z.infer<typeof constraintSchema>;

/** The months, both included, in which one constraint binds more than any other. */
export const bindingSchema = z.object({ from: monthSchema, to: monthSchema, constraint: constraintSchema });
export type Binding = z.infer<typeof bindingSchema>;

/** A quantity of a claim: a number in the claim's unit, a month, yes or no, or not known. */
export const quantitySchema = z.union([z.number(), z.string(), z.boolean(), z.null()]);
export type Quantity = z.infer<typeof quantitySchema>;

/** One claim of the announcement, tested. */
export const claimSchema = z.object({
  id: z.string(),
  /** The claim in words. */
  said: z.string(),
  /** What is computed to test it, in words. */
  quantity: z.string(),
  claimed: quantitySchema,
  computed: quantitySchema,
  unit: z.string(),
  verdict: z.enum(['holds', 'fails', 'undecided']),
  /** How far the computed quantity lies on the good side (positive) or the bad side, relative to the claimed. */
  margin: figureSchema,
  /** What would have to be true for the verdict to turn, or why there is none. */
  instead: z.string(),
});
export type Claim = z.infer<typeof claimSchema>;

/** Stocks and rates are at the last month unless the key says peak. FLOP/s are dense bf16. */
export const fleetSchema = z.object({
  satellites_peak: z.number(),
  satellites_end: z.number(),
  massInOrbit_kg: z.number(),
  powerToCompute_W: z.number(),
});
export const computeSchema = z.object({
  delivered_FLOPperS: z.number(),
  tokensPerSecond: z.number(),
  trainingRun: z.object({ days: figureSchema }),
});
export const capitalSchema = z.object({
  orbit_USDperPFLOPday: figureSchema,
  ground_USDperPFLOPday: figureSchema,
  /** First month in which orbit is cheaper than the ground, or null if there is none. */
  crossover: monthSchema.nullable(),
  /** Why the crossover comes or does not, in words. */
  why: z.string().nullable(),
  cashLowest_USD: figureSchema,
  insolvent: z.boolean(),
  /** First month without cash and with nothing left to borrow. */
  insolventFrom: monthSchema.nullable(),
  capitalNeeded_USD: figureSchema,
});
export const kardashevSchema = z.object({ fleet: figureSchema, mankind: figureSchema });

/** The numbers of a plan that one looks at first. */
export const headlinesSchema = z.object({
  fleet: fleetSchema,
  compute: computeSchema,
  capital: capitalSchema,
  kardashev: kardashevSchema,
});
export type Headlines = z.infer<typeof headlinesSchema>;

/** A further pass of a run: the same plan paid for in another way. */
export const passSchema = headlinesSchema.extend({ binding: z.array(bindingSchema).optional() });
export type FurtherPass = z.infer<typeof passSchema>;

/** The document that `kardashev run --json` prints. */
export const verdictSchema = z.object({
  plan: z.string(),
  /** The plan's title, for people. */
  title: z.string(),
  seed: z.number().int(),
  run: z.string(),
  /** Version of the program that made the run. */
  version: z.string(),
  hash: z.string(),
  months: z.number().int(),
  funding: fundingSchema,
  ...headlinesSchema.shape,
  binding: z.array(bindingSchema),
  claims: z.array(claimSchema),
  /** The same numbers when the plan may spend only what its own books pay; absent if it was run so anyway. */
  books: passSchema.optional(),
  /** The same numbers when the companies are not joined; absent if the plan does not ask for it. */
  apart: passSchema.optional(),
  wall_s: z.number(),
});
export type Verdict = z.infer<typeof verdictSchema>;
