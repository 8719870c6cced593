import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { readPostTimes } from '@kardashev/model/data/fuse/post-times.ts';
import { readQuakeTable } from '@kardashev/model/data/fuse/quake-table.ts';
import { QuakeWatch } from '@kardashev/model/data/fuse/quake-watch.ts';
import { replay } from '@kardashev/model/data/fuse/replay.ts';
import { type Fusion, fusionSchema } from '@kardashev/model/data/fuse/schema.ts';
import { Voices } from '@kardashev/model/data/fuse/voices.ts';
import { isSetAside, type Observation } from '@kardashev/model/data/wire/observation.ts';
import { type Command, Option } from 'commander';
import type { Texts } from '../files.ts';
import { type Setting, withSettings } from '../options.ts';
import { readInput } from '../orbit/input.ts';
import { within } from '../orbit/quantities.ts';
import { print } from '../output.ts';
import { BadInput } from '../stop.ts';
import { assumedOf } from './assumed.ts';
import { fuseScreen } from './fuse-screen.ts';
import { Lines } from './lines.ts';
import { loadTowns } from './towns.ts';
import { knownOf, toldOf, type WorldOptions, withWorld, worldHelp } from './world-options.ts';

interface FuseOptions extends WorldOptions {
  readonly posts: string;
  readonly quakes: string;
  readonly publishDelay: number;
  readonly set: readonly Setting[];
  readonly json?: boolean;
}

const examples = `
Examples:
  kardashev feed fuse --posts TIMES.csv --quakes QUAKES.csv --publish-delay 300s
  kardashev feed fuse --posts TIMES.csv --quakes QUAKES.csv --set fusion.lagMedian=60s --json

TIMES.csv has a column posted_utc, QUAKES.csv time_utc, latitude_deg, longitude_deg, magnitude, and if it has them
depth_km and id. A burst of posts is told at once, without a place; with it once a published quake explains it. Where
posts have an author or a text as well, one author and copies of one text count once in ten minutes.
${worldHelp}`;

/** `feed fuse`: alerts from times of posts and a catalogue of quakes that is published late. */
export function prepare(command: Command): void {
  command
    .requiredOption('--posts <file>', 'times of posts, CSV')
    .requiredOption('--quakes <file>', 'quakes, CSV')
    .addOption(
      new Option('--publish-delay <time>', 'from the origin of a quake to its publication')
        .argParser(
          within('--publish-delay', 'delay_s', '300s', [0, 30 * 86_400], 'a time from zero to 30 days'),
        )
        .default(300, '300 s'),
    );
  withSettings(withWorld(command))
    .option('--json', 'print one JSON line per alert, and a summary')
    .addHelpText('after', examples)
    .action(fuse);
}

function fuse(options: FuseOptions): void {
  const texts: Texts = new Map();
  const setAside: Record<string, number> = {};
  const count = (reason: string, more = 1): void => {
    if (more > 0) setAside[reason] = (setAside[reason] ?? 0) + more;
  };
  const now_s = Date.now() / 1000;
  const fusion = assumedOf('fusion', fusionSchema, options.set, texts);
  const posts_s = postsOf(options.posts, texts, now_s, fusion, count);
  const quakes = quakesOf(options, texts, now_s, count);
  const watch = new QuakeWatch(fusion, loadTowns(), options.publishDelay);
  const decided = replay(watch, posts_s, quakes);
  const known = knownOf(decided, options, fusion);
  const alerts = known?.events ?? toldOf(decided, options);
  for (const [reason, more] of Object.entries(watch.counts.setAside)) count(reason, more);
  const { posts, bursts, echoes } = watch.counts;
  const summary = {
    posts,
    quakes: watch.counts.quakes,
    bursts,
    echoes,
    alerts: alerts.length,
    ...watch.told,
    publishDelay_s: options.publishDelay,
    setAside,
    ...(known ? { of: known.of, knownAt: known.knownAt, worldHash: known.hash } : {}),
  };
  if (options.json) printLines(alerts, summary);
  else print(fuseScreen(alerts, summary));
}

function printLines(alerts: readonly Alert[], summary: object): void {
  const lines = new Lines();
  for (const alert of alerts) lines.add(alert);
  lines.end(summary);
}

type Count = (reason: string, more?: number) => void;

function postsOf(file: string, texts: Texts, now_s: number, fusion: Fusion, count: Count): number[] {
  const read = readPostTimes(readInput(file, texts));
  if (!read) throw new BadInput([columnFault(file, 1, ['posted_utc'])], texts);
  count('no-time', read.withoutTime);
  const voices = new Voices(fusion);
  return read.voices.flatMap((voice) => {
    const heard = voice.at_s > now_s ? 'future' : voices.take(voice);
    if (heard === 'new') return [voice.at_s];
    count(heard);
    return [];
  });
}

function quakesOf(
  { quakes: file, publishDelay }: FuseOptions,
  texts: Texts,
  now_s: number,
  count: Count,
): Observation[] {
  const text = readInput(file, texts);
  const table = readQuakeTable(text, { source: file }, (origin_s) => origin_s + publishDelay);
  if ('missing' in table) throw new BadInput([columnFault(file, table.line, table.missing)], texts);
  return table.readings.flatMap((reading) => {
    if (isSetAside(reading)) count(reading.setAside);
    else if (reading.observed_s > now_s) count('future');
    else return [reading];
    return [];
  });
}

const columnFault = (file: string, line: number, missing: readonly string[]) => ({
  code: 'feed/columns',
  message: `${file} lacks ${missing.length > 1 ? 'columns' : 'a column'}: ${missing.join(', ')}.`,
  at: { file, line },
  cause: 'The first line of the table names its columns, and these are not among them.',
  fix: `Name the columns in the first line; ${missing.join(', ')} must be there, in any order.`,
});
