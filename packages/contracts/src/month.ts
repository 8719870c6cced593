import { z } from 'zod';

/** A month, `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is written YYYY-MM');

/** A number that may be missing: JSON has neither Infinity nor NaN, so both are sent as null. */
export const figureSchema = z.number().nullable();
