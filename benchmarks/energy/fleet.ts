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
 * Calls of one and of two threads take turns, so that the machine's moods hit both.
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
    '  Arithmetic bounds it: 75 operations a step of a vector (100 without fused ones), against two or three a cycle;\n' +
      '  state stays in the first cache, and a call reads and writes each satellite once.',
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
  const rates: { one: number[]; two: number[] } = { one: [], two: [] };
  for (let round = 0; round < rounds; round++) {
    rates.one.push(await rateOf(one, satellites));
    rates.two.push(await rateOf(two, satellites));
  }
  await one.close();
  await two.close();
  const [single, double] = [median(rates.one), median(rates.two)];
  const best = Math.max(...rates.one).toFixed(0);
  line(`${name}, one thread`, single, `best ${best}; goal ${goals[name]}`);
  const bestRatio = median(rates.two.map((rate, round) => rate / rates.one[round]!));
  line(`${name}, two threads`, double, `${bestRatio.toFixed(2)} × one, median of rounds; goal 1.80`);
}

async function poolOf(shells: readonly ShellFleet[], pool: FleetPool): Promise<FleetPool> {
  for (const shell of shells) place(shell, pool.lay(shell.rows.length, shell.perPlane));
  await pool.advance(steps);
  return pool;
}

async function rateOf(pool: FleetPool, satellites: number): Promise<number> {
  const begin = performance.now();
  await pool.advance(steps);
  return (satellites * steps) / (performance.now() - begin) / 1e3;
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
