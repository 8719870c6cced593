import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { FleetSample } from '@kardashev/kernels/fleet/wasm.ts';
import { loadFleet } from '../../packages/cluster/src/fleet-module.ts';
import { FleetPool } from '../../packages/cluster/src/fleet-pool.ts';
import { identifier, literal, withDuck } from '../../packages/store/src/duck.ts';
import { place, planFleet, satellitesOf, step_s } from './plan-fleet.ts';

/*
 * The million plan's satellites through a day of 10 s steps, with statistics of the fleet for every minute written to
 * Parquet. Prints time and the most memory that this process ever had.
 */

const steps = 8640;
const stepsPerSample = 6;
const goal_GiB = 1;

async function day(): Promise<void> {
  const shells = planFleet();
  const module = loadFleet('wasm-relaxed') ?? loadFleet('wasm-strict');
  if (module === undefined) throw new Error('No module of the fleet step is valid here.');
  const threads = availableParallelism();
  const pool = new FleetPool(module, threads);
  for (const shell of shells) place(shell, pool.lay(shell.rows.length, shell.perPlane));
  const begin = performance.now();
  const samples = await pool.sample(steps, stepsPerSample);
  const stepped_s = (performance.now() - begin) / 1e3;
  const busy_s = pool.busy_s;
  await pool.close();
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-day-'));
  const file = join(folder, 'fleet.parquet');
  await write(file, samples);
  const all_s = (performance.now() - begin) / 1e3;
  const size = statSync(file).size;
  rmSync(folder, { recursive: true });
  const satellites = satellitesOf(shells);
  const rate = (satellites * steps) / stepped_s / 1e6;
  const peak_GiB = process.resourceUsage().maxRSS / 2 ** 20;
  const text = (value: number, digits: number) => value.toFixed(digits);
  console.log(
    `  ${satellites} satellites, ${steps} steps of ${step_s} s, ${module.name}, ${threads} threads`,
  );
  console.log(
    `  stepped in ${text(stepped_s, 1)} s (${text(rate, 0)} M/s; ${text(busy_s, 1)} s of processors), ` +
      `with Parquet ${text(all_s, 1)} s`,
  );
  console.log(
    `  ${samples.length} minutes in ${text(size / 1024, 0)} KiB; peak memory ${text(peak_GiB, 2)} GiB, goal ${goal_GiB}`,
  );
  const last = samples.at(-1)!;
  const mean = (of: (sample: FleetSample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  console.log(
    `  mean power to chips ${text(mean(({ chips_W }) => chips_W) / 1e9, 1)} GW, sunlit ` +
      `${text((100 * mean(({ sunlit }) => sunlit)) / satellites, 2)} %, hottest junction of the last minute ` +
      `${text(last.junction_K, 1)} K`,
  );
}

/** One row a minute, in order. */
async function write(file: string, samples: readonly FleetSample[]): Promise<void> {
  const names = Object.keys(samples[0]!) as (keyof FleetSample)[];
  await withDuck(async (duck) => {
    const columns = names.map((name) => `${identifier(name)} DOUBLE`).join(', ');
    await duck.run(`CREATE TABLE fleet (time_s DOUBLE, ${columns})`);
    const appender = await duck.createAppender('fleet');
    samples.forEach((sample, index) => {
      appender.appendDouble((index + 1) * stepsPerSample * step_s);
      for (const name of names) appender.appendDouble(sample[name]);
      appender.endRow();
    });
    appender.closeSync();
    await duck.run(
      `COPY (SELECT * FROM fleet ORDER BY time_s) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  });
}

await day();
