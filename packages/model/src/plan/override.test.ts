import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../evidence/catalogue.ts';
import { success } from '../outcome/outcome.ts';
import { number, type RoomSchema, reference, series, share } from './attribute.ts';
import { overridden } from './override.ts';
import { readPlan } from './read.ts';
import type { ResolvedPlan } from './resolved.ts';
import { composeSchema } from './schema.ts';

const room = {
  section: {
    busPower_W: number('Power of the bus.', { min: 0 }),
    permits_perS: series('Launches allowed.', 'linear', { min: 0 }),
    loss: share('Share lost.'),
    best: reference('The design to buy.', 'sensors', 'eye'),
  },
  collections: { sensors: { width_m: number('Swath.', { min: 0 }) } },
} satisfies RoomSchema;
const schema = composeSchema([{ name: 'energy', schema: room }]);

const said = (value: string, source: string) =>
  `  - {value: ${value}, kind: measured, source: ${source}, asOf: 2025}\n`;
const catalogue = readCatalogue([
  {
    path: 'energy.yaml',
    text: `busPower:\n${said('2 kW', 'flight')}${said('3 kW', 'filing')}permits:\n${said('25 /year', 'law')}loss:\n${said('5 %', 'test')}`,
  },
  { path: 'sensors/eye.yaml', text: `width:\n${said('20 km', 'maker')}` },
]);

const text = `
name: small
period: {from: 2026-01, to: 2027-12}
energy: {loss: 7 %}
sensors: [eye]
`;

function read(overrides: { path: string; text: string }[]): ResolvedPlan {
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.faults));
  const readText = () => success({ file: 'plan.yaml', text });
  const plan = readPlan({ file: 'plan.yaml', readText, catalogue: catalogue.value, schema, overrides });
  if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
  return plan.value;
}

describe('overriding a plan that was read', () => {
  it.each([
    ['energy.busPower', '2500 W'],
    ['energy.busPower', '{value: 3 kW, source: filing, asOf: 2025}'],
    ['energy.busPower', '{triangular: [1 kW, 2 kW, 4 kW]}'],
    ['energy.permits', '{2026-01: 25 /year, 2027-01: 100 /year}'],
    ['energy.loss', '0.02'],
    ['energy.best', 'eye'],
    ['sensors.eye.width', '12 km'],
  ])('sets %s to %s as reading its file again does', (path, value) => {
    const changed = overridden(read([]), schema, [{ path, text: value }]);
    expect(changed).toEqual(success(read([{ path, text: value }])));
  });

  it.each([
    ['energy.busPower', '3 kg', 'plan/wrong-unit'],
    ['energy.busPower', '-3 W', 'plan/out-of-bounds'],
    ['energy.busPower', 'much', 'plan/not-a-number'],
    ['energy.busPower', '', 'plan/override'],
    ['energy.busPower', '{', 'file/yaml'],
    ['energy.best', 'ear', 'plan/unknown-reference'],
    ['energy.bestest', '1', 'plan/unknown-key'],
  ])('refuses %s as %j: %s', (path, value, code) => {
    const changed = overridden(read([]), schema, [{ path, text: value }]);
    expect(changed.ok ? [] : changed.faults.map(({ code, at }) => [code, at.path])).toEqual([[code, path]]);
  });
});
