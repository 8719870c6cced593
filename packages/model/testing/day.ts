import { columns } from '@kardashev/kernels/fleet/columns.ts';
import { rowColumns, stateColumns, totalColumns } from '@kardashev/kernels/fleet/kernel.ts';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import type { JobRow } from '../src/compute/scheduler/jobs.ts';
import { type LaidFleet, layFleet } from '../src/engine/day/lay.ts';
import { fullFleet } from '../src/engine/day/plan-fleet.ts';
import type { Stepper } from '../src/engine/day/run-day.ts';
import { hostsOf } from '../src/engine/hosts.ts';
import { radians } from '../src/sky/angle.ts';
import { expectValue, housePlan } from './house.ts';

/** Midnight of 2032-06-21. */
export const begin_d = (Date.UTC(2032, 5, 21) - Date.UTC(2000, 0, 1, 12)) / 86_400_000;
const month = 77;

/** A few planes of announced satellites, with the Sun setting on them, or of formations that it does not set on. */
export function smallFleet(planes: number, perPlane: number): LaidFleet {
  const plan = housePlan('million');
  const [host] = hostsOf(plan);
  const shell = { ...host!.shell!, planes, perPlane, inclination_rad: radians(29) };
  const one = { ...host!, shell, target: planes * perPlane };
  const nodes = { begin_d: () => begin_d, tolerance_rad: 0.01 };
  return expectValue(layFleet(plan, fullFleet([one], month, begin_d, nodes)));
}

/** The reference kernel as a day wants it. */
export function referenceStepper(): Stepper {
  const blocks: ReturnType<Stepper['lay']>[] = [];
  return {
    lay(rows, perRow) {
      const block = {
        rows: columns(rowColumns, rows),
        state: columns(stateColumns, rows * perRow),
        totals: columns(totalColumns, rows * perRow),
        perRow,
      };
      blocks.push(block);
      return block;
    },
    async step() {
      for (const { rows, state, totals } of blocks) {
        referenceFleet.advance(rows, state, totals, 0, rows.step_s.length, 1);
      }
    },
  };
}

/** A job for a small fleet, with changes. */
export function smallJob(changes: Partial<JobRow>): JobRow {
  return {
    kind: 'batch',
    workload: 0,
    priority: 1,
    arrival_s: 0,
    deadline_s: 86_400,
    work_FLOP: 1e21,
    done_FLOP: 0,
    gang: 1,
    memory_B: 0,
    state_bit: 1e11,
    input_bit: 0,
    home: -1,
    ...changes,
  };
}
