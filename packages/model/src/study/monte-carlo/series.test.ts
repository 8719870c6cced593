import { describe, expect, it } from 'vitest';
import { expectValue, housePlan, houseTables } from '../../../testing/house.ts';
import { prepareRun, simulateAtOnce } from '../../engine/run.ts';
import { Reading } from '../reading.ts';
import { headlines } from '../verdict.ts';
import { fansOf } from './fans.ts';
import { emptyRows } from './sampler.ts';
import { decembers, seriesWidth, writeSeries, yearlySeries } from './series.ts';

const plan = { ...housePlan('million', [{ path: 'period.to', text: '2029-12' }]), reportBooks: false };

describe('what a study keeps over time', () => {
  it('is told at every December of a plan, wherever it begins', () => {
    expect(decembers({ from: 0, to: 23 })).toEqual([
      { month: 11, year: 2026 },
      { month: 23, year: 2027 },
    ]);
    expect(decembers({ from: -3, to: 10 })).toEqual([{ month: 2, year: 2025 }]);
    expect(decembers({ from: 0, to: 1 })).toEqual([]);
  });

  it('ends with the headlines of a plan that ends in a December', () => {
    const result = simulateAtOnce(expectValue(prepareRun(plan, { seed: 1, tables: houseTables(plan) })));
    const reading = new Reading(plan, result, result.passes[0]!);
    const rows = emptyRows({ from: 0, to: 2 }, seriesWidth(plan));
    writeSeries(reading, rows.series, 2, 1);
    const { fleet, compute, capital } = headlines(reading);
    const years = decembers(plan).length;
    const last = (name: string) => {
      const place = yearlySeries.findIndex((each) => each.name === name);
      return rows.series[seriesWidth(plan) + (place + 1) * years - 1];
    };
    expect(last('satellites')).toBe(fleet.satellites_end);
    expect(last('powerToCompute_W')).toBe(fleet.powerToCompute_W);
    expect(last('tokens_perS')).toBe(compute.tokensPerSecond);
    expect(last('orbit_USDperPFLOPday')).toBe(capital.orbit_USDperPFLOPday);
    expect(last('ground_USDperPFLOPday')).toBe(capital.ground_USDperPFLOPday);
    expect(last('capitalNeeded_USD')).toBe(capital.capitalNeeded_USD);
    // The first row was not written: a sample that could not be run.
    expect(rows.series.subarray(0, seriesWidth(plan)).every(Number.isNaN)).toBe(true);
  });
});

describe('fans', () => {
  it('are quantiles of the samples that have a number, and nothing where none has', () => {
    const span = { from: 0, to: 23 };
    const rows = emptyRows({ from: 0, to: 6 }, seriesWidth(span));
    for (let row = 0; row < 5; row++) rows.series[row * seriesWidth(span)] = 10 * row;
    const fan = fansOf(rows, span)[yearlySeries[0]!.name];
    expect(fan).toMatchObject({ years: [2026, 2027], p5: [2, null], p50: [20, null], p95: [38, null] });
  });

  it('are none where rows keep no series', () => {
    expect(fansOf(emptyRows({ from: 0, to: 3 }), { from: 0, to: 23 })).toEqual({});
    expect(fansOf(emptyRows({ from: 0, to: 3 }), { from: 0, to: 1 })).toEqual({});
  });
});
