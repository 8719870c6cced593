import type { EntryOf, PlanOf } from '../plan/attribute.ts';
import type { baseCollections } from '../plan/base.ts';
import { secondsPerYear } from '../time/calendar.ts';
import type { transportSchema } from './schema.ts';

/** The transport part of a plan, and one entry of each of its collections. */
export type TransportPlan = PlanOf<typeof transportSchema>;
type Rows = (typeof transportSchema)['collections'];
export type Vehicle = EntryOf<Rows['vehicles']>;
export type Pad = EntryOf<Rows['pads']>;
export type Design = EntryOf<Rows['satellites'] & (typeof baseCollections)['satellites']>;
export type Site = EntryOf<Rows['sites'] & (typeof baseCollections)['sites']>;

/** Length of a month in ages and delays; the steps themselves use the calendar's own lengths. */
export const month_s = secondsPerYear / 12;
