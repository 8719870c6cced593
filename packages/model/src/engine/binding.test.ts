import { expect, it } from 'vitest';
import { constraintIndex, constraints } from '../flows/constraint.ts';
import { bindingOf, limitPorts } from './binding.ts';

function limits(shares: { readonly [constraint in keyof typeof constraintIndex]?: number }) {
  const ports = Object.fromEntries(limitPorts.map((port) => [port, new Float64Array(constraints.length)]));
  for (const [constraint, share] of Object.entries(shares)) {
    (ports.transportLimits as Float64Array)[constraintIndex[constraint as keyof typeof constraintIndex]] =
      share;
  }
  return ports as Parameters<typeof bindingOf>[0];
}

it('names what held back most, and demand where nothing did', () => {
  expect(bindingOf(limits({ pads: 0.5, ships: 0.7 }), undefined)).toBe('ships');
  expect(bindingOf(limits({}), 'ships')).toBe('demand');
});

it('stays with last month while it is nearly as short, and no longer', () => {
  expect(bindingOf(limits({ pads: 0.5, ships: 0.52 }), 'pads')).toBe('pads');
  expect(bindingOf(limits({ pads: 0.99, ships: 0.998 }), 'pads')).toBe('ships');
  expect(bindingOf(limits({ ships: 0.998 }), 'pads')).toBe('ships');
});
