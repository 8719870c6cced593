import { type Command, Option } from 'commander';
import { whole } from '../options.ts';
import { instant, share, within } from '../orbit/quantities.ts';

export interface RttOptions {
  readonly shell: string;
  readonly places: string;
  /** Days of UTC since J2000. */
  readonly epoch?: number;
  readonly seconds: number;
  readonly step: number;
  /** `grid`, `none`, or a file. */
  readonly topology: string;
  readonly betweenShells?: number;
  readonly failed: string;
  readonly failedShare: number;
  readonly seed: number;
  readonly savePower?: boolean;
  readonly polarLimit?: number;
  readonly routing: 'shortest' | 'levels';
  readonly allowIsolated?: boolean;
  readonly acceptPlaces?: boolean;
  readonly contacts?: string;
  readonly json?: boolean;
  readonly csv?: string;
}

const examples = `
Examples:
  kardashev network rtt --shell plans/shells/kuiper-k1.yaml --places plans/shells/cities.csv
  kardashev network rtt --shell shell.yaml --places pairs.csv --epoch 2000-01-01T00:00:00Z --seconds 200 --step 1s --json
  kardashev network rtt --shell shell.yaml --places pairs.csv --topology links.csv --csv rtt.csv
  kardashev network rtt --shell shell.yaml --places pairs.csv --failed-share 0.05 --save-power

Files: docs/reference/shell.md. Ways are the shortest over satellites alone; a round trip is there and back at the
speed of light in vacuum, without queues. Times are --epoch and every step after it, up to --seconds, the end left
out. A satellite is plane · perPlane + slot, from 0.`;

/** Seconds with or without their unit. */
const seconds = (option: string, most: number) => {
  const read = within(option, 'time_s', '1s', [1e-3, most], 'a time above a millisecond');
  return (text: string) => read(/^[\d.eE+-]+$/.test(text.trim()) ? `${text.trim()} s` : text);
};

export function withRtt(command: Command): Command {
  const option = <T>(flags: string, words: string, parse: (text: string) => T) =>
    new Option(flags, words).argParser(parse);
  return command
    .requiredOption('--shell <file>', 'the shell, or several, as YAML')
    .requiredOption('--places <file>', 'pairs of places, as CSV')
    .addOption(
      option('--epoch <instant>', 'first instant, UTC; otherwise that of the shell', instant('--epoch')),
    )
    .addOption(option('--seconds <time>', 'how long', seconds('--seconds', 1e9)).default(1, '1 s'))
    .addOption(option('--step <time>', 'from one look to the next', seconds('--step', 1e9)).default(1, '1 s'))
    .option(
      '--topology <grid|none|file>',
      'who is linked: a CSV of links, or a .ts or .mjs that says so',
      'grid',
    )
    .addOption(
      option(
        '--between-shells <length>',
        'link each satellite of a smaller shell to the nearest of the next within this',
        within('--between-shells', 'reach_m', '2000km', [1, 1e8], 'a length'),
      ),
    )
    .option('--failed <list>', 'satellites and links that are out, as 12,40-41', '')
    .addOption(
      option('--failed-share <share>', 'of satellites that have failed', share('--failed-share')).default(0),
    )
    .option('--seed <n>', 'decides which those are', whole(0, 2 ** 32 - 1), 1)
    .option('--save-power', 'satellites in shadow switch links to other planes off')
    .addOption(
      option(
        '--polar-limit <angle>',
        'no links to other planes poleward of this',
        within('--polar-limit', 'limit_rad', '70deg', [0, Math.PI / 2], 'a latitude'),
      ),
    )
    .addOption(
      new Option('--routing <how>', 'shortest ways, or by levels: first over cells, then within')
        .choices(['shortest', 'levels'])
        .default('shortest'),
    )
    .option('--allow-isolated', 'go on when satellites have no link')
    .option('--accept-places', 'go on when places look swapped')
    .option(
      '--contacts <file>',
      'also write which station sees which satellite when, as CSV; lines then say when what is stored arrives',
    )
    .option('--json', 'print one JSON line a pair, and a summary')
    .option('--csv <file>', 'also write every time of every pair as CSV; - is standard output')
    .addHelpText('after', examples);
}
