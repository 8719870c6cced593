import { describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

const infer = async (args: string) => {
  const ended = await kardashev(['infer', ...args.split(' '), '--json']);
  return { ...ended, found: ended.stdout === '' ? undefined : JSON.parse(ended.stdout) };
};
const measured = '--model llama3-70b --system dgx-a100 --tp 4 --batch 8 --input 32 --output 128';

describe('infer', () => {
  it('tells the whole batch, the first token, each after it, and energy', async () => {
    const { code, found } = await infer(measured);
    expect(code).toBe(0);
    expect(found.latency_ms).toBeCloseTo(found.ttft_ms + 127 * found.tpot_ms, 6);
    expect(found.tokensPerSecond).toBeCloseTo((8 * 128) / (found.latency_ms / 1e3), 6);
    expect(found.tpot_ms).toBeGreaterThan(found.weightReadFloor_ms);
    const most_J = (4 * 600 * found.latency_ms) / 1e3 / (8 * 128);
    expect(found.energyPerToken_J).toBeLessThan(most_J);
    expect(found.energyPerToken_J).toBeGreaterThan(most_J / 4);
  });

  it('reads half the weights in 8 bits, and fewer experts for fewer tokens', async () => {
    const half = await infer(`${measured.replace('dgx-a100', 'dgx-h100')} --precision fp8`);
    const whole = await infer(measured.replace('dgx-a100', 'dgx-h100'));
    expect(half.found.tpot_ms).toBeLessThan(whole.found.tpot_ms);
    const mixture = '--model mixtral-8x7b --system dgx-a100 --tp 2 --input 32 --output 128';
    const one = await infer(`${mixture} --batch 1`);
    const many = await infer(`${mixture} --batch 32`);
    expect(many.found.tpot_ms / one.found.tpot_ms).toBeGreaterThan(2);
  });

  it('keeps prompts of others out of the way with pools of their own', async () => {
    const load = '--model llama3-70b --tp 8 --batch 64 --input 4000 --output 200';
    const shared = await infer(load);
    const apart = await infer(`${load} --disaggregated`);
    expect(apart.found.steady.tpot_ms).toBeLessThan(shared.found.steady.tpot_ms);
    expect(apart.found.steady.prefillReplicasPerDecodeReplica).toBeGreaterThan(0);
    expect(apart.found.steady.cacheHandOver_ms).toBeGreaterThan(0);
  });

  it('says by how much a model is too large, and what would hold it', async () => {
    const { code, stderr } = await infer(
      '--model llama3-405b --system dgx-h100 --tp 8 --input 100 --output 100',
    );
    const { error } = JSON.parse(stderr);
    expect([code, error.code]).toEqual([2, 'infer/does-not-fit']);
    expect(error.cause).toContain('16 accelerators');
  });

  it('names what does not divide', async () => {
    const heads = await infer('--model llama3-70b --tp 3');
    expect(JSON.parse(heads.stderr).error.code).toBe('infer/does-not-divide');
    const dense = await infer('--model llama3-70b --tp 4 --ep 8');
    expect(JSON.parse(dense.stderr).error.at.path).toBe('--ep');
  });
});
