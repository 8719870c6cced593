import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { columns } from '@kardashev/kernels/fleet/columns.ts';
import { rowColumns } from '@kardashev/kernels/fleet/kernel.ts';
import { rowConstants, writeRows } from '@kardashev/kernels/fleet/wasm-layout.ts';
import { median, type ShellFleet } from './plan-fleet.ts';

export interface NativeRates {
  readonly rate_Mps: number;
  readonly clock_GHz: number;
}

const flags = ['-O3', '-march=native'];

/** Rates of step.c for vectors of 128, 256 and 512 bits; undefined without a compiler. */
export function nativeRates(shells: readonly ShellFleet[]): Map<string, NativeRates> | undefined {
  if (spawnSync('gcc', ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-step-'));
  try {
    const source = fileURLToPath(new URL('./step.c', import.meta.url));
    const data = join(folder, 'planes');
    writeFileSync(data, constantsOf(shells));
    return new Map(
      [128, 256, 512].flatMap((bits) => {
        const program = join(folder, `step-${bits}`);
        const width = `-mprefer-vector-width=${bits}`;
        const { status } = spawnSync('gcc', [...flags, width, source, '-o', program, '-lm']);
        if (status !== 0) return [];
        const lines = execFileSync(program, [data, '6', '3'], { encoding: 'utf8' }).trim().split('\n');
        const read = (index: number) => median(lines.map((line) => Number(line.split(' ')[index])));
        return [[`gcc ${flags.join(' ')}, ${bits} bits`, { rate_Mps: read(0), clock_GHz: read(1) }] as const];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every eighth plane will do. */
function constantsOf(shells: readonly ShellFleet[]): Uint8Array {
  const planes = shells.flatMap(({ rows, perPlane }) =>
    rows.filter((_, index) => index % 8 === 0).map((row) => ({ row, perPlane })),
  );
  const made = columns(rowColumns, planes.length);
  planes.forEach(({ row }, index) => {
    for (const name of rowColumns) made[name][index] = row[name];
  });
  const constants = new Float64Array(planes.length * rowConstants);
  writeRows(made, 0, planes.length, 360, constants);
  const values = planes.flatMap(({ perPlane }, index) => [
    perPlane,
    ...constants.subarray(index * rowConstants, (index + 1) * rowConstants),
  ]);
  return new Uint8Array(Float64Array.from([planes.length, ...values]).buffer);
}
