import { describe, expect, it } from 'vitest';
import { expectValue, housePlan, houseTables } from '../../testing/house.ts';
import { prepareRun, simulateAtOnce } from '../engine/run.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { elasticities, nudged, numericPaths } from './lineage.ts';
import { Reading } from './reading.ts';
import { headlines } from './verdict.ts';

const plan = { ...housePlan('million', [{ path: 'period.to', text: '2029-12' }]), reportBooks: false };
const tables = houseTables(plan);

function headlinesOf(subject: ResolvedPlan) {
  const result = simulateAtOnce(expectValue(prepareRun(subject, { seed: 1, tables })));
  const [pass] = result.passes;
  if (!pass) throw new Error('no pass');
  return headlines(new Reading(subject, result, pass));
}

describe('what an assumption moves', () => {
  it('leaves counts, months and words where they are', () => {
    const paths = numericPaths(plan);
    expect(paths).toContain('satellites.ai1.mass');
    expect(paths).not.toContain('capital.listingMonth');
    expect(paths).not.toContain('shells.low-30.planes');
  });

  it('steps down where up would pass the bounds', () => {
    const full = { ...plan, values: { ...plan.values } };
    const path = 'energy.albedo';
    full.values[path] = { ...(plan.values[path] as (typeof plan.values)[string]), value: 1 };
    expect(nudged(full, path).by).toBeLessThan(0);
    expect(nudged(plan, path).by).toBeGreaterThan(0);
  });

  it('sees heavier satellites lower the fleet and the power of mankind move nothing but its level', () => {
    const before = headlinesOf(plan);
    const heavier = nudged(plan, 'satellites.ai1.mass');
    const mass = elasticities(before, headlinesOf(heavier.plan), heavier.by);
    expect(mass['fleet.satellites_end']).toBeLessThan(0);
    const dearer = nudged(plan, 'capital.mankindPower');
    const power = elasticities(before, headlinesOf(dearer.plan), dearer.by);
    expect(power['kardashev.mankind']).toBeGreaterThan(0);
    expect(power['fleet.satellites_end']).toBeUndefined();
  });
});
