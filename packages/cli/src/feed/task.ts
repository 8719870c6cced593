import { knownImagers } from '@kardashev/model/data/task/known-imagers.ts';
import { stacItemOf } from '@kardashev/model/data/tell/stac-item.ts';
import { type Command, Option } from 'commander';
import type { Setting } from '../options.ts';
import { withSettings } from '../options.ts';
import { instant, number, share, within } from '../orbit/quantities.ts';
import { print } from '../output.ts';
import { Lines } from './lines.ts';
import { task } from './task-run.ts';
import { taskScreen } from './task-screen.ts';

/** What the command was asked. */
export interface TaskOptions {
  readonly latitude: number;
  readonly longitude: number;
  /** Days of UTC since J2000. */
  readonly at: number;
  readonly elements: string;
  readonly repairChecksums?: boolean;
  readonly within: number;
  readonly most: number;
  readonly side?: number;
  readonly satellites?: string;
  readonly lasers?: boolean;
  readonly dark?: boolean;
  readonly probability: number;
  readonly set: readonly Setting[];
  readonly stac?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  kardashev feed task --latitude 10.1 --longitude=-85.3 --at 2022-08-10T14:42Z --elements catalog.tle.gz
  kardashev feed task --latitude 10.1 --longitude=-85.3 --at 2022-08-10T14:42Z --elements FILE.tle --lasers --json
  kardashev feed task --latitude 44.9 --longitude 11.2 --at 2022-08-10T02:03Z --elements FILE.tle --satellites 25544,43013

Every low object of the file is taken to carry the imager of catalogue/data.yaml, that can be turned by
tasking.farthestOffNadir: whether it has one, element sets do not say. --satellites names those that do, and
--satellites imagers takes ${knownImagers.length} that are known to (${knownImagers[0]!.name}, … ${knownImagers.at(-1)!.name}). Cloud is a climatology, not weather.`;

/** `feed task`: who can look at an event, and when the answer is known. */
export function prepare(command: Command): void {
  command
    .addOption(degreesOption('--latitude', 'north positive', 90).makeOptionMandatory())
    .addOption(degreesOption('--longitude', 'east positive', 360).makeOptionMandatory())
    .addOption(
      new Option('--at <instant>', 'when the event was told, UTC')
        .argParser(instant('--at'))
        .makeOptionMandatory(),
    )
    .requiredOption(
      '--elements <file>',
      'element sets: two-line, or OMM as .json, .xml, .kvn; may be packed with gzip',
    )
    .option('--repair-checksums', 'take wrong check digits for typing errors')
    .addOption(
      new Option('--within <time>', 'how long to look for passes')
        .argParser(within('--within', 'time_s', '24h', [60, 14 * 86_400], 'a time from a minute to 14 days'))
        .default(86_400, '24 h'),
    )
    .addOption(
      new Option('--most <number>', 'passes that are told').argParser(number('--most', 1, 1e6)).default(50),
    )
    .addOption(
      new Option('--side <length>', 'side of the square to be pictured; the swath if not given').argParser(
        within('--side', 'side_m', '20km', [1, 3e6], 'a length from a metre to 3,000 km'),
      ),
    )
    .option(
      '--satellites <numbers>',
      'catalogue numbers of satellites that carry an imager, separated by commas; or "imagers"',
    )
    .option('--lasers', 'satellites send through lasers to others and need no station')
    .option('--dark', 'tell passes in the dark too')
    .addOption(
      new Option('--probability <share>', 'how sure the event is before the look')
        .argParser(share('--probability'))
        .default(0.85),
    );
  withSettings(command)
    .addOption(new Option('--stac', 'print one STAC item per pass, GeoJSON').conflicts('json'))
    .option('--json', 'print one JSON line per pass, and a summary')
    .addHelpText('after', examples)
    .action((options: TaskOptions) => {
      const { passes, summary, side_m } = task(options);
      if (options.stac) {
        const place = { latitude_deg: options.latitude, longitude_deg: options.longitude };
        for (const pass of passes) print(JSON.stringify(stacItemOf(pass, place, side_m / 2 / degree_m)));
        return;
      }
      if (!options.json) {
        print(taskScreen(passes, summary));
        return;
      }
      const lines = new Lines();
      for (const pass of passes) lines.add(pass);
      lines.end(summary);
    });
}

/** A degree of latitude, mean. */
const degree_m = 111_195;

const degreesOption = (name: string, words: string, most: number): Option =>
  new Option(`${name} <degrees>`, words).argParser(number(name, -most, most));
