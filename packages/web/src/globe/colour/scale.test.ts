import { expect, it } from 'vitest';
import { coldest_K, hottest_K } from '../energy/messages.ts';
import { ageOnRamp, heatOnRamp, powerOnRamp } from './scale.ts';

it('puts the ends of a scale at the ends of the ramp', () => {
  const heat = heatOnRamp({ low: 263, high: 378, unit: 'K' });
  const ramp = (kelvin: number) =>
    ((kelvin - coldest_K) / (hottest_K - coldest_K)) * heat.scale + heat.offset;
  expect(ramp(263)).toBeCloseTo(0, 12);
  expect(ramp(378)).toBeCloseTo(1, 12);
  const power = powerOnRamp({ low: 0, high: 120e3, unit: 'W' }, 60e3, 0.5);
  expect(1 * power.scale + power.offset).toBeCloseTo(0.25, 12);
  expect(72 * ageOnRamp({ low: 0, high: 6, unit: 'yr' }).scale).toBeCloseTo(1, 12);
});
