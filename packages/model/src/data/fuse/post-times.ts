import { csvRows } from '../../evidence/csv.ts';
import { unixTime_s } from '../wire/globe.ts';

/** Times of posts, and how many rows had none. */
export interface PostTimes {
  /** Unix seconds, in the order of the file: that of arrival. */
  readonly times_s: readonly number[];
  readonly withoutTime: number;
}

const columns = ['posted_utc', 'time_utc', 'created_at', 'timestamp', 'time'];

/** Reads a table of posts of which only the time is used; undefined where no column holds one. */
export function readPostTimes(text: string): PostTimes | undefined {
  const [head, ...rows] = csvRows(text);
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const column = names.findIndex((name) => columns.includes(name));
  if (column < 0) return undefined;
  const times_s: number[] = [];
  for (const { cells } of rows) {
    const time_s = unixTime_s(cells[column]);
    if (time_s !== undefined) times_s.push(time_s);
  }
  return { times_s, withoutTime: rows.length - times_s.length };
}
