import { describe, expect, it } from 'vitest';
import { monthTable } from '../months/table.ts';
import type { PanelModel, Room } from './panel.ts';
import { panels } from './panels.ts';

const column = (name: string, values: number[], rows = ['all']) => ({
  name,
  room: '',
  unit: '',
  doc: '',
  rows,
  values: rows.map(() => values),
});
const answers = (columns: ReturnType<typeof column>[], inOrbit = (row: string) => row === 'low') => {
  const table = monthTable({ labels: ['2026-01', '2026-02'], columns });
  const models = panels({ table, inOrbit });
  return (room: Room) => models.find((model) => model.room === room) as PanelModel;
};

describe('the six questions', () => {
  it('are not answered with what a run does not report', () => {
    const panel = answers([]);
    for (const room of ['energy', 'transport', 'network', 'compute', 'data', 'capital'] as const) {
      expect(panel(room).chart).toBeUndefined();
      expect(panel(room).answer(0).reply).toBe('unknown');
    }
  });

  it('say yes to watts only when nearly all that was asked for is there', () => {
    const energy = (share: number) =>
      answers([
        column('powerToCompute_W', [5e9, 5e9], ['low']),
        column('powerShare', [share, share], ['low']),
      ])('energy').answer(1);
    expect(energy(1)).toMatchObject({ reply: 'yes', figure: '5\u00a0GW' });
    expect(energy(0.95).reply).toBe('nearly');
    expect(energy(0.5).reply).toBe('no');
  });

  it('say no to cash that came from outside, that holds building back, or that is gone', () => {
    const capital = (needed: number, fundable: number, cash: number) =>
      answers([
        column('cash_USD', [cash, cash]),
        column('capitalNeeded_USD', [needed, needed]),
        column('fundable', [fundable, fundable]),
        column('insolvent', [0, 0]),
      ])('capital').answer(0);
    expect(capital(0, 1, 9e9)).toMatchObject({ reply: 'yes', figure: '9\u00a0B$' });
    expect(capital(2e12, 1, 9e9).reply).toBe('no');
    expect(capital(0, 0, 9e9).reply).toBe('no');
    expect(capital(0, 1, -1).reply).toBe('no');
  });

  it('call a look a minute real time', () => {
    const data = (revisit: number) =>
      answers([column('revisit_s', [revisit, revisit]), column('imagers', [9, 9])])('data').answer(0);
    expect(data(45).reply).toBe('yes');
    expect(data(600).reply).toBe('nearly');
    expect(data(90_000).reply).toBe('no');
  });
});
