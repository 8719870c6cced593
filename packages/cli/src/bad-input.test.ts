import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kardashev, smallPlan } from './testing/command.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kardashev-bad-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const head = `extends: ${smallPlan}\n`;

interface Refused {
  readonly what: string;
  readonly plan: string;
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

const refused: readonly Refused[] = [
  {
    what: 'an unknown key',
    plan: `${head}energy:\n  sunn: 5\n`,
    code: 'plan/unknown-key',
    line: 3,
    column: 3,
  },
  {
    what: 'a mass where a power is meant',
    plan: `${head}satellites:\n  ai1:\n    powerToCompute: 120 kg\n`,
    code: 'plan/wrong-unit',
    line: 4,
    column: 21,
  },
  {
    what: 'an inclination of 200 degrees',
    plan: `${head}shells:\n  low: {altitude: 575 km, inclination: 200 deg, planes: 2, perPlane: 10, satellite: ai1}\n`,
    code: 'plan/out-of-bounds',
    line: 3,
    column: 40,
  },
  {
    what: 'a negative mass',
    plan: `${head}satellites:\n  ai1: {mass: -5 kg}\n`,
    code: 'plan/out-of-bounds',
    line: 3,
    column: 15,
  },
  {
    what: 'a plan that extends itself',
    plan: 'extends: bad.yaml\n',
    code: 'plan/circular-extends',
    line: 1,
    column: 10,
  },
  {
    what: 'a file to extend that is missing',
    plan: 'extends: no.yaml\n',
    code: 'file/not-found',
    line: 1,
    column: 10,
  },
  { what: 'two documents in one file', plan: `${head}---\na: 1\n`, code: 'file/yaml', line: 2, column: 1 },
  { what: 'an empty file', plan: '', code: 'plan/shape', line: 1, column: 1 },
  { what: 'YAML that does not parse', plan: `${head}name: [1, 2\n`, code: 'file/yaml', line: 3, column: 1 },
];

describe('a plan with a mistake', () => {
  it.each(refused)('is refused with its place: $what', async ({ plan, code, line, column }) => {
    writeFileSync(join(cwd, 'bad.yaml'), plan);
    const ended = await kardashev(['run', 'bad.yaml', '--json'], { cwd });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    const { error } = JSON.parse(ended.stderr) as { error: Record<string, unknown> };
    expect(error).toMatchObject({ code, at: { file: 'bad.yaml', line, column } });
    expect(error.cause).not.toBe('');
    expect(error.fix).not.toBe('');
    expect(readdirSync(cwd)).toEqual(['bad.yaml']);
  });

  it('is refused for people with the line and a caret', async () => {
    writeFileSync(join(cwd, 'bad.yaml'), `${head}energy:\n  sunn: 5\n`);
    const { code, stdout, stderr } = await kardashev(['run', 'bad.yaml'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error\[plan\/unknown-key\] /);
    expect(stderr).toContain('at bad.yaml:3:3');
    expect(stderr).toContain('3 |   sunn: 5\n    |   ^');
    expect(stderr).toMatch(/cause: .+\n {2}fix: .+/);
  });

  it('is told all its mistakes at once', async () => {
    writeFileSync(join(cwd, 'bad.yaml'), `${head}energy:\n  sunn: 5\n  moon: 6\n`);
    const { stderr } = await kardashev(['run', 'bad.yaml', '--json'], { cwd });
    expect((JSON.parse(stderr) as { errors: unknown[] }).errors).toHaveLength(2);
  });

  it('is refused when only the compiled plan shows the mistake, and nothing is written', async () => {
    writeFileSync(join(cwd, 'bad.yaml'), `${head}satellites:\n  ai1: {mass: 900 t}\n`);
    const ended = await kardashev(['run', 'bad.yaml', '--json'], { cwd });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(cwd)).toEqual(['bad.yaml']);
  });
});

describe('a command line with a mistake', () => {
  it.each([
    ['a missing plan', ['run', 'nowhere.yaml'], 'file/not-found'],
    ['a folder as a plan', ['run', '.'], 'file/unreadable'],
    [
      'an override of the wrong unit',
      ['run', smallPlan, '--set', 'satellites.ai1.mass=3 kW'],
      'plan/wrong-unit',
    ],
    ['an override without a value', ['run', smallPlan, '--set', 'satellites.ai1.mass'], 'command/usage'],
    ['a seed that is no number', ['run', smallPlan, '--seed', 'seven'], 'command/usage'],
    ['an unknown option', ['run', smallPlan, '--sed', '7'], 'command/usage'],
    ['an unknown command', ['runn'], 'command/usage'],
    ['help about an unknown command', ['runn', '--help'], 'command/usage'],
    ['a table in no folder', ['run', smallPlan, '--csv', 'no/months.csv'], 'file/trouble'],
    ['a folder as a table', ['run', smallPlan, '--csv', '.'], 'file/trouble'],
    ['two documents at once', ['run', smallPlan, '--csv', '-'], 'command/usage'],
    ['runs in no folder', ['run', smallPlan, '--out', ''], 'file/trouble'],
    ['runs where none can be', ['run', smallPlan, '--out', '/proc/x'], 'file/trouble'],
    ['two pages at once', ['schema', '--markdown'], 'command/usage'],
    ['an age below zero', ['satellite', 'ai1', '--age', '-5y'], 'command/quantity'],
    ['a satellite in the air', ['satellite', 'ai1', '--altitude', '150km'], 'orbit/too-low'],
    ['an option in place of a file', ['campaign', smallPlan, '--manifest', '--help'], 'command/usage'],
    [
      'more failed than there are',
      ['network', 'rtt', '--shell', 'a', '--places', 'b', '--failed-share', '150%'],
      'command/quantity',
    ],
    ['no plan', ['run'], 'command/usage'],
    ['an unknown claim', ['run', smallPlan, '--require', 'moon'], 'claim/unknown'],
    ['an unknown run', ['resume', 'moon-s1-001'], 'run/not-found'],
    ['nothing to resume', ['resume'], 'run/none-unfinished'],
    ['an unknown run to serve', ['serve', 'moon-s1-001'], 'run/not-found'],
  ])('ends with 2 and says what to do: %s', async (_, args, code) => {
    const ended = await kardashev([...args, ...(args[0] === 'serve' ? [] : ['--json'])], { cwd });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(code);
    expect(ended.stderr).toMatch(/fix/);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
