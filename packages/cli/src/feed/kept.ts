import { cloudEventOf } from '@kardashev/model/data/wire/cloud-event.ts';
import { type ObservationKind, observationKinds } from '@kardashev/model/data/wire/observation.ts';
import type { ObservationQuery } from '@kardashev/store/observations/query.ts';
import { type Command, Option } from 'commander';
import { type Setting, whole, withSettings } from '../options.ts';
import { instant, number, within } from '../orbit/quantities.ts';
import { print } from '../output.ts';
import { BadInput } from '../stop.ts';
import { coverageScreen, incidentsScreen, keptScreen } from './kept-screen.ts';
import { coverageOf, incidentsOf, keptOf } from './kept-view.ts';
import { Lines } from './lines.ts';
import { circleOf, unixOf } from './world-options.ts';

interface KeptOptions {
  readonly kind?: readonly ObservationKind[];
  /** Days of UTC since J2000. */
  readonly from?: number;
  readonly until?: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly reach: number;
  readonly latest?: number;
  readonly incidents?: boolean;
  readonly coverage?: boolean;
  readonly set: readonly Setting[];
  readonly json?: boolean;
}

const examples = `
Examples:
  kardashev feed kept observations --kind quake --from 2018-02-06T00:00Z --until 2018-02-07T00:00Z
  kardashev feed kept observations --latitude 24 --longitude 121.7 --reach 200km --json
  kardashev feed kept observations --incidents
  kardashev feed kept observations --coverage

The folder is one that feed ingest or feed replay --into has filled. Coverage asks, cell by cell and hour by hour,
whether anything with a place was sensed there: what is left is where we are blind. Silence counts as blind, though a
seismometer may listen where nothing quakes.`;

/** `feed kept DIR`: what was kept, by place, time and kind; as incidents; or where nothing was sensed. */
export function prepare(command: Command): void {
  command
    .addOption(new Option('--kind <kinds...>', 'only these kinds').choices(observationKinds))
    .addOption(new Option('--from <instant>', 'observed from, UTC').argParser(instant('--from')))
    .addOption(new Option('--until <instant>', 'observed before, UTC').argParser(instant('--until')))
    .addOption(new Option('--latitude <degrees>', 'near this place').argParser(number('--latitude', -90, 90)))
    .addOption(
      new Option('--longitude <degrees>', 'east positive').argParser(number('--longitude', -360, 360)),
    )
    .addOption(
      new Option('--reach <distance>', 'how near')
        .argParser(within('--reach', 'reach_m', '300km', [1, 2.1e7], 'a distance from a metre to 21,000 km'))
        .default(300_000, '300 km'),
    )
    .option('--latest <n>', 'at most so many, the latest', whole(1, 1e7))
    .addOption(new Option('--incidents', 'put them together to incidents').conflicts('coverage'))
    .option('--coverage', 'tell where and when nothing was sensed');
  withSettings(command)
    .option('--json', 'print one JSON line per item, and a summary')
    .addHelpText('after', examples)
    .action(kept);
}

async function kept(folder: string, options: KeptOptions): Promise<void> {
  const query = queryOf(options);
  const began_ms = performance.now();
  const found = await keptOf(folder, query);
  const summary = { observations: found.length, wall_s: (performance.now() - began_ms) / 1000 };
  if (options.coverage) {
    const view = coverageOf(found, query);
    if (!view) throw new BadInput([nothing(folder)]);
    const { cells, ...whole } = view;
    if (options.json) printLines(cells, { ...summary, ...whole });
    else print(coverageScreen(view));
  } else if (options.incidents) {
    const incidents = incidentsOf(found, options.set);
    if (options.json) printLines(incidents, { ...summary, incidents: incidents.length });
    else print(incidentsScreen(incidents));
  } else if (options.json) printLines(found.map(cloudEventOf), summary);
  else print(keptScreen(found));
}

function queryOf({ kind, from, until, latitude, longitude, reach, latest }: KeptOptions): ObservationQuery {
  const around = circleOf({ latitude, longitude, reach });
  return {
    ...(kind ? { kinds: kind } : {}),
    ...(from === undefined ? {} : { from_s: unixOf(from) }),
    ...(until === undefined ? {} : { until_s: unixOf(until) }),
    ...(around ? { around } : {}),
    ...(latest === undefined ? {} : { latest }),
  };
}

function printLines(items: readonly object[], summary: object): void {
  const lines = new Lines();
  for (const item of items) lines.add(item);
  lines.end(summary);
}

const nothing = (folder: string) => ({
  code: 'feed/empty',
  message: `Nothing in ${folder} that was asked for has a place.`,
  at: { file: folder },
  cause: 'Coverage counts observations with a place, and there are none.',
  fix: 'Ask for other kinds or times, or ingest a feed with places first.',
});
