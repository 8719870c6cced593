import { columnOf, csvRows } from '../../evidence/csv.ts';
import { unixTime_s } from '../wire/globe.ts';
import type { Voice } from './voices.ts';

/** Times of posts, and how many rows had none. */
export interface PostTimes {
  /** Unix seconds, in the order of the file: that of arrival. */
  readonly times_s: readonly number[];
  /** The same posts, with author and text where the table has them. */
  readonly voices: readonly Voice[];
  readonly withoutTime: number;
}

const columns = {
  time: ['posted_utc', 'time_utc', 'created_at', 'timestamp', 'time'],
  author: ['author', 'author_id', 'user_id', 'user', 'did'],
  text: ['text'],
} as const;

/** Reads a table of posts, of which the time is needed; undefined where no column holds one. */
export function readPostTimes(text: string): PostTimes | undefined {
  const [head, ...rows] = csvRows(text);
  const header = head?.cells ?? [];
  const column = columnOf(header, columns.time);
  if (column < 0) return undefined;
  const [author, said] = [columnOf(header, columns.author), columnOf(header, columns.text)];
  const voices = rows.flatMap(({ cells }): Voice[] => {
    const at_s = unixTime_s(cells[column]);
    return at_s === undefined ? [] : [{ at_s, author: cells[author], text: cells[said] }];
  });
  const times_s = voices.map(({ at_s }) => at_s);
  return { times_s, voices, withoutTime: rows.length - times_s.length };
}
