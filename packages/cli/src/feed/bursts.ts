import { readPostTimes } from '@kardashev/model/data/fuse/post-times.ts';
import { type Burst, BurstDetector } from '@kardashev/model/data/posts/bursts.ts';
import { burstsSchema } from '@kardashev/model/data/posts/bursts-schema.ts';
import type { Command } from 'commander';
import type { Texts } from '../files.ts';
import { type Setting, withSettings } from '../options.ts';
import { readInput } from '../orbit/input.ts';
import { print } from '../output.ts';
import { BadInput } from '../stop.ts';
import { assumedOf } from './assumed.ts';
import { Lines } from './lines.ts';
import { reasonsLine } from './reasons.ts';

interface BurstsOptions {
  readonly json?: boolean;
  readonly set: readonly Setting[];
}

const examples = `
Examples:
  kardashev feed bursts times.csv
  kardashev feed bursts times.csv --set bursts.falseAlarmInterval="90 d" --json

The file has a column posted_utc, in order of arrival. Each trigger is decided with the posts up to it alone.`;

/** `feed bursts TIMES.csv`: when a stream of posts tells of a sudden event. */
export function prepare(command: Command): void {
  withSettings(command)
    .option('--json', 'print one JSON line per trigger, and a summary')
    .addHelpText('after', examples)
    .action(bursts);
}

function bursts(file: string, options: BurstsOptions): void {
  const texts: Texts = new Map();
  const read = readPostTimes(readInput(file, texts));
  if (read === undefined) throw new BadInput([columnFault(file)], texts);
  const settings = assumedOf('bursts', burstsSchema, options.set, texts);
  const detector = new BurstDetector(settings);
  const setAside: Record<string, number> = {};
  if (read.withoutTime > 0) setAside['no-time'] = read.withoutTime;
  const triggers: Burst[] = [];
  for (const time_s of read.times_s) {
    const { taken, burst } = detector.push(time_s);
    if (taken !== 'counted') setAside[taken] = (setAside[taken] ?? 0) + 1;
    if (burst !== undefined) triggers.push(burst);
  }
  const aside = Object.values(setAside).reduce((sum, count) => sum + count, 0);
  const posts = read.times_s.length + read.withoutTime - aside;
  const summary = { bursts: triggers.length, posts, setAside };
  if (options.json) printLines(triggers, summary);
  else print(screen(triggers, summary));
}

/** Times as in the file: to the second, or finer where a post was. */
const utc = (time_s: number) => new Date(1000 * time_s).toISOString().replace('.000Z', 'Z');

function printLines(triggers: readonly Burst[], summary: object): void {
  const lines = new Lines();
  for (const { at_s, since_s, posts, falseAlarms_perS } of triggers) {
    lines.add({ at: utc(at_s), since: utc(since_s), posts, falseAlarms_perDay: 86_400 * falseAlarms_perS });
  }
  lines.end(summary);
}

function screen(
  triggers: readonly Burst[],
  { posts, setAside }: { readonly posts: number; readonly setAside: Record<string, number> },
): string {
  const rows = triggers.map(({ at_s, since_s, posts: count, falseAlarms_perS }) => {
    const days = Math.min(1 / falseAlarms_perS / 86_400, 36_525);
    const rarity = days >= 36_525 ? 'never' : `once in ${days.toFixed(0)} d`;
    return `${utc(at_s).padEnd(24)} ${String(count).padStart(3)} posts in ${String(at_s - since_s).padStart(5)} s   by chance ${rarity}`;
  });
  return [
    ...rows,
    ...(rows.length > 0 ? [''] : []),
    `${triggers.length} bursts in ${posts} posts.`,
    ...reasonsLine(setAside),
  ].join('\n');
}

const columnFault = (file: string) => ({
  code: 'feed/columns',
  message: `${file} lacks a column: posted_utc.`,
  at: { file, line: 1 },
  cause: 'The first line of the table names its columns, and none of them holds times of posts.',
  fix: 'Name the columns in the first line; posted_utc must be there, as in 2012-09-05T14:45:01Z.',
});
