import { expect, it } from 'vitest';
import { expectValue, housePlan } from '../../../testing/house.ts';
import { prepareCampaign } from './prepare.ts';
import { campaignUnderSky } from './sky-feedback.ts';

const under = (radius: string) =>
  campaignUnderSky(
    expectValue(
      prepareCampaign(
        housePlan('base/company', [
          { path: 'period.to', text: '2036-12' },
          { path: 'transport.avoidanceFailure', text: radius },
        ]),
      ),
    ),
    1,
    2040,
  );

it('takes satellites that collide out of the fleet, more of them the less is dodged', () => {
  const [careful, careless] = [under('0.001'), under('1')];
  const lost = ({ years }: typeof careful): number => years.reduce((sum, year) => sum + year.collisions, 0);
  expect(lost(careless)).toBeGreaterThan(lost(careful));
  const last = careless.years.at(-1)!;
  expect(last.satellitesInService).toBeLessThan(last.withoutCollisions);
  expect(careless.moved).toBeLessThan(0.02);
  expect(careless.years.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, at) => 2026 + at));
});
