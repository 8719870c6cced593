import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type Sgp4Satellite, sgp4Satellite } from '@kardashev/model/sky/sgp4.ts';
import { runColumns, sgp4Run } from '@kardashev/model/sky/sgp4-run.ts';
import { readTle } from '@kardashev/model/sky/tle.ts';
import { sgp4 } from 'satellite.js';

const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const file = `${folder}/orbits/catalog-2022-08.tle.gz`;
const minutes = 1440;
const chunk = 500;

/**
 * SGP4 over a catalogue for every minute of a day: our run against satellite.js's own function in a loop, both
 * initialised before. They take turns on chunks of the catalogue, so that the machine's moods hit both; rates
 * are medians over chunks.
 */
export async function run(): Promise<void> {
  if (!existsSync(file)) {
    console.log('  skipped: needs KARDASHEV_DATA/orbits/catalog-2022-08.tle.gz');
    return;
  }
  const satellites = load();
  const deep = satellites.filter(({ record }) => record.method === 'd');
  const near = satellites.filter(({ record }) => record.method === 'n');
  console.log(
    `  ${satellites.length} satellites × ${minutes} minutes, one core; million places and velocities a second`,
  );
  report('near the Earth', near);
  report('deep space', deep);
  report('all', satellites);
}

function load(): Sgp4Satellite[] {
  const read = readTle(gunzipSync(readFileSync(file)).toString(), { repairChecksums: true });
  if (!read.ok) throw new Error(read.faults[0]?.message);
  return read.value.sets.flatMap((set) => {
    const satellite = sgp4Satellite(set);
    return satellite.ok ? [satellite.value] : [];
  });
}

function report(name: string, satellites: readonly Sgp4Satellite[]): void {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let from = 0; from < satellites.length; from += chunk) {
    const part = satellites.slice(from, from + chunk);
    ours.push(rate(part, ourLoop));
    theirs.push(rate(part, theirLoop));
  }
  const [a, b] = [median(ours), median(theirs)];
  const text = `${a.toFixed(2)}, satellite.js ${b.toFixed(2)}, ratio ${(a / b).toFixed(2)}`;
  console.log(`  ${name.padEnd(16)} ${text}`);
}

/** Millions of steps a second. */
function rate(part: readonly Sgp4Satellite[], loop: (part: readonly Sgp4Satellite[]) => number): number {
  const start = performance.now();
  const placed = loop(part);
  if (placed === 0) throw new Error('nothing was computed');
  return (part.length * minutes) / (performance.now() - start) / 1e3;
}

const out = new Float64Array(minutes * runColumns);

function ourLoop(part: readonly Sgp4Satellite[]): number {
  let placed = 0;
  for (const satellite of part) placed += sgp4Run(satellite, 0, 1, minutes, out);
  return placed;
}

function theirLoop(part: readonly Sgp4Satellite[]): number {
  let placed = 0;
  for (const { record } of part) {
    for (let minute = 0; minute < minutes; minute++) if (sgp4(record, minute) !== null) placed++;
  }
  return placed;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}
