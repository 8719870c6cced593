import { performance } from 'node:perf_hooks';
import { columns } from '@kardashev/kernels/fleet/columns.ts';
import { rowColumns, stateColumns, totalColumns } from '@kardashev/kernels/fleet/kernel.ts';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import type { WasmName } from '@kardashev/kernels/fleet/wasm.ts';
import { json2satrec, sgp4 } from 'satellite.js';
import { loadFleet } from '../../packages/cluster/src/fleet-module.ts';
import { FleetPool } from '../../packages/cluster/src/fleet-pool.ts';
import { nativeRates } from './native.ts';
import { median, place, planFleet, type ShellFleet, satellitesOf } from './plan-fleet.ts';

/** An hour of 10 s steps a call. */
const steps = 360;
const rounds = 5;
const goals = { 'wasm-strict': 200, 'wasm-relaxed': 250 } as const;

/**
 * The fleet step over the million plan's satellites, in all its makes: million satellite-steps a second, medians.
 * Calls of one and of two threads take turns, so that the machine's moods hit both; beside each rate stands the one
 * by the processor time that the threads had, which a busy machine does not lower.
 */
export async function run(): Promise<void> {
  const shells = planFleet();
  const satellites = satellitesOf(shells);
  const planes = shells.reduce((sum, { rows }) => sum + rows.length, 0);
  console.log(
    `  ${satellites} satellites in ${planes} planes, ${steps} steps of 10 s; million steps a second`,
  );
  for (const name of ['wasm-strict', 'wasm-relaxed'] as const) await makes(name, shells, satellites);
  line('reference, float64', referenceRate(shells), '');
  line('satellite.js, SGP4 positions alone', sgp4Rate(), '');
  const native = nativeRates(shells);
  if (native === undefined) console.log('  C: skipped, no gcc');
  for (const [name, { rate_Mps, clock_GHz }] of native ?? []) {
    const cycles = (clock_GHz * 1e3) / rate_Mps;
    line(name, rate_Mps, `${cycles.toFixed(1)} cycles a step at ${clock_GHz.toFixed(2)} GHz`);
  }
  console.log(
    '  Arithmetic bounds it: some 75 operations a step of a vector (90 without fused ones), 50 in sunlight and 40 in\n' +
      '  shadow, where shorter loops do; C goes through all of them. State stays in the first cache.',
  );
}

function line(name: string, rate_Mps: number, note: string): void {
  console.log(`  ${name.padEnd(36)} ${rate_Mps.toFixed(1).padStart(7)}  ${note}`);
}

async function makes(name: WasmName, shells: readonly ShellFleet[], satellites: number): Promise<void> {
  const module = loadFleet(name);
  if (module === undefined) {
    console.log(`  ${name}: skipped, this machine has no relaxed SIMD`);
    return;
  }
  const one = await poolOf(shells, new FleetPool(module, 1));
  const two = await poolOf(shells, new FleetPool(module, 2));
  const alone: Rate[] = [];
  const both: Rate[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(await rateOf(one, satellites, 1));
    both.push(await rateOf(two, satellites, 2));
  }
  await one.close();
  await two.close();
  const ratio = (of: (rate: Rate) => number): string =>
    median(both.map((rate, round) => of(rate) / of(alone[round]!))).toFixed(2);
  report(`${name}, one thread`, alone, `goal ${goals[name]}`);
  const scaling = `${ratio(({ wall_Mps }) => wall_Mps)} × one (${ratio(({ busy_Mps }) => busy_Mps)} ×); goal 1.80`;
  report(`${name}, two threads`, both, scaling);
}

/** By the wall, and as if the threads had had the cores for themselves. */
interface Rate {
  readonly wall_Mps: number;
  readonly busy_Mps: number;
}

function report(name: string, rates: readonly Rate[], note: string): void {
  const busy = median(rates.map(({ busy_Mps }) => busy_Mps)).toFixed(1);
  line(name, median(rates.map(({ wall_Mps }) => wall_Mps)), `(${busy} by the threads' own time)  ${note}`);
}

async function poolOf(shells: readonly ShellFleet[], pool: FleetPool): Promise<FleetPool> {
  for (const shell of shells) place(shell, pool.lay(shell.rows.length, shell.perPlane));
  await pool.advance(steps);
  return pool;
}

async function rateOf(pool: FleetPool, satellites: number, threads: number): Promise<Rate> {
  const begin = performance.now();
  const busy_s = pool.busy_s;
  await pool.advance(steps);
  const work = (satellites * steps) / 1e6;
  return {
    wall_Mps: work / ((performance.now() - begin) / 1e3),
    busy_Mps: (work * threads) / (pool.busy_s - busy_s),
  };
}

/** One satellite of every sixteenth plane. */
function referenceRate(shells: readonly ShellFleet[]): number {
  const rows = shells.flatMap((shell) => shell.rows).filter((_, index) => index % 16 === 0);
  const block = {
    rows: columns(rowColumns, rows.length),
    state: columns(stateColumns, rows.length),
    totals: columns(totalColumns, rows.length),
  };
  place({ name: '', rows, perPlane: 1 }, { ...block, perRow: 1, constantsAt: 0, stateAt: 0, totalsAt: 0 });
  const rates = Array.from({ length: rounds + 1 }, () => {
    const begin = performance.now();
    referenceFleet.advance(block.rows, block.state, block.totals, 0, rows.length, steps * 10);
    return (rows.length * steps * 10) / (performance.now() - begin) / 1e3;
  });
  return median(rates.slice(1));
}

/** A circular orbit like the fleet's, minute by minute. */
function sgp4Rate(): number {
  const record = json2satrec({
    OBJECT_NAME: 'fleet',
    OBJECT_ID: '2030-001A',
    EPOCH: '2030-01-01T00:00:00.000',
    MEAN_MOTION: 14.8,
    ECCENTRICITY: 0.0001,
    INCLINATION: 30,
    RA_OF_ASC_NODE: 0,
    ARG_OF_PERICENTER: 0,
    MEAN_ANOMALY: 0,
    EPHEMERIS_TYPE: 0,
    CLASSIFICATION_TYPE: 'U',
    NORAD_CAT_ID: 1,
    ELEMENT_SET_NO: 1,
    REV_AT_EPOCH: 1,
    BSTAR: 0,
    MEAN_MOTION_DOT: 0,
    MEAN_MOTION_DDOT: 0,
  });
  const count = 200_000;
  const rates = Array.from({ length: rounds + 1 }, () => {
    const begin = performance.now();
    for (let minute = 0; minute < count; minute++) sgp4(record, minute % 1440);
    return count / (performance.now() - begin) / 1e3;
  });
  return median(rates.slice(1));
}
