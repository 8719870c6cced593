import { expect, it } from 'vitest';
import { housePlan } from '../../../testing/house.ts';
import { viewOf } from '../../plan/view.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import { transportSchema } from '../schema.ts';
import { carriedEvenly } from './capacity.ts';

it('is carried less by the larger and the higher', () => {
  const { section } = viewOf(housePlan('base/company', []), 'transport', transportSchema);
  const region = { from_m: 300e3, to_m: 500e3, loss_perS: 0.07 / secondsPerYear, years: 30 };
  const satellite = {
    area_m2: 2,
    mass_kg: 200,
    inclination_rad: 0.9,
    derelict_perS: 0.014 / secondsPerYear,
  };
  const small = carriedEvenly(region, satellite, section);
  const large = carriedEvenly(region, { ...satellite, area_m2: 20 }, section);
  const high = carriedEvenly({ ...region, from_m: 600e3, to_m: 800e3 }, satellite, section);
  const strict = carriedEvenly({ ...region, loss_perS: 0.007 / secondsPerYear }, satellite, section);
  expect(large).toBeLessThan(0.5 * small);
  expect(high).toBeLessThan(small);
  expect(strict).toBeLessThan(small);
  expect(strict).toBeGreaterThan(0);
});
