import type { Assumption } from '@kardashev/contracts/lineage.ts';
import type { ClaimLineage, ColumnLineage, Input } from '@kardashev/contracts/number-lineage.ts';
import { syntheticRuns } from './fixture.ts';

/** SYNTHETIC lineage of columns and claims: made up, of the right shape. */

const input = (column: string, room: string, when: Input['when'], unit = '1'): Input => ({
  column,
  room,
  unit,
  doc: `Synthetic ${column}.`,
  when,
});

const assumption = (path: string, text: string, more: Partial<Assumption> = {}): Assumption => ({
  path,
  text,
  value: Number.parseFloat(text) || null,
  unit: '1',
  source: 'assumed, for this synthetic run',
  asOf: '2026-11',
  kind: 'assumed',
  elasticity: null,
  conflicts: [],
  doc: `Synthetic ${path}.`,
  range: [0.5, 1.5],
  ...more,
});

/** More than are shown at first. */
const many = Array.from({ length: 30 }, (_, index) => assumption(`energy.part${index}`, String(1 + index)));

async function column(run: string, name: string, row?: string): Promise<ColumnLineage | undefined> {
  const found = (await syntheticRuns.months(run))?.columns.find((each) => each.name === name);
  if (!found) return undefined;
  return {
    column: name,
    row: row ?? null,
    room: found.room,
    unit: found.unit,
    doc: found.doc,
    formula: name === 'powerToCompute_W' ? 'inService × power of one satellite, at most chipDemand_W' : '',
    inputs: name === 'powerToCompute_W' ? [input('inService', 'transport', 'now')] : [],
    readers: ['compute'],
    headlines: name === 'powerToCompute_W' ? ['fleet.powerToCompute_W'] : [],
    assumptions: [
      assumption('satellites.ai1.arrayArea', '605 m2', {
        kind: 'press',
        moves: { headline: 'fleet.powerToCompute_W', elasticity: 0.97 },
        conflicts: [{ text: '840 m2', source: 'Another page', asOf: '2026-06', kind: 'derived' }],
      }),
      ...many,
    ],
  };
}

async function claim(run: string, id: string): Promise<ClaimLineage | undefined> {
  const found = (await syntheticRuns.verdict(run))?.claims.find((each) => each.id === id);
  if (!found) return undefined;
  return {
    claim: id,
    quantity: found.quantity,
    computed: found.computed,
    unit: found.unit,
    from: '2026-01',
    to: '2045-12',
    inputs: [input('powerToCompute_W', 'energy', 'months', 'W')],
    assumptions: [],
  };
}

export const syntheticNumbers = { column, claim };
