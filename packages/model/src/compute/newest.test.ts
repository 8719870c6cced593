import { describe, expect, it } from 'vitest';
import { bench, smallParams, staff, unitPeak_FLOPperS } from '../../testing/compute.ts';

const works = [
  { share: 0.5, gang: 8, kept: 1, bitsDown: 1e-9, flopPerToken: 1e12 },
  { share: 0.3, gang: 8, kept: 1, bitsDown: 1e-9, flopPerToken: 1e12 },
];
const months = 3;
const unitPower_W = 1000;

describe('work of a new unit per energy', () => {
  it('is what a fleet of such units delivers per energy at full load', () => {
    const room = bench(
      smallParams({ hosts: 1, months, works, section: { restart_s: 1e6, failureInterval_s: 1e8 } }),
    );
    staff(room, 0, months, 100);
    // As many chips for the one as for the other, as the plan keeps.
    room.before.demand_FLOPperS.set([0.5e20, 0.3e20]);
    room.step();
    const delivered = (room.out.delivered_FLOPperS[0] as number) / (100 * unitPower_W);
    expect(delivered).toBeGreaterThan(0);
    expect((room.out.newWork_FLOPperJ[0] as number) / delivered).toBeCloseTo(1, 9);
  });

  it('goes with the newest chips alone: neither age nor idleness nor links of the fleet tell', () => {
    const params = smallParams({ hosts: 2, months, works: works.slice(0, 1) });
    params.tables.useful_FLOPperS[months - 1] = 0.8 * unitPeak_FLOPperS;
    const room = bench(params);
    staff(room, 0, months, 0);
    room.now.cohortUnits[0] = 100;
    room.now.inService[0] = 100;
    room.now.downShare[0] = 0.1;
    room.before.demand_FLOPperS[0] = 1e10;
    room.step();
    expect((room.out.newWork_FLOPperJ[0] as number) / ((0.8 * unitPeak_FLOPperS) / unitPower_W)).toBeCloseTo(
      1,
      3,
    );
    // A host without units has its figure too.
    expect((room.out.newWork_FLOPperJ[1] as number) / ((0.5 * unitPeak_FLOPperS) / unitPower_W)).toBeCloseTo(
      1,
      3,
    );
  });
});
