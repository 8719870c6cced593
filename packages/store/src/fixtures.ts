import type { RunResult } from '@kardashev/model/engine/result.ts';
import type { ResponseTable } from '@kardashev/model/flows/table.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import type { RunInputs } from './manifest.ts';

/** Small stand-ins for tests. */
export const plan: ResolvedPlan = {
  name: 'toy',
  title: 'A toy',
  funding: 'as-needed',
  reportBooks: true,
  reportApart: false,
  from: 0,
  to: 2,
  entries: { shells: ['low'] },
  values: { 'energy.busPower': { value: 120e3, text: '120 kW', unit: 'W', origin: 'plan' } },
};

export const runInputs: RunInputs = {
  plan,
  seed: 7,
  version: '0.1.0',
  inputs: { plan: 'aa', code: 'bb', tables: { 'energy/orbit/ai1': 'cc' } },
};

const column = (name: string, values: readonly number[]) => ({
  name,
  port: name.split('/')[0]!,
  room: 'energy',
  row: name.split('/')[1] ?? '',
  unit: 'W',
  doc: 'A "column".',
  values: Float64Array.from(values),
});

export const result: RunResult = {
  months: ['2026-01', '2026-02', '2026-03'],
  passes: (['as-needed', 'books'] as const).map((funding, pass) => ({
    funding,
    binding: ['pads', 'cash', 'demand'],
    columns: [
      column('zeros', [0, -0, 0]),
      column('odd/it\'s "so"', [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]),
      column('Odd/IT\'S "SO"', [pass, 0.1 + 0.2, Number.MIN_VALUE]),
      column('month', [1, 2, 3]),
    ],
  })),
  hash: 'f00d',
};

export const table: ResponseTable = {
  request: {
    name: 'energy/orbit/ai1',
    model: 'orbit',
    parameters: { altitude_m: 6e5 },
    axes: [
      { name: 'beta_rad', points: Float64Array.of(0, 0.5, 1) },
      { name: 'age_s', points: Float64Array.of(0, 1) },
    ],
    outputs: ['power_W', 'heat_W'],
  },
  key: 'abc123',
  error: Float64Array.of(1e-3, Number.NaN),
  values: Float64Array.from({ length: 12 }, (_, index) => (index === 5 ? -0 : Math.sin(index))),
};
