import { newYear } from '../../packages/model/src/transport/history/day.ts';

export const GCAT = 'GCAT, Jonathan McDowell, planet4589.org, CC BY 4.0';

/** The day on which the record ends. */
export const recordEnd = newYear(2024) - 1;
