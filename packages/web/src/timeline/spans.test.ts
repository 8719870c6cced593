import { describe, expect, it } from 'vitest';
import { bindingAt, spans } from './spans.ts';

const labels = ['2026-11', '2026-12', '2027-01', '2027-02'];

describe('the ribbon', () => {
  it('counts months over the turn of the year and cuts off what is outside', () => {
    const ribbon = spans(
      [
        { from: '2026-01', to: '2026-12', constraint: 'ships' },
        { from: '2027-01', to: '2030-01', constraint: 'cash' },
        { from: '2031-01', to: '2032-01', constraint: 'pads' },
      ],
      labels,
    );
    expect(ribbon).toEqual([
      { first: 0, last: 1, constraint: 'ships' },
      { first: 2, last: 3, constraint: 'cash' },
    ]);
    expect(bindingAt(ribbon, 1)).toBe('ships');
    expect(bindingAt(ribbon, 2)).toBe('cash');
    expect(bindingAt(ribbon, 4)).toBeUndefined();
  });
});
