import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../evidence/catalogue.ts';
import { failure, success } from '../outcome/outcome.ts';
import { flag, number, type RoomSchema, series, share } from './attribute.ts';
import { readPlan } from './read.ts';
import { composeSchema } from './schema.ts';
import { viewOf } from './view.ts';

const room = {
  section: {
    busPower_W: number('Power of the bus.', { min: 0 }),
    permits_perS: series('Launches allowed.', 'linear', { min: 0 }),
    loss: share('Share lost.'),
    strict: flag('Whether rules hold.', true),
  },
  collections: { shells: {}, satellites: { arrayArea_m2: number('Area of the array.', { min: 0 }) } },
} satisfies RoomSchema;

const schema = composeSchema([{ name: 'energy', schema: room }]);

const catalogueText = (value: string) =>
  `- {value: ${value}, kind: assumed, source: "assumed, by us", asOf: 2026-11}`;
const catalogue = readCatalogue([
  {
    path: 'energy.yaml',
    text: `busPower:\n${catalogueText('2 kW')}\npermits:\n${catalogueText('25 /year')}\nloss:\n  - {value: 5 %, range: [3 %, 8 %], kind: measured, source: flight data, asOf: 2025}\n${catalogueText('7 %').replace(/^/, '  ')}\n`,
  },
  {
    path: 'satellites/ai1.yaml',
    text: ['arrayArea: 605 m2', 'powerToCompute: 120 kW', 'mass: 2 t', 'life: 5 yr', 'imagerShare: 0']
      .map((line) => line.split(': '))
      .map(([key, value]) => `${key}:\n${catalogueText(value ?? '')}`)
      .join('\n'),
  },
  { path: 'shells/default.yaml', text: `begin:\n${catalogueText('2028-01')}` },
]);

function read(files: Record<string, string>, overrides: { path: string; text: string }[] = []) {
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.faults));
  return readPlan({
    file: 'plan.yaml',
    catalogue: catalogue.value,
    schema,
    overrides,
    readText: (name) => {
      const text = files[name];
      return text === undefined
        ? failure({
            code: 'file/missing',
            message: `${name} is missing.`,
            at: { file: name },
            cause: '',
            fix: '',
          })
        : success({ file: name, text });
    },
  });
}

const shell =
  'altitude: 575 km, inclination: 97.7 deg, planes: 20, perPlane: 4999, satellite: ai1, formation: 0 m';
const plain = `shells:\n  low: {${shell}}\nsatellites: [ai1]\n`;
const faultsOf = (text: string) => {
  const plan = read({ 'plan.yaml': text });
  return plan.ok ? [] : plan.faults;
};

describe('reading a plan', () => {
  it('takes what is left out from the catalogue, with its source and what others say', () => {
    const plan = read({ 'plan.yaml': plain });
    if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
    const loss = plan.value.values['energy.loss'];
    expect(loss).toMatchObject({
      value: 0.05,
      text: '5 %',
      origin: 'catalogue',
      evidence: { kind: 'measured', source: 'flight data', asOf: '2025' },
      distribution: { kind: 'triangular', low: 0.03, mode: 0.05, high: 0.08 },
    });
    expect(loss?.conflicts).toMatchObject([{ text: '7 %' }]);
    const view = viewOf(plan.value, 'energy', room);
    expect(view.section.busPower_W).toBe(2000);
    expect(view.satellites[0]).toMatchObject({ name: 'ai1', arrayArea_m2: 605, mass_kg: 2000 });
    expect(view.shells[0]).toMatchObject({ altitude_m: 575_000, begin: 24, nodes: 'spread' });
    expect(JSON.parse(JSON.stringify(plan.value))).toEqual(plan.value);
  });

  it('lets a plan extend another, take entries away, and be overridden', () => {
    const plan = read(
      {
        // The override below reaches into a list of names.
        'base.yaml': `${plain}energy: {busPower: 3 kW, loss: 1 %}\n`,
        'plan.yaml': `extends: base.yaml\nshells:\n  low: null\n  high: {${shell}, begin: 2030-06}\nenergy: {loss: {source: assumed}}\n`,
      },
      [{ path: 'satellites.ai1.arrayArea', text: '700 m2' }],
    );
    if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
    expect(plan.value.entries.shells).toEqual(['high']);
    expect(plan.value.values['energy.busPower']?.value).toBe(3000);
    expect(plan.value.values['energy.loss']?.value).toBeCloseTo(0.07, 12);
    expect(plan.value.values['satellites.ai1.arrayArea']).toMatchObject({ value: 700, origin: 'override' });
  });

  it('reads series by month: straight between, held beyond', () => {
    const plan = read({
      'plan.yaml': `${plain}period: {from: 2026-01, to: 2027-12}\nenergy: {permits: {2026-07: 12 /year, 2027-01: 24 /year}}\n`,
    });
    if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
    const values = plan.value.values['energy.permits']?.value as number[];
    const perYear = values.map((value) => value * 365.25 * 86_400);
    expect(perYear[0]).toBeCloseTo(12, 9);
    expect(perYear[9]).toBeCloseTo(18, 9);
    expect(perYear[23]).toBeCloseTo(24, 9);
  });

  it.each([
    ['unknown key', `${plain}energy: {busPwer: 1 kW}`, 'plan/unknown-key', 4, 10, /busPower/],
    ['wrong unit', `${plain}energy: {busPower: 120 kg}`, 'plan/wrong-unit', 4, 20, /a mass/],
    ['no unit', `${plain}energy: {busPower: 120}`, 'plan/wrong-unit', 4, 20, /pure number/],
    [
      'inclination 200°',
      plain.replace('97.7 deg', '200 deg'),
      'plan/out-of-bounds',
      2,
      40,
      /at most 180 deg/,
    ],
    [
      'negative mass',
      plain.replace('[ai1]', '{ai1: {mass: -2 t}}'),
      'plan/out-of-bounds',
      3,
      26,
      /above zero/,
    ],
    [
      'unknown design',
      plain.replace('satellite: ai1', 'satellite: ai9'),
      'plan/unknown-reference',
      2,
      89,
      /ai1/,
    ],
    ['unknown like', plain.replace('[ai1]', '{ai1: {like: ai}}'), 'plan/unknown-like', 3, 26, /ai1/],
    ['YAML that does not parse', 'shells: {low: [}\n', 'file/yaml', 1, 16, /./],
    ['a word where a map belongs', 'hello', 'plan/shape', 1, 1, /./],
    ['required value missing', plain.replace('planes: 20, ', ''), 'plan/missing', 2, 3, /planes|Orbital/],
    [
      'impossible spread',
      `${plain}energy: {loss: {uniform: [5 %, 5 %]}}`,
      'plan/not-a-value',
      4,
      16,
      /spread/,
    ],
    ['no month', `${plain}energy: {permits: {soon: 1 /year}}`, 'plan/not-a-month', 4, 20, /months/],
  ])('%s is a coded fault at its place', (_, text, code, line, column, says) => {
    const fault = faultsOf(text).find((candidate) => candidate.code === code);
    expect(fault).toMatchObject({ code, at: { line, column } });
    expect(`${fault?.cause} ${fault?.fix}`).toMatch(says);
  });

  it('reports all mistakes at once', () => {
    const codes = faultsOf(`${plain}energy: {busPower: 120 kg, loss: 2, colour: red}\n`).map(
      (fault) => fault.code,
    );
    expect(codes.sort()).toEqual(['plan/out-of-bounds', 'plan/unknown-key', 'plan/wrong-unit']);
  });

  it('notices a plan that extends itself, and one that is not there', () => {
    const circle = read({ 'plan.yaml': 'extends: b.yaml', 'b.yaml': 'extends: plan.yaml' });
    expect(circle.ok ? [] : circle.faults).toMatchObject([
      { code: 'plan/circular-extends', at: { file: 'b.yaml', line: 1 } },
    ]);
    const missing = read({ 'plan.yaml': 'extends: c.yaml' });
    expect(missing.ok ? [] : missing.faults).toMatchObject([
      { code: 'file/missing', at: { file: 'plan.yaml', column: 10 } },
    ]);
  });
});
