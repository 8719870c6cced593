import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { describe, expect, it } from 'vitest';
import { monthTable } from '../months/table.ts';
import { daysIn, milestones } from './milestones.ts';

const labels = ['2028-01', '2028-02', '2028-03', '2028-04'];
const column = (name: string, rows: { [row: string]: (number | null)[] }) => ({
  name,
  room: '',
  unit: '',
  doc: '',
  rows: Object.keys(rows),
  values: Object.values(rows),
});
const headlines = (crossover: string | null, insolventFrom: string | null) =>
  ({ capital: { crossover, insolventFrom } }) as Pick<Verdict, 'capital'>;
const claim = (id: string, claimed: number, computed: number) => ({ id, claimed, computed });

function found(columns: ReturnType<typeof column>[], more: object = {}, funding = 'as-needed' as const) {
  const verdict = {
    funding: 'as-needed',
    claims: [],
    ...headlines(null, null),
    ...more,
  } as unknown as Verdict;
  const table = monthTable({ labels, columns });
  const all = milestones({ table, verdict, funding, inOrbit: (row) => row === 'low' });
  return Object.fromEntries(all.map((each) => [each.kind, each]));
}

describe('milestones', () => {
  it('are the first months in which a level is reached, and never where it is not', () => {
    const fleet = column('inService', { low: [0, 2, 99_999, 2e5], hall: [5, 5, 5, 5] });
    const power = column('powerToCompute_W', { low: [0, 1, 2e9, 3e9], hall: [9e9, 9e9, 9e9, 9e9] });
    expect(found([fleet, power])).toMatchObject({
      firstSatellite: { month: 1 },
      gigawatt: { month: 2 },
      hundredThousand: { month: 3 },
      million: { month: null },
    });
  });

  it('count launches against the hours of the month: 696 in the February of a leap year', () => {
    expect([daysIn('2028-02'), daysIn('2027-02'), daysIn('2028-12')]).toEqual([29, 28, 31]);
    const launches = column('launches', { big: [700, 690, 744, 0], small: [0, 6, 0, 0] });
    expect(found([launches]).launchHourly).toMatchObject({ month: 1 });
  });

  it('take the vehicle that carries most from its first flight on', () => {
    const launches = column('launches', { old: [9, 9, 9, 9], new: [0, 0, 2, 2] });
    const mass = column('launchMass_kg', { old: [9e4, 9e4, 9e4, 9e4], new: [0, 0, 1e5, 3e5] });
    expect(found([launches, mass]).bestVehicle).toMatchObject({ month: 2, name: 'new', value: 150e3 });
  });

  it('tell the listing from what was injected', () => {
    const sold = column('sharesSold_USD', { all: [90e9, 75e9, 10e9, 0] });
    const needed = column('capitalNeeded_USD', { all: [90e9, 90e9, 100e9, 100e9] });
    const claims = [claim('listing-50', 50e9, 75e9)];
    expect(found([sold, needed], { claims }).listing).toMatchObject({ month: 1, value: 75e9 });
    expect(found([sold, needed]).listing).toBeUndefined();
  });

  it('wait with the large run until it takes no longer than claimed', () => {
    const run = column('trainingRun_s', { all: [null, 300 * 86_400, 150 * 86_400, 10 * 86_400] });
    const claims = [claim('train-6t-orbit', 180, 10)];
    expect(found([run], { claims }).largeRun).toMatchObject({ month: 2, value: 150 });
  });

  it('take crossover and insolvency from the verdict of the pass on show', () => {
    const books = headlines('2028-03', '2028-04');
    expect(found([], { books })).toMatchObject({ crossover: { month: null }, insolvent: { month: null } });
    expect(found([], { books }, 'books' as 'as-needed')).toMatchObject({
      crossover: { month: 2 },
      insolvent: { month: 3 },
    });
  });

  it('leave out what a run does not report', () => {
    expect(Object.keys(found([]))).toEqual(['crossover', 'insolvent']);
  });
});
