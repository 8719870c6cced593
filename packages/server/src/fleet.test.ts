import type { Fleet } from '@kardashev/contracts/fleet.ts';
import { expect, it } from 'vitest';
import { createServer } from './server.ts';

const fleet: Fleet = {
  shells: [
    {
      name: 'low-30',
      begin: 24,
      formation_m: 0,
      raising_months: 2,
      mortality: {
        infantShare: 0.01,
        infantPeriod_s: 5e6,
        failure_perS: 8e-10,
        wearOut_s: 4e8,
        wearOutShape: 4,
        life_s: 1.6e8,
        retirementSpread_s: 1.6e7,
      },
      design: { radius_m: 6.9e6, powerToCompute_W: 120e3 },
    },
  ],
  stations: [{ name: 'tenerife', latitude_rad: 0.5, longitude_rad: -0.3, terminals: [0, 4] }],
  pads: [],
  inclinationTolerance_rad: 0.005,
  stationElevation_rad: 0.35,
  topology: 'folded',
  grazingAltitude_m: 80e3,
};

const nobody = { list: async () => [], verdict: none, months: none, shells: none };
async function none(): Promise<undefined> {}

it('hands out the fleet of a run under the funding that was asked for', async () => {
  const asked: unknown[] = [];
  const server = await createServer({
    runs: nobody,
    lineage: none,
    page: '/nowhere',
    fleet: async (run, funding) => {
      asked.push([run, funding]);
      return run === 'million-s1-001' ? fleet : undefined;
    },
  });
  const answer = await server.inject('/api/runs/million-s1-001/fleet?funding=books');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual(fleet);
  expect(asked).toEqual([['million-s1-001', 'books']]);
  const missing = await server.inject('/api/runs/another/fleet');
  expect(missing.statusCode).toBe(404);
  expect(missing.json().error.code).toBe('server/no-such-run');
  expect((await server.inject('/api/runs/million-s1-001/fleet?funding=magic')).statusCode).toBe(400);
  await server.close();
});
