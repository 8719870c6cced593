import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Batches } from '@kardashev/feeds/batches.ts';
import { MemoryBus } from '@kardashev/feeds/bus/memory.ts';
import { syntheticPosts, syntheticSource } from '@kardashev/model/data/replay/synthetic-posts.ts';
import { Admission, admissionLimits } from '@kardashev/model/data/wire/admission.ts';
import { cloudEventOf } from '@kardashev/model/data/wire/cloud-event.ts';
import { unixText } from '@kardashev/model/data/wire/globe.ts';
import { isObservation, type Observation } from '@kardashev/model/data/wire/observation.ts';
import { readUsgs } from '@kardashev/model/data/wire/usgs.ts';
import { KeyedRandom } from '@kardashev/model/random/philox.ts';
import { ObservationKeep } from '@kardashev/store/observations/keep.ts';
import type { Command } from 'commander';
import { type Setting, whole, withSettings } from '../options.ts';
import { print } from '../output.ts';
import { BadInput, need } from '../stop.ts';
import { packedTextOf } from './bytes.ts';
import { fuseScreen } from './fuse-screen.ts';
import { Lines } from './lines.ts';
import { reasonsLine } from './reasons.ts';
import { watchReplay } from './watch-replay.ts';
import { type WorldOptions, withWorld, worldHelp } from './world-options.ts';

interface ReplayOptions extends WorldOptions {
  readonly seed: number;
  readonly delay: number;
  readonly into?: string;
  readonly fuse?: boolean;
  readonly set: readonly Setting[];
  readonly json?: boolean;
}

const examples = `
Examples:
  kardashev feed replay
  kardashev feed replay --json --into observations
  kardashev feed replay all_month.geojson
  kardashev feed replay --fuse
  kardashev feed replay --fuse --known-at 2018-02-06T15:52Z

Without a file, the quakes are those that USGS recorded from 31 January to 7 February 2018. Posts about them are made
up, by the seed, and say so: their source is ${syntheticSource}. Quakes become known some minutes late. Each
observation is printed as a CloudEvent, in the order in which it would have arrived.

With --fuse they go through the whole chain, to what a duty officer would have been told, and when.
${worldHelp}`;

/** Where the week lies in its package, from the package's entry. */
const shipped = '../data/earthquakes.json';

/** `feed replay`: a recorded week of quakes, with posts that are made up, in the order of arrival. */
export function prepare(command: Command): void {
  withSettings(withWorld(command))
    .option('--seed <n>', 'seed of the posts', whole(0, 2 ** 32 - 1), 1)
    .option('--delay <seconds>', 'from a quake to its publication', whole(0, 86_400), 300)
    .option('--into <dir>', 'also keep the observations in this folder')
    .option('--fuse', 'tell alerts, as they would have been decided, in place of observations')
    .option('--json', 'print one CloudEvent a line, or one alert, and a summary')
    .addHelpText('after', examples)
    .action(replay);
}

async function replay(file: string | undefined, options: ReplayOptions): Promise<void> {
  const path = file ?? join(dirname(createRequire(import.meta.url).resolve('vega-datasets')), shipped);
  const gate = new Admission({ ...admissionLimits, floodBurst: Number.POSITIVE_INFINITY });
  const arrivals = arrivalsOf(path, file, options, gate);
  const began_ms = performance.now();
  const admitted = arrivals.map((observation) => gate.admit(observation)).filter(isObservation);
  if (options.into !== undefined) await keepAll(admitted, options.into);
  const summary = {
    ...gate.counts,
    quakes: admitted.filter(({ kind }) => kind === 'quake').length,
    syntheticPosts: admitted.filter(({ source }) => source === syntheticSource).length,
    from: admitted.length > 0 ? unixText(admitted[0]!.received_s) : null,
    until: admitted.length > 0 ? unixText(admitted.at(-1)!.received_s) : null,
    wall_s: (performance.now() - began_ms) / 1000,
  };
  const watched = options.fuse ? watchReplay(admitted, options) : undefined;
  if (options.json)
    printLines(watched?.lines ?? admitted.map(cloudEventOf), { ...summary, ...watched?.summary });
  else
    print(
      [screen(file, summary), ...(watched ? ['', fuseScreen(watched.lines, watched.summary)] : [])].join(
        '\n',
      ),
    );
}

/** Quakes as they became known, and posts as they were made, by arrival. What is no quake is counted at the gate. */
function arrivalsOf(
  path: string,
  file: string | undefined,
  { delay, seed }: ReplayOptions,
  gate: Admission,
): Observation[] {
  const readings = readUsgs(packedTextOf(path), { received_s: 0, source: 'usgs' });
  const quakes = readings
    .filter(isObservation)
    .map((quake) => ({ ...quake, received_s: quake.observed_s + delay }));
  for (const reading of readings) if (!isObservation(reading)) gate.admit(reading);
  if (quakes.length === 0) throw new BadInput([noQuakes(file ?? path)]);
  const posts = syntheticPosts(quakes, new KeyedRandom(seed, syntheticSource));
  return [...quakes, ...posts].sort((a, b) => a.received_s - b.received_s || (a.id < b.id ? -1 : 1));
}

/** Over the bus into a folder, as live feeds go. */
async function keepAll(observations: readonly Observation[], folder: string): Promise<void> {
  const keep = need(await ObservationKeep.open(folder));
  const bus = new MemoryBus();
  try {
    const batches = new Batches(20_000);
    const all = [...batches.add(observations), ...batches.rest()];
    const known = new Set((await keep.names(0)).map(nameOf));
    let taken = 0;
    const done = new Promise<void>((resolve) => {
      void bus.take('observations', 'keep', async (batch) => {
        await keep.append(batch.observations.filter((observation) => !known.has(nameOf(observation))));
        if (++taken === all.length) resolve();
      });
    });
    for (const batch of all) await bus.publish('observations', batch);
    await done;
    await keep.compact();
  } finally {
    await bus.close();
    keep.close();
  }
}

const nameOf = ({ source, id, revision }: Pick<Observation, 'source' | 'id' | 'revision'>): string =>
  `${source}\n${id}\n${revision}`;

function printLines(items: readonly object[], summary: object): void {
  const lines = new Lines();
  for (const item of items) lines.add(item);
  lines.end(summary);
}

function screen(
  file: string | undefined,
  summary: {
    readonly quakes: number;
    readonly syntheticPosts: number;
    readonly setAside: Readonly<Record<string, number>>;
    readonly from: string | null;
    readonly until: string | null;
  },
): string {
  return [
    `${file ?? 'A week of quakes, as USGS recorded it'}: ${summary.from} to ${summary.until}`,
    `${summary.quakes} quakes; ${summary.syntheticPosts} posts about them, made up`,
    ...reasonsLine(summary.setAside),
  ].join('\n');
}

const noQuakes = (file: string) => ({
  code: 'feed/shape',
  message: `${file} holds no quakes.`,
  at: { file },
  cause: 'Wanted is a document of the USGS earthquake feeds, GeoJSON, with at least one earthquake.',
  fix: 'Fetch one, such as all_month.geojson, or leave the file out for the week that ships.',
});
