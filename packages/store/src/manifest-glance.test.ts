import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newManifest, readManifest, writeManifest } from './manifest.ts';
import { glanceAtManifest } from './manifest-glance.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kardashev-glance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function planOf(values: number): ResolvedPlan {
  const value = { value: 1, text: '1 m', unit: 'm', origin: 'plan' as const };
  return {
    name: 'odd',
    title: 'A "title",\n  "from": with { braces }',
    funding: 'as-needed',
    reportBooks: false,
    reportApart: false,
    from: 0,
    to: 11,
    entries: { shells: ['low'] },
    values: Object.fromEntries(Array.from({ length: values }, (_, index) => [`energy.x${index}`, value])),
  };
}

it.each([3, 2000])('says of a plan with %i values what the whole manifest says', (values) => {
  const inputs = { plan: 'p', code: 'c', tables: { t: 'k' } };
  const running = newManifest('odd-s1-001', { plan: planOf(values), seed: 1, version: '0.1.0', inputs });
  const done = { ...running, status: 'complete', hash: 'h', ended: running.begun, wall_s: 2 } as const;
  for (const manifest of [running, done]) {
    writeManifest(folder, manifest);
    const whole = readManifest(folder);
    const glance = glanceAtManifest(folder);
    if (!whole.ok || !glance.ok) throw new Error('Both can be read.');
    const { plan, ...rest } = whole.value;
    expect(glance.value).toMatchObject(rest);
    const { name, title, funding } = plan;
    expect(glance.value.plan).toMatchObject({ name, title, funding });
  }
});

it('finds no run where there is none, and none in something else', () => {
  expect(glanceAtManifest(folder).ok).toBe(false);
  writeFileSync(join(folder, 'manifest.json'), 'x'.repeat(100_000));
  expect(glanceAtManifest(folder).ok).toBe(false);
});
