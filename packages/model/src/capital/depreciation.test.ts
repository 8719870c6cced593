import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeOf } from './depreciation.ts';

describe('straight-line depreciation', () => {
  it('charges every dollar once, over the life, from the month after it was spent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e10, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (spending, life) => {
          const spent = new Float64Array(spending.length + life + 2);
          spent.set(spending);
          let charge = 0;
          let charged = 0;
          for (let month = 0; month < spent.length; month++) {
            charge = chargeOf(spent, 0, month, life, charge);
            charged += charge;
          }
          const all = spending.reduce((sum, amount) => sum + amount, 0);
          expect(Math.abs(charged - all)).toBeLessThanOrEqual(1e-6 * (1 + all));
          expect(Math.abs(charge)).toBeLessThanOrEqual(1e-6 * (1 + all));
        },
      ),
    );
  });
});
