import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observation } from '../../packages/model/src/data/wire/observation.ts';
import { observationKinds } from '../../packages/model/src/data/wire/observation.ts';
import { KeyedRandom } from '../../packages/model/src/random/philox.ts';
import { ObservationKeep } from '../../packages/store/src/observations/keep.ts';

const count = 1_000_000;
const batch = 50_000;
const questions = 200;
const week_s = 7 * 86_400;
/** What the room promises of the slowest one in twenty. */
const wanted_ms = 50;
const random = new KeyedRandom(11, 'query');

/** A million observations of a week, asked by place, time and kind. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-bench-'));
  const opened = await ObservationKeep.open(folder);
  if (!opened.ok) throw new Error(opened.faults[0]!.message);
  const keep = opened.value;
  for (let from = 0; from < count; from += batch) await keep.append(observations(from));
  await time('as they were stored', keep);
  await keep.compact();
  await time('made one segment', keep);
  keep.close();
  rmSync(folder, { recursive: true });
}

function observations(from: number): Observation[] {
  return Array.from({ length: batch }, (_, row) => {
    const index = from + row;
    const observed_s = 1.7e9 + week_s * random.uniform(index, 0);
    return {
      kind: observationKinds[index % 4]!,
      id: `o${index}`,
      source: 'bench',
      revision: 0,
      observed_s,
      received_s: observed_s + 60,
      place: {
        latitude_deg: 140 * (random.uniform(index, 1) - 0.5),
        longitude_deg: 359 * (random.uniform(index, 2) - 0.5),
        radius_m: 100,
      },
      values: { magnitude: index % 9, depth_m: index },
    };
  });
}

async function time(name: string, keep: ObservationKeep): Promise<void> {
  const times_ms: number[] = [];
  let rows = 0;
  for (let index = 0; index < questions; index++) {
    const from_s = 1.7e9 + (week_s - 6 * 3600) * random.uniform(index, 3);
    const began_ms = performance.now();
    const found = await keep.query({
      kinds: [observationKinds[index % 4]!],
      from_s,
      until_s: from_s + 6 * 3600,
      around: {
        latitude_deg: 130 * (random.uniform(index, 4) - 0.5),
        longitude_deg: 350 * (random.uniform(index, 5) - 0.5),
        radius_m: 300_000,
      },
    });
    times_ms.push(performance.now() - began_ms);
    rows += found.length;
  }
  times_ms.sort((a, b) => a - b);
  const [p50, p95] = [0.5, 0.95].map((share) => times_ms[Math.floor(share * questions)]!) as [number, number];
  const { segments } = await keep.size();
  console.log(
    `  ${name} (${segments} segments): p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, ${(wanted_ms / p95).toFixed(1)} × as fast as wanted; ${(rows / questions).toFixed(1)} rows each`,
  );
}
