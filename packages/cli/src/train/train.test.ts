import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';
import { examples } from './options.ts';

const folder = mkdtempSync(join(tmpdir(), 'kardashev-train-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const train = (...args: string[]) => kardashev(['train', ...args]);
const fault = (stderr: string) => JSON.parse(stderr).error;

const split =
  '--model gpt3-175b --system dgx-a100 --accelerators 512 --tp 8 --pp 8 --global-batch 1536 --micro-batch 1'.split(
    ' ',
  );
const header =
  'gpus,global_batch,micro_batch,hidden_size,attention_heads,layers,sequence_length,tensor_parallelism,data_parallelism,pipeline_parallelism,iteration_time_ms';
const row = '64,512,8,3072,32,30,2048,1,64,1,3566.5';

describe('train', () => {
  it('tells step, utilisation, memory and what the step goes into', async () => {
    const { code, stdout } = await train(...split, '--tokens', '300G', '--json');
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    const parts = Object.values(found.breakdown_s as Record<string, number>);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(found.iterationTime_s, 6);
    expect(found.hfu).toBeCloseTo(found.achieved_FLOPsPerAccelerator / 312e12, 9);
    expect(found.hfu / found.mfu).toBeGreaterThan(1.3);
    expect(found.feasible).toBe(true);
    expect(found.memory_bytes).toBeLessThan(80e9);
    expect(found.flopConvention).toContain('hardware FLOPs');
    const steps = 300e9 / (1536 * 2048);
    expect(found.days).toBeGreaterThan((steps * found.iterationTime_s) / 86_400);
    expect(found.goodput).toBeGreaterThan(0.9);
    expect(found.cost_USD).toBeCloseTo(512 * 24 * 1.3 * found.days, 0);
    expect(found.energy_J).toBeLessThan(512 * 600 * 86_400 * found.days);
  });

  it('shows a split that does not fit, and ends with what would', async () => {
    const { code, stdout, stderr } = await train(
      '--model',
      'gpt-1t',
      '--system',
      'dgx-a100',
      '--tp',
      '8',
      '--json',
    );
    expect(code).toBe(2);
    const shown = JSON.parse(stdout);
    expect(shown.feasible).toBe(false);
    expect(shown.shortfall.missing_B).toBeGreaterThan(1e12);
    expect(fault(stderr).code).toBe('train/does-not-fit');
    const { accelerators, tensor, pipeline } = shown.shortfall.smallest;
    const again = await train(
      ...`--model gpt-1t --system dgx-a100 --accelerators ${accelerators} --tp ${tensor} --pp ${pipeline}`.split(
        ' ',
      ),
      ...`--global-batch ${pipeline} --micro-batch 1 --json`.split(' '),
    );
    expect(again.code).toBe(0);
  });

  it('does what its own help shows', async () => {
    const shown = examples
      .split('\n')
      .flatMap((line) => /^ {2}kardashev (train --model .*)/.exec(line)?.[1] ?? []);
    expect(shown.length).toBeGreaterThan(3);
    for (const line of shown) expect([line, (await kardashev(line.split(' '))).code]).toEqual([line, 0]);
  });

  it('takes one layer less at either end, as Llama 3 405B has it', async () => {
    const llama = '--model llama3-405b --accelerators 128 --tp 8 --global-batch 16 --recompute full --json';
    expect((await train(...llama.split(' '), '--pp', '16')).code).toBe(0);
    const two = await train(...llama.split(' '), '--pp', '16', '--interleave', '3', '--micro-batch', '1');
    expect(fault(two.stderr).at.path).toBe('--pp');
  });

  it('names what does not divide', async () => {
    const heads = await train('--model', 'gpt3-175b', '--tp', '7', '--accelerators', '7', '--json');
    expect([heads.code, fault(heads.stderr).code]).toEqual([2, 'train/does-not-divide']);
    const batch = await train(...split.with(-3, '1537'), '--json');
    expect(fault(batch.stderr).message).toContain('1537');
    const accelerators = await train(...split.with(5, '500'), '--json');
    expect(fault(accelerators.stderr).at.path).toBe('--accelerators');
    const dense = await train('--model', 'llama3-8b', '--ep', '4', '--accelerators', '8', '--json');
    expect(fault(dense.stderr).at.path).toBe('--ep');
  });

  it('guesses at names that it does not know', async () => {
    const model = await train('--model', 'llama3-71b', '--json');
    expect([fault(model.stderr).code, fault(model.stderr).fix]).toEqual([
      'compute/unknown-model',
      'Did you mean "llama3-70b"?',
    ]);
    const system = await train('--model', 'llama3-8b', '--system', 'dgx-a10', '--json');
    expect(fault(system.stderr).code).toBe('compute/unknown-system');
  });

  it('takes machines and models of a file, and assumptions by --set', async () => {
    const own = file(
      'mine.yaml',
      'systems: {mine: {like: dgx-h100, scaleOut: 1 GB/s}}\nmodels: {small: {like: gpt3-1-3b, layers: 12}}\n',
    );
    const args = ['--model', 'small', '--system', 'mine', '--accelerators', '64', '--file', own, '--json'];
    const slow = JSON.parse((await train(...args)).stdout);
    const fast = JSON.parse((await train(...args, '--set', 'systems.mine.scaleOut=50 GB/s')).stdout);
    expect(slow.breakdown_s.dataExchange).toBeGreaterThan(fast.breakdown_s.dataExchange);
    expect(slow.layout.data).toBe(64);
  });

  it('costs islands more the less they exchange well', async () => {
    const args =
      '--model llama3-8b --system cluster --accelerators 46656 --tp 8 --global-batch 5832 --tokens 15T --json';
    const days = async (...more: string[]) =>
      JSON.parse((await train(...args.split(' '), ...more)).stdout).days;
    const synchronous = await days();
    const diloco = await days('--method', 'diloco');
    const streaming = await days('--method', 'streaming');
    expect(synchronous).toBeGreaterThan(diloco);
    expect(diloco).toBeGreaterThanOrEqual(streaming);
  });
});

describe('train --csv', () => {
  it('predicts every row, scores those measured, and writes them beside the input', async () => {
    const runs = file(
      'runs.csv',
      `\uFEFF${header},interleaving,vocabulary\r\n${row},,\r\n\r\n${row.replace(',8,3072', ',,3072').replace('3566.5', '')},,131072\r\n`,
    );
    const out = join(folder, 'out.csv');
    const { code, stdout } = await train('--csv', runs, '--system', 'dgx-a100', '--out', out, '--json');
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(3);
    expect(lines[0].predicted_iteration_time_ms / 3566.5 - 1).toBeCloseTo(lines[0].error, 9);
    expect(lines[1].error).toBeNull();
    expect(lines[1].micro_batch).toBeGreaterThan(1);
    expect(lines[1].predicted_iteration_time_ms).toBeGreaterThan(lines[0].predicted_iteration_time_ms * 0.9);
    expect(lines[2].summary).toMatchObject({ rows: 2, scored: 1, mape: Math.abs(lines[0].error) });
    const table = readFileSync(out, 'utf8').trim().split('\n');
    expect(table[0]).toMatch(/^gpus,.*predicted_iteration_time_ms$/);
    expect(Number(table[1]!.split(',').at(-1))).toBe(lines[0].predicted_iteration_time_ms);
  });

  it('takes columns in any order, and does without those that may be left out', async () => {
    const few =
      'layers,hidden_size,pipeline_parallelism,tensor_parallelism,gpus,attention_heads,sequence_length,global_batch';
    const { code, stdout } = await train(
      '--csv',
      file('few.csv', `${few}\n96,16384,8,8,3072,128,4096,1536\n`),
      '--json',
    );
    expect(code).toBe(0);
    const [line, { summary }] = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(line.interleaving).toBeGreaterThan(1);
    expect(summary.mape).toBeNull();
  });

  const bad: readonly (readonly [string, string, string])[] = [
    ['an empty file', '', 'train/empty'],
    ['a header alone', `${header}\n`, 'train/empty'],
    ['columns missing', `${header.replace('hidden_size,', '')}\n${row}\n`, 'train/columns'],
    ['no number', `${header}\n${row.replace('3072', 'wide')}\n`, 'train/cell'],
    ['a blank where one is needed', `${header}\n${row.replace('3072', '')}\n`, 'train/cell'],
    [
      'a split that makes other GPUs',
      `${header}\n${row.replace('64,512', '65,512')}\n`,
      'train/does-not-divide',
    ],
    [
      'a batch that does not divide',
      `${header}\n${row.replace('512,8', '512,7')}\n`,
      'train/does-not-divide',
    ],
  ];
  for (const [name, text, code] of bad) {
    it(`refuses ${name}`, async () => {
      const ended = await train('--csv', file('bad.csv', text), '--json');
      expect([ended.code, fault(ended.stderr).code, ended.stdout]).toEqual([2, code, '']);
    });
  }

  it('says when there is no file', async () => {
    const ended = await train('--csv', join(folder, 'none.csv'), '--json');
    expect([ended.code, fault(ended.stderr).code]).toEqual([2, 'file/not-found']);
  });
});

describe('train search', () => {
  it('lists the best splits, fastest first, and how many it looked at', async () => {
    const { code, stdout } = await train(
      'search',
      '--model',
      'gpt3-13b',
      '--system',
      'dgx-a100',
      '--accelerators',
      '64',
      '--json',
    );
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    const times = found.best.map((one: { iterationTime_s: number }) => one.iterationTime_s);
    expect(found.best).toHaveLength(10);
    expect(times).toEqual(times.toSorted((one: number, other: number) => one - other));
    expect(found.configurations).toBeGreaterThan(found.feasible);
    expect(found.wall_s).toBeGreaterThan(0);
    expect(found.best[0].breakdown_s.matrix).toBeGreaterThan(0);
  });

  it('says by how much a model is too large for so few', async () => {
    const ended = await train(
      'search',
      '--model',
      'gpt-1t',
      '--system',
      'dgx-a100',
      '--accelerators',
      '8',
      '--json',
    );
    expect([ended.code, fault(ended.stderr).code]).toEqual([2, 'train/does-not-fit']);
    expect(fault(ended.stderr).cause).toMatch(/smallest that would: \d+/);
  });
});
