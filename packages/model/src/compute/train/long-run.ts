import { parametersHeld } from '../exchanges.ts';
import { bestGoodput, youngInterval_s } from '../goodput.ts';
import type { RigSection } from '../machine/load.ts';
import type { Machine } from '../machine/machine.ts';
import { clockAt, drawAt } from '../machine/power.ts';
import { islandExchange_s, type WideArea, waitPerStep_s } from '../wide-area/exchange.ts';
import type { Prediction } from './predict.ts';

/** What goes on around a run for as long as it takes. */
export interface Surroundings {
  readonly tokens: number;
  /** Mean power that arrays leave to accelerators over what they take at full load: below 1 through eclipse or heat. */
  readonly powerShare: number;
  /** Silent corruptions of one accelerator a second, beside the interruptions that any cluster has. */
  readonly corruption_perS: number;
  /** How islands of accelerators beyond the scale-out fabric exchange. */
  readonly method: WideArea;
}

export interface LongRun {
  readonly days: number;
  /** Share of time that ends up as work that counts: failures, checkpoints, corruption. */
  readonly goodput: number;
  readonly checkpointEvery_s: number;
  readonly interruptionEvery_s: number;
  /** Time of a step with slowest accelerator, held-back clock and exchange between islands. */
  readonly step_s: number;
  /** What each costs, as a factor on speed. */
  readonly factors: {
    readonly stragglers: number;
    readonly throttle: number;
    readonly islands: number;
    readonly failures: number;
  };
  readonly islands: number;
  readonly energy_J: number;
  readonly cost_USD: number;
}

const secondsPerDay = 86_400;

/** Slowest of n accelerators over the mean one: normal speeds, σ·√(2 ln n), the leading term of the extreme value. */
export function straggler(spread: number, accelerators: number): number {
  return 1 / (1 + spread * Math.sqrt(2 * Math.log(Math.max(1, accelerators))));
}

/** A run of many steps on a machine, with what befalls it. */
export function longRun(
  { model, layout, time }: Prediction,
  machine: Machine,
  section: RigSection,
  around: Surroundings,
): LongRun {
  const accelerators = layout.tensor * layout.pipeline * layout.data * layout.context;
  const islands = Math.ceil(accelerators / machine.group);
  const stragglers = straggler(section.speedSpread, accelerators);
  const throttle = clockAt(machine.accelerator, around.powerShare);
  const alone_s = time.iteration_s / (stragglers * throttle);
  const held = parametersHeld(model, layout);
  const far_BperS = machine.far_BperS * machine.system.linkShare;
  const exchange_s = islandExchange_s(
    around.method,
    held.dense + held.experts,
    islands,
    far_BperS,
    machine.farDelay_s,
  );
  const wait_s = islands > 1 ? waitPerStep_s(around.method, alone_s, exchange_s) : 0;
  const step_s = alone_s + wait_s;

  const failing_perS = 1 / section.failureInterval_s + section.corruptionHarm * around.corruption_perS;
  // Islands that exchange now and then go on without the one that restarts.
  const reach = section.interruptionReach / (around.method.every > 1 ? islands : 1);
  const interruption_perS = accelerators * failing_perS * reach;
  const late = (section.corruptionHarm * around.corruption_perS) / failing_perS;
  const restart_s = section.restart_s + late * section.corruptionDetection_s;
  const checkpoint_s =
    (model.parameters * section.checkpointState_B) / (section.checkpointRate_BperS * accelerators);
  const goodput = bestGoodput(interruption_perS, restart_s, checkpoint_s);

  const steps = around.tokens / (layout.globalBatch * model.sequence);
  const duration_s = (steps * step_s) / goodput;
  // Without a limit to their power chips work at full clock and wait in bubbles and exchanges.
  const busy = (time.matrix_s + time.memory_s + time.optimiser_s) / (stragglers * throttle) / step_s;
  const power_W = machine.supply_W * Math.min(around.powerShare, drawAt(machine.accelerator, busy, throttle));
  return {
    days: duration_s / secondsPerDay,
    goodput,
    checkpointEvery_s: youngInterval_s(checkpoint_s, 1 / interruption_perS),
    interruptionEvery_s: 1 / interruption_perS,
    step_s,
    factors: { stragglers, throttle, islands: alone_s / step_s, failures: goodput },
    islands,
    energy_J: accelerators * power_W * duration_s,
    cost_USD: accelerators * machine.hourlyPrice_USD2026perS * duration_s,
  };
}
