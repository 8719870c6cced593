import { describe, expect, it } from 'vitest';
import { orderOf } from './order.ts';

const node = (name: string, readsNow: string[], writes: string[]) => ({ name, readsNow, writes });

describe('the order of subsystems', () => {
  it('puts writers before readers whatever the order given', () => {
    const order = orderOf([
      node('cash', ['tokens'], ['money']),
      node('chips', ['watts'], ['tokens']),
      node('sun', [], ['watts']),
    ]);
    expect(order).toEqual([[2], [1], [0]]);
  });

  it('finds a circle as one group, in the order given', () => {
    const order = orderOf([
      node('chips', ['watts', 'links'], ['tokens', 'demand']),
      node('sun', ['demand'], ['watts']),
      node('lasers', ['tokens'], ['links']),
      node('cash', ['tokens'], ['money']),
    ]);
    expect(order).toEqual([[0, 1, 2], [3]]);
  });

  it('refuses two writers of a port and a port without a writer', () => {
    expect(() => orderOf([node('a', [], ['x']), node('b', [], ['x'])])).toThrow(/one writer/);
    expect(() => orderOf([node('a', ['y'], ['x'])])).toThrow(/somebody writes/);
  });
});
