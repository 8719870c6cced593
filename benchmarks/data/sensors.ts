import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Batches } from '../../packages/feeds/src/batches.ts';
import { Intake } from '../../packages/feeds/src/intake.ts';
import { admissionLimits } from '../../packages/model/src/data/wire/admission.ts';
import { type FormatName, formats } from '../../packages/model/src/data/wire/formats.ts';
import { ObservationKeep } from '../../packages/store/src/observations/keep.ts';
import { firmsTables, jetstreamLines, now_s, sbsLines, usgsDocuments } from './payloads.ts';

/** What the room promises, on one core: parse to stored observation. */
const wanted_perS = 50_000;
const batchSize = 50_000;
const count = 200_000;

const feeds: readonly [FormatName, (count: number) => string[]][] = [
  ['sbs', sbsLines],
  ['firms', firmsTables],
  ['usgs', usgsDocuments],
  ['jetstream', jetstreamLines],
];

/** Payloads of each wire format, parsed, admitted and stored: observations a second of one core, against what is wanted. */
export async function run(): Promise<void> {
  console.log(
    `  one core, ${count.toLocaleString('en')} observations a format, batches of ${batchSize.toLocaleString('en')}`,
  );
  for (const [format, make] of feeds) {
    const payloads = make(count);
    const parsed = await rateOf(() => intakeAll(format, payloads));
    const stored = await rateOf(() => storeAll(format, payloads));
    console.log(
      `  ${format.padEnd(10)} parsed and admitted ${kilo(parsed)} k/s, stored as well ${kilo(stored)} k/s: ${(stored / wanted_perS).toFixed(1)} × what is wanted`,
    );
  }
}

const kilo = (rate_perS: number): string => (rate_perS / 1000).toFixed(0).padStart(4);

/** Things a second of processor time, so that what else the machine does is not counted. */
async function rateOf(work: () => number | Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  return done / ((user + system) / 1e6);
}

const intake = (format: FormatName): Intake =>
  new Intake(
    format,
    formats[format].read,
    { ...admissionLimits, floodBurst: Number.POSITIVE_INFINITY },
    { feed_s: 60, content_s: 60 },
  );

function intakeAll(format: FormatName, payloads: readonly string[]): number {
  const door = intake(format);
  return payloads.reduce((sum, payload) => sum + door.take(payload, now_s).length, 0);
}

async function storeAll(format: FormatName, payloads: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-bench-'));
  const keep = await ObservationKeep.open(folder);
  if (!keep.ok) throw new Error(keep.faults[0]!.message);
  const door = intake(format);
  const batches = new Batches(batchSize);
  let stored = 0;
  const store = async (full: ReturnType<Batches['rest']>) => {
    for (const { observations } of full) {
      await keep.value.append(observations);
      stored += observations.length;
    }
  };
  for (const payload of payloads) await store(batches.add(door.take(payload, now_s)));
  await store(batches.rest());
  keep.value.close();
  rmSync(folder, { recursive: true });
  return stored;
}
