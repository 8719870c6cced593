import { describe, expect, it } from 'vitest';
import { monthsSchema } from './months.ts';
import { shellSchema } from './shell.ts';
import { bindingSchema, claimSchema } from './verdict.ts';

describe('contracts', () => {
  it('refuses a month that does not exist', () => {
    const binding = { from: '2026-13', to: '2027-01', constraint: 'pads' };
    expect(bindingSchema.safeParse(binding).success).toBe(false);
    expect(bindingSchema.safeParse({ ...binding, from: '2026-12' }).success).toBe(true);
  });

  it('refuses a constraint that is not in the contract', () => {
    const binding = { from: '2026-01', to: '2027-01', constraint: 'luck' };
    expect(bindingSchema.safeParse(binding).success).toBe(false);
  });

  it('takes null for what is not finite, and nothing that JSON would lose', () => {
    const column = { name: 'x', room: 'capital', unit: 'USD', doc: '', rows: ['all'], values: [[1, null]] };
    expect(monthsSchema.safeParse({ labels: ['2026-01', '2026-02'], columns: [column] }).success).toBe(true);
    const infinite = { ...column, values: [[1, Number.POSITIVE_INFINITY]] };
    expect(monthsSchema.safeParse({ labels: ['2026-01', '2026-02'], columns: [infinite] }).success).toBe(
      false,
    );
  });

  it('takes a month, a number or nothing as the quantity of a claim', () => {
    const claim = {
      id: 'cheapest-2y',
      said: 'Space is cheapest within two years',
      quantity: 'crossover month',
      instead: '',
      claimed: '2028-02',
      computed: null,
      unit: 'month',
      verdict: 'fails',
      margin: null,
    };
    expect(claimSchema.safeParse(claim).success).toBe(true);
    expect(claimSchema.safeParse({ ...claim, verdict: 'maybe' }).success).toBe(false);
  });

  it('refuses a shell without planes', () => {
    const shell = {
      name: 'a',
      altitude_m: 6e5,
      inclination_rad: 1.7,
      planes: 0,
      perPlane: 3,
      nodes: 'spread',
      satellite: 'ai1',
    };
    expect(shellSchema.safeParse(shell).success).toBe(false);
    expect(shellSchema.safeParse({ ...shell, planes: 2 }).success).toBe(true);
  });
});
