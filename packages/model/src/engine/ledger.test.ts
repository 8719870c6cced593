import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Bus } from './bus.ts';
import { Ledger, LedgerLeak } from './ledger.ts';

const sizes = { one: 1, host: 3, cohort: 0, vehicle: 0, segment: 3, workload: 0, constraint: 0 };
const power = ['generated_J', 'curtailed_J', 'conversionLoss_J', 'housekeeping_J', 'chipEnergy_J'] as const;
const money = ['salesIn_USD', 'raisedIn_USD', 'operatingOut_USD', 'cash_USD'] as const;

it('lets a balanced month pass and stops at a kilowatt taken out of any row', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e11, noNaN: true }), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 0, max: 2 }),
      (uses_W, row) => {
        const bus = new Bus(power, sizes);
        const view = bus.views(power, 'now');
        const seconds = 2.6e6;
        const names = ['curtailed_J', 'conversionLoss_J', 'housekeeping_J', 'chipEnergy_J'] as const;
        names.forEach((name, index) => {
          view[name][row] = (uses_W[index] as number) * seconds;
        });
        view.generated_J[row] = uses_W.reduce((sum, use) => sum + use, 0) * seconds;
        const ledger = new Ledger(bus, () => ['a', 'b', 'c']);
        expect(() => ledger.check('2030-01')).not.toThrow();
        view.chipEnergy_J[row] = (view.chipEnergy_J[row] as number) - 1e3 * seconds;
        expect(() => ledger.check('2030-01')).toThrow(LedgerLeak);
        expect(() => ledger.check('2030-01')).toThrow(/power leaks .* at [abc] in 2030-01/);
      },
    ),
  );
});

it('counts a stock by its rise', () => {
  const bus = new Bus(money, sizes);
  const view = bus.views(money, 'now');
  const ledger = new Ledger(bus, () => []);
  view.cash_USD[0] = 100;
  bus.turn();
  view.salesIn_USD.set([10, 20, 30]);
  view.raisedIn_USD[0] = 5;
  view.operatingOut_USD.set([1, 2, 3]);
  view.cash_USD[0] = 159;
  expect(() => ledger.check('2030-01')).not.toThrow();
  view.cash_USD[0] = 160;
  expect(() => ledger.check('2030-01')).toThrow(/money leaks −1 USD in all/);
});

it('stops at a number that is none', () => {
  const bus = new Bus(money, sizes);
  bus.views(money, 'now').salesIn_USD[1] = Number.NaN;
  expect(() => new Ledger(bus, () => []).check('2030-01')).toThrow(LedgerLeak);
});
