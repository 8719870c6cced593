import { describe, expect, it } from 'vitest';
import { expectValue, housePlan, houseTables } from '../../testing/house.ts';
import { LedgerLeak } from './ledger.ts';
import { loops } from './loop.ts';
import { orderOf } from './order.ts';
import type { RunResult } from './result.ts';
import { rooms } from './rooms.ts';
import { prepareRun, simulate, simulateAtOnce } from './run.ts';
import type { RunSink } from './sink.ts';
import { Twin } from './twin.ts';

const short = housePlan('million', [{ path: 'period.to', text: '2031-12' }]);
const tables = houseTables(short);
const prepared = (seed = 7) => expectValue(prepareRun(short, { seed, tables }));

/** A sink that keeps checkpoints in memory, and may stop the run after some of them. */
function memory(stopAfter = Infinity): RunSink & { readonly checkpoints: Uint8Array[] } {
  const checkpoints: Uint8Array[] = [];
  return {
    checkpoints,
    progress: () => {},
    checkpoint: async (snapshot) => {
      checkpoints.push(snapshot);
      if (checkpoints.length >= stopAfter) throw new Error('stopped');
    },
    finish: async () => {},
  };
}

describe('the twin', () => {
  it('finds its order and its one loop in what the rooms read', () => {
    const nodes = rooms.map((room) => ({ name: room.name, readsNow: room.reads.now, writes: room.writes }));
    const groups = orderOf(nodes).map((group) => group.map((index) => rooms[index]?.name));
    expect(groups).toEqual([['transport'], [...(loops[0]?.rooms ?? [])], ['capital']]);
  });

  it('gives the same hash for the same seed and another for another', () => {
    const first = simulateAtOnce(prepared()).hash;
    expect(simulateAtOnce(prepared()).hash).toBe(first);
    expect(simulateAtOnce(prepared(8)).hash).not.toBe(first);
  });

  it('ends the same from every checkpoint', async () => {
    const whole = memory();
    const { hash } = expectValue(await simulate(prepared(), whole));
    // Three passes of six years.
    expect(whole.checkpoints).toHaveLength(18);
    for (const checkpoint of whole.checkpoints) {
      expect(expectValue(await simulate(prepared(), memory(), checkpoint)).hash).toBe(hash);
    }
  });

  it('refuses a torn checkpoint with a code', async () => {
    const sink = memory(1);
    await expect(simulate(prepared(), sink)).rejects.toThrow('stopped');
    const torn = (sink.checkpoints[0] as Uint8Array).slice(0, -9);
    const outcome = await simulate(prepared(), memory(), torn);
    expect(outcome.ok ? [] : outcome.faults).toMatchObject([{ code: 'run/torn-checkpoint' }]);
  });

  it('stops a run into which a kilowatt leaks, by name', () => {
    const leaky = rooms.map((room) =>
      room.name === 'compute'
        ? {
            ...room,
            close: (...[params, state, input, out, interval]: Parameters<NonNullable<typeof room.close>>) => {
              room.close?.(params, state, input, out, interval);
              const energy = out.chipEnergy_J as Float64Array;
              if (interval.month === 36) energy[0] = (energy[0] as number) - 1e3 * interval.seconds;
            },
          }
        : room,
    );
    const twin = expectValue(Twin.compile(short, { seed: 7, funding: 'as-needed', tables, rooms: leaky }));
    const run = () => {
      while (!twin.finished) twin.advance();
    };
    expect(run).toThrow(LedgerLeak);
    expect(twin.done).toBe(36);
    expect(run).toThrow(/power leaks .* at low-30 in 2029-01/);
  });

  it('ends where a room of a loop opens with what another has yet to find', () => {
    const hasty = rooms.map((room) =>
      room.name === 'energy'
        ? {
            ...room,
            open: (...[params, state, input, out, interval]: Parameters<NonNullable<typeof room.open>>) => {
              room.open?.(params, state, input, out, interval);
              (out.corruption_perS as Float64Array)[0] = (
                input.now.chipDemand_W as Float64Array
              )[0] as number;
            },
          }
        : room,
    );
    const twin = expectValue(Twin.compile(short, { seed: 7, funding: 'as-needed', tables, rooms: hasty }));
    expect(() => twin.advance()).toThrow(TypeError);
  });

  it('never lets a stock or a power go below zero', () => {
    const { passes }: RunResult = simulateAtOnce(prepared());
    const stocks = /^(inService|massInOrbit_kg|massWaiting_kg|powerToCompute_W|useful_FLOP|debt_USD)/;
    for (const column of passes.flatMap((pass) => pass.columns)) {
      if (stocks.test(column.name))
        expect([column.name, Math.min(...column.values)]).toEqual([
          column.name,
          expect.toSatisfy((least: number) => least >= 0),
        ]);
    }
  });
});

describe('paying from the books', () => {
  it('never builds more than building as announced, and binds on cash', () => {
    const [announced, books] = simulateAtOnce(prepared()).passes;
    const total = (pass: typeof announced) =>
      pass?.columns
        .filter((column) => column.port === 'inService')
        .reduce((sum, column) => sum + (column.values[column.values.length - 1] as number), 0) ?? 0;
    expect(total(books)).toBeLessThan(total(announced));
    expect(books?.binding).toContain('cash');
    expect(announced?.binding).not.toContain('cash');
  });
});
