import type { StateHeader } from '@kardashev/contracts/job.ts';
import type { MonthsSoFar } from '@kardashev/model/engine/sink.ts';
import { passesOf, type ResolvedPlan } from '@kardashev/model/plan/resolved.ts';

/** What one wants to see of a run while it is computed: the fleet, its launches, power, work and money. */
const ports = new Set([
  'inService',
  'launches',
  'powerToCompute_W',
  'delivered_FLOPperS',
  'tokens_perS',
  'cash_USD',
  'capitalNeeded_USD',
  'levelised_USD2026perFLOP',
]);

export interface Told {
  header(header: StateHeader): void;
  month(values: Float64Array): void;
}

/** Tells every month of a run once, in the order of the passes, those before a resume too. */
export function watchMonths(run: string, plan: ResolvedPlan, told: Told): (soFar: MonthsSoFar) => void {
  const passes = passesOf(plan);
  const next = passes.map(() => 0);
  let begun = false;
  return ({ pass, done, months, columns }) => {
    const watched = columns.filter(({ port }) => ports.has(port));
    if (!begun) {
      const shells = [...(plan.entries.shells ?? [])];
      const described = watched.map(({ port, row, unit, doc }) => ({ port, row, unit, doc }));
      told.header({ run, labels: [...months], passes: [...passes], shells, columns: described });
    }
    begun = true;
    for (let month = next[pass] as number; month < done; month++) {
      const values = watched.map((column) => column.values[month] as number);
      told.month(Float64Array.of(pass * months.length + month, ...values));
    }
    next[pass] = done;
  };
}
