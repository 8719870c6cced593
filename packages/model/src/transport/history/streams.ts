import { mostStreams } from './assumptions.ts';
import { yearsBefore } from './day.ts';
import type { RecordedLaunch } from './log.ts';

/** Launches for one kind of customer, year by year up to the end of the log. */
export interface Stream {
  readonly name: string;
  /** Counts of years that end on the log's last day of the year, the first with the stream's first launch. */
  readonly counts: readonly number[];
}

/** The log by payload type: own satellites grow unlike those of customers. One stream where the log has no types. */
export function streamsOf(launches: readonly RecordedLaunch[], until: number): Stream[] {
  const days = new Map<string, number[]>();
  for (const { payloadType, day } of launches) {
    const known = days.get(payloadType) ?? [];
    known.push(day);
    days.set(payloadType, known);
  }
  const ranked = [...days].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const rest = ranked.slice(mostStreams).flatMap(([, some]) => some);
  const streams = ranked.slice(0, mostStreams).map(([name, some]) => streamOf(name || 'all', some, until));
  return rest.length === 0 ? streams : [...streams, streamOf('others', rest, until)];
}

function streamOf(name: string, days: readonly number[], until: number): Stream {
  const first = days.reduce((low, day) => Math.min(low, day), Infinity);
  const counts: number[] = [];
  for (let back = 0; yearsBefore(until, back) >= first; back++) {
    const [from, to] = [yearsBefore(until, back + 1), yearsBefore(until, back)];
    counts.push(days.filter((day) => day > from && day <= to).length);
  }
  return { name, counts: counts.reverse() };
}
