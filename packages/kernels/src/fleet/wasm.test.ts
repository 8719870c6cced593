import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FleetKernel, stateColumns, totalColumns } from './kernel.ts';
import { referenceFleet } from './reference.ts';
import { anyRow, type Row, rowAt, satellite, start } from './testing.ts';
import { type FleetAdvance, tolerance, type WasmName, wasmFleet } from './wasm.ts';

function load(name: WasmName): FleetKernel | undefined {
  const file = new URL(`../../wasm/${name.replace('wasm', 'fleet')}.wasm`, import.meta.url);
  const bytes = readFileSync(file);
  if (!WebAssembly.validate(bytes)) return undefined;
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return wasmFleet(name, instance.exports.advance as FleetAdvance, memory);
}

const strict = load('wasm-strict')!;
const relaxed = load('wasm-relaxed');

type Begun = ReturnType<typeof start>;

const stepped = (kernel: FleetKernel, begun: Begun, steps: number): Begun => {
  kernel.advance(begun.rows, begun.state, begun.totals, 0, begun.rows.step_s.length, steps);
  return begun;
};

/** What a total could have been at most: errors are stated over this. */
function scaleOf(name: (typeof totalColumns)[number], row: Row, time_s: number): number {
  if (name === 'time_s' || name === 'sunlit_s') return time_s;
  if (name === 'junction_K') return 300;
  if (name === 'radiator_Ks') return 300 * time_s;
  if (name === 'least_J') return row.usable_J + 1;
  if (name === 'dose_Gy') return row.dose_GyperS * time_s;
  if (name === 'work_FLOP') return row.work_FLOPperJ * (row.load_W + row.idle_W) * time_s;
  const heat_W = row.infrared_W + row.sunHeat_W + row.albedo_W;
  const power_W = row.array_W * (1 + row.coldGain) + row.load_W + row.housekeeping_W;
  const warming_J = 10 * (row.radiatorCapacity_JperK + row.coolantCapacity_JperK);
  return (heat_W + power_W) * time_s + row.usable_J + warming_J;
}

function worstError(kernel: FleetKernel, row: Row, perRow: number, steps: number, load = 1): number {
  const exact = stepped(referenceFleet, start([row], perRow, 0.9, load), steps);
  const found = stepped(kernel, start([row], perRow, 0.9, load), steps);
  let worst = 0;
  for (const name of totalColumns) {
    const scale = scaleOf(name, row, steps * row.step_s);
    exact.totals[name].forEach((value, index) => {
      worst = Math.max(worst, Math.abs(found.totals[name][index]! - value) / scale);
    });
  }
  return worst;
}

/** Bit patterns of all that a run leaves, for one satellite. */
const bits = ({ state, totals }: Begun, index: number): bigint[] => {
  const values = [
    ...stateColumns.map((name) => state[name][index]!),
    ...totalColumns.map((name) => totals[name][index]!),
  ];
  return Array.from(new BigUint64Array(Float64Array.from(values).buffer));
};

describe.each([strict, relaxed].filter((kernel) => kernel !== undefined))(
  'the fleet step in $name',
  (kernel) => {
    it('agrees with the reference on random designs within the stated tolerance', () => {
      const steps = fc.integer({ min: 1, max: 1500 });
      const step_s = fc.double({ min: 5, max: 60, noNaN: true });
      const perRows = fc.integer({ min: 1, max: 20 });
      const loads = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));
      fc.assert(
        fc.property(anyRow, steps, step_s, perRows, loads, (row, count, step, perRow, load) => {
          expect(worstError(kernel, { ...row, step_s: step }, perRow, count, load)).toBeLessThan(tolerance);
        }),
        { numRuns: 150 },
      );
    });

    it('agrees over a day of 10 s steps, whatever the angle of the Sun', () => {
      for (const beta of [0, 0.4, 0.9, 1.15, 1.4]) {
        expect(worstError(kernel, { ...rowAt(beta), step_s: 10 }, 3, 8640)).toBeLessThan(tolerance);
      }
    });

    it('keeps the orbit to metres over a month', () => {
      const row = { ...satellite, step_s: 30 };
      const begun = stepped(kernel, start([row]), 86_400);
      const turn = 86_400 * 30 * row.rate_radperS;
      expect(
        Math.hypot(begun.state.cosine[0]! - Math.cos(turn), begun.state.sine[0]! - Math.sin(turn)),
      ).toBeLessThan(5 / 6.98e6);
    });
  },
);

describe('the strict fleet step', () => {
  it('gives a satellite the same bytes alone and in any batch', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 2, max: 45 }),
        fc.integer({ min: 1, max: 700 }),
        (list, perRow, steps) => {
          // Short steps let tiles stay wholly in sunlight or in shadow for some batches and not for others.
          const rows = list.map((row) => ({ ...row, step_s: 10 }));
          const together = stepped(strict, start(rows, perRow, 0.2), steps);
          rows.forEach((row, index) => {
            for (const slot of [0, Math.floor(perRow / 2), perRow - 1]) {
              const alone = start([row]);
              alone.state.cosine[0] = Math.cos(slot * 0.2);
              alone.state.sine[0] = Math.sin(slot * 0.2);
              expect(bits(stepped(strict, alone, steps), 0)).toEqual(bits(together, index * perRow + slot));
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
