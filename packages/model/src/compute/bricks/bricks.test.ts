import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPart, plainSection, plainSystem, smallModel } from '../../../testing/compute.ts';
import { jobOf } from '../cluster.ts';
import { machineOf } from '../machine/machine.ts';
import { delivered_FLOPperS, departure_kg, law_FLOPperS, modulesOf } from './law.ts';
import { beamLink_bps, confocal_m } from './link.ts';
import { bestLoss, bestSplit, bestTokens, loss } from './loss.ts';

const system = { ...plainSystem, pue: 1 };
const machine = machineOf(system, plainPart, 'bf16');
const section = {
  ...plainSection,
  laserLinks: 4,
  dockMost: 16,
  formationMost: 10_000,
  failureInterval_s: 1.8e8,
};
const job = jobOf(smallModel, smallModel.batch, section);
const joints = fc.constantFrom('docked', 'formation', 'spread' as const);
const distance = fc.double({ min: 1, max: 1e8, noNaN: true });

describe('lasers between modules', () => {
  it('carry less the farther they reach', () => {
    fc.assert(
      fc.property(distance, distance, (one, other) => {
        const [near, far] = one < other ? [one, other] : [other, one];
        expect(beamLink_bps(section, far)).toBeLessThanOrEqual(beamLink_bps(section, near));
      }),
    );
  });

  it('carry one beam up to their reach, side by side within the confocal distance, and a quarter at twice the reach', () => {
    const { beamRate_bps, beamReach_m } = section;
    expect(beamLink_bps(section, beamReach_m)).toBe(beamRate_bps);
    expect(beamLink_bps(section, confocal_m(section) / 4)).toBe(4 * beamRate_bps);
    expect(beamLink_bps(section, 2 * beamReach_m)).toBeCloseTo(beamRate_bps / 4, 3);
  });
});

describe('one job over a mass', () => {
  it('never gets more than the law says, nor less from more mass', () => {
    fc.assert(
      fc.property(joints, fc.double({ min: 3, max: 9, noNaN: true }), (joint, decade) => {
        const modules = modulesOf(smallModel, machine, section, joint);
        const at = (mass_kg: number) => delivered_FLOPperS(job, modules, mass_kg, section);
        const mass_kg = 10 ** decade;
        expect(at(mass_kg)).toBeLessThanOrEqual(law_FLOPperS(modules, mass_kg, section) * (1 + 1e-9));
        expect(at(2 * mass_kg)).toBeGreaterThanOrEqual(at(mass_kg) * (1 - 1e-6));
      }),
    );
  });

  it('departs from the law later where it asks for less of it', () => {
    const modules = modulesOf(smallModel, machine, section, 'formation');
    const tenth = departure_kg(job, modules, section, 0.9);
    const half = departure_kg(job, modules, section, 0.5);
    expect(tenth).toBeLessThan(half);
    expect(half).toBeLessThan(Infinity);
  });
});

describe('the scaling law', () => {
  it('splits training so that no other split loses less', () => {
    const work = fc.double({ min: 18, max: 30, noNaN: true }).map((decade) => 10 ** decade);
    fc.assert(
      fc.property(work, fc.double({ min: 0.1, max: 10, noNaN: true }), (work_FLOP, factor) => {
        const { parameters, tokens } = bestSplit(section, work_FLOP);
        expect((6 * parameters * tokens) / work_FLOP).toBeCloseTo(1, 9);
        const other = loss(section, parameters * factor, tokens / factor);
        expect(other).toBeGreaterThanOrEqual(bestLoss(section, work_FLOP) - 1e-12);
        expect(bestTokens(section, parameters) / tokens).toBeCloseTo(1, 9);
      }),
    );
  });
});
