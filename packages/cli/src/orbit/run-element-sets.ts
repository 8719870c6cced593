import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import { exit } from '../exit.ts';
import { faultsAsText } from '../faults.ts';
import type { Texts } from '../files.ts';
import { csv } from '../layout.ts';
import { print, writeTo } from '../output.ts';
import { BadInput, need } from '../stop.ts';
import { readInput } from './input.ts';
import type { OrbitOptions } from './options.ts';
import {
  errorLine,
  type Row,
  readElementSets,
  type SatelliteSun,
  seriesHead,
  seriesOf,
  sunOf,
} from './satellites.ts';
import { satelliteScreen } from './screens.ts';

/** `orbit --tle FILE`: sunlight of every satellite of a file. */
export function runElementSets(options: OrbitOptions, file: string): void {
  const texts: Texts = new Map();
  const { sets, repairedLines } = need(
    readElementSets(readInput(file, texts), file, options.repairChecksums === true),
    texts,
  );
  if (repairedLines.length > 0 && !options.json) {
    process.stderr.write(`Check digits mended in ${repairedLines.length} lines: ${brief(repairedLines)}.\n`);
  }
  const found: SatelliteSun[] = [];
  const faults: Fault[] = [];
  const lines: object[] = [];
  const rows: Row[] = [];
  const table = options.csv ?? options.out;
  for (const set of sets) {
    const sun = sunOf(set, options);
    if (sun.ok) {
      found.push(sun.value);
      lines.push(sun.value);
      if (table !== undefined) rows.push(...need(seriesOf(set, options), texts));
    } else {
      faults.push(...sun.faults);
      lines.push(errorLine(set, sun.faults));
    }
  }
  if (faults.length > 0 && !options.keepGoing) throw new BadInput(faults.map(withKeepGoing), texts);
  if (table !== undefined) writeTo(table, csv([seriesHead, ...rows]));
  const summary = {
    satellites: sets.length,
    computed: found.length,
    failed: faults.length,
    hours: options.hours,
    repairedLines,
  };
  if (options.json) print([...lines, { summary }].map((line) => JSON.stringify(line)).join('\n'));
  else if (table !== '-') print(satelliteScreen(found, process.stdout.isTTY === true));
  if (faults.length === 0) return;
  if (!options.json) process.stderr.write(`${faultsAsText(faults, texts, process.stderr.isTTY === true)}\n`);
  process.exitCode = exit.badInput;
}

const brief = (lines: readonly number[]): string =>
  `${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ' …' : ''}`;

const withKeepGoing = (fault: Fault): Fault => ({
  ...fault,
  fix: `${fault.fix} --keep-going reports it and goes on with the others.`,
});
