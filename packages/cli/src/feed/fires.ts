import { gather } from '@kardashev/model/data/fires/gather.ts';
import type { Hotspot } from '@kardashev/model/data/fires/incident.ts';
import { incidentsSchema } from '@kardashev/model/data/fires/schema.ts';
import { Admission, admissionLimits } from '@kardashev/model/data/wire/admission.ts';
import { missingColumns, readFirms } from '@kardashev/model/data/wire/firms.ts';
import { isObservation } from '@kardashev/model/data/wire/observation.ts';
import { eachRow } from '@kardashev/model/evidence/csv.ts';
import type { Command } from 'commander';
import type { Texts } from '../files.ts';
import { type Setting, withSettings } from '../options.ts';
import { print } from '../output.ts';
import { BadInput } from '../stop.ts';
import { assumedOf } from './assumed.ts';
import { packedTextOf } from './bytes.ts';
import { type FireLine, fireOf } from './fire-line.ts';
import { firesScreen } from './fires-screen.ts';
import { Lines } from './lines.ts';

interface FiresOptions {
  readonly json?: boolean;
  readonly set: readonly Setting[];
}

const examples = `
Examples:
  kardashev feed fires hotspots.csv
  kardashev feed fires hotspots.csv --set incidents.farthest=4km --json

The table is that of NASA FIRMS (latitude, longitude, acq_date, acq_time, scan, track, confidence, frp), or has one
column observed_utc for the time. Area is that of the pixels and of what lies between them; growth is that of the
last 24 hours in which the fire was seen.`;

/** `feed fires`: hotspots as fires that grow. */
export function prepare(command: Command): void {
  withSettings(command)
    .option('--json', 'print one JSON line per fire, and a summary')
    .addHelpText('after', examples)
    .action(fires);
}

function fires(file: string, options: FiresOptions): void {
  const texts: Texts = new Map();
  const assumed = assumedOf('incidents', incidentsSchema, options.set, texts);
  const { hotspots, setAside } = hotspotsOf(file);
  const watch = gather(hotspots, assumed);
  const list = watch.incidents.map((incident) => fireOf(incident, assumed));
  const summary = {
    incidents: list.length,
    fires: list.filter(({ steady }) => !steady).length,
    hotspots: hotspots.length,
    faint: watch.faint,
    area_km2: list.reduce((sum, { area_km2 }) => sum + area_km2, 0),
    setAside,
  };
  if (options.json) printLines(list, summary);
  else print(firesScreen(file, list, summary));
}

function printLines(list: readonly FireLine[], summary: object): void {
  const lines = new Lines();
  for (const fire of list) lines.add(fire);
  lines.end(summary);
}

/** Hotspots of a file, each once, and how many rows were set aside for what reason. */
function hotspotsOf(file: string) {
  const text = packedTextOf(file);
  const header = eachRow(text).next().value?.cells ?? [];
  const missing = missingColumns(header);
  if (missing.length > 0) throw new BadInput([columnFault(file, missing)], new Map([[file, text]]));
  // A file of the past is no flood, however old and long it is.
  const gate = new Admission({
    ...admissionLimits,
    oldest_s: Number.POSITIVE_INFINITY,
    floodBurst: Number.POSITIVE_INFINITY,
  });
  const readings = readFirms(text, { received_s: Date.now() / 1000, source: file });
  const hotspots = readings.map((reading) => gate.admit(reading)).filter(isObservation);
  return { hotspots: hotspots as Hotspot[], setAside: gate.counts.setAside };
}

const columnFault = (file: string, missing: readonly string[]) => ({
  code: 'feed/columns',
  message: `${file} lacks ${missing.length > 1 ? 'columns' : 'a column'}: ${missing.join(', ')}.`,
  at: { file, line: 1 },
  cause: 'The first line of the table names its columns, and these are not among them.',
  fix: `Name the columns in the first line; ${missing.join(', ')} must be there, in any order.`,
});
