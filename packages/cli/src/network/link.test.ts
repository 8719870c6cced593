import { describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

const link = (...args: string[]) => kardashev(['network', 'link', ...args]);

describe('kardashev network link', () => {
  it("prints the budget of Suncatcher's link", async () => {
    const { code, stdout } = await link(
      ...['--power', '5W', '--aperture', '0.1m', '--distance', '5000km', '--wavelength', '1.55um', '--json'],
    );
    const budget = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(budget.gain_dB).toBeCloseTo(105.17, 2);
    expect(budget.divergence_urad).toBeCloseTo(18.91, 2);
    expect(budget.received_W * 1e6).toBeCloseTo(1.64, 2);
    expect(budget.capacity_bps).toBeCloseTo(budget.light_bps, 0);
  });

  it('receives less than was sent over a few hundred metres, where electronics bind', async () => {
    const budget = JSON.parse((await link('--distance', '200m', '--power', '5W', '--json')).stdout);
    expect(budget.received_W).toBeLessThan(5);
    expect(budget.capacity_bps).toBe(9.6e12);
    expect(budget.limitedBy).toBe('electronics');
    expect(budget.beams).toBeGreaterThan(1);
  });

  it('says it in words without --json', async () => {
    const { stdout } = await link('--distance', '300m');
    expect(stdout).toContain('capacity    9.6 Tbit/s, bound by 24 channels');
    expect(stdout).toContain('beams fit side by side');
  });

  it.each([
    ['--distance', '0km', 'command/quantity'],
    ['--distance', '5', 'command/quantity'],
    ['--distance', '5 parsnips', 'command/unknown-unit'],
  ])('refuses %s %s', async (option, text, code) => {
    const ended = await link(option, text, '--json');
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stderr).error.code).toBe(code);
  });
});
