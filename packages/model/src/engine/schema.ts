import { composeSchema, type PlanSchema } from '../plan/schema.ts';
import { rooms } from './rooms.ts';

/** All that a plan may say: the rooms' rows in one schema. */
export const planSchema: PlanSchema = composeSchema(rooms);
