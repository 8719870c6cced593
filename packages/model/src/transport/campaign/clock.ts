import { type Calendar, secondsPerDay } from '../../time/calendar.ts';

/** The plan's months on one axis: seconds and days from its first midnight. */
export interface Clock {
  /** Second at which each month begins, and the end of the last. */
  readonly start_s: Float64Array;
  /** Day at which each month begins, and the end of the last. */
  readonly start_d: Int32Array;
}

export function clockOf({ intervals }: Calendar): Clock {
  const start_s = new Float64Array(intervals.length + 1);
  for (const { index, seconds } of intervals) start_s[index + 1] = start_s[index]! + seconds;
  return { start_s, start_d: Int32Array.from(start_s, (time_s) => Math.round(time_s / secondsPerDay)) };
}
