import { type Generation, systemOf } from './accelerator.ts';
import { type Job, jobOf } from './cluster.ts';
import { bestGoodput } from './goodput.ts';
import type { ComputeSection } from './schema.ts';
import { podTrainingShare } from './training.ts';
import { type Transformer, trainingRun_FLOP } from './transformer.ts';

/** A model with its run. */
export interface RunModel extends Transformer {
  readonly tokens: number;
  /** Tokens in one step. */
  readonly batch: number;
}

export interface GroundSite {
  /** Share of the power to compute that goes to anything but accelerators. */
  readonly boardShare: number;
  /** Power into the site over power to compute: cooling, supplies, building. */
  readonly powerUsageEffectiveness: number;
}

export interface GroundRun {
  readonly accelerators: number;
  readonly sitePower_W: number;
  /** Delivered model FLOPs over dense bf16 peak, failures included. */
  readonly share: number;
}

/**
 * Accelerators and site power that finish a model's run in `duration_s` on the ground, where the fabric is no
 * limit: the pods' share of peak and failures only. Infinite when failures of so large a job leave nothing.
 * A lower bound therefore, good for the claim that a run takes a small city.
 */
export function runOnGround(
  model: RunModel,
  duration_s: number,
  generation: Generation,
  site: GroundSite,
  section: ComputeSection,
): GroundRun {
  const wanted_FLOPperS = trainingRun_FLOP(model, model.tokens) / duration_s;
  const share = podTrainingShare(
    model,
    systemOf(generation, 'bf16'),
    generation.peak_FLOPperS,
    section.tensorWidth,
  );
  const one_FLOPperS = generation.peak_FLOPperS * share;
  const job = jobOf(model, model.batch, section);
  const accelerators = acceleratorsFor(wanted_FLOPperS / one_FLOPperS, job, section);
  const toCompute_W = (accelerators * generation.power_W) / (1 - site.boardShare);
  return {
    accelerators,
    sitePower_W: toCompute_W * site.powerUsageEffectiveness,
    share: wanted_FLOPperS / (accelerators * generation.peak_FLOPperS),
  };
}

/** Site power of a run in `duration_s` on the ground; see `runOnGround`. */
export function sitePowerForRun_W(
  model: RunModel,
  duration_s: number,
  generation: Generation,
  site: GroundSite,
  section: ComputeSection,
): number {
  return runOnGround(model, duration_s, generation, site, section).sitePower_W;
}

const settled = 1e-9;

/** Grows the job until what failures leave of it is enough. */
function acceleratorsFor(withoutFailures: number, job: Job, section: ComputeSection): number {
  const one = section.interruptionReach / section.failureInterval_s;
  let accelerators = withoutFailures;
  for (let round = 0; round < 1000; round++) {
    const checkpoint_s = job.checkpoint_B / (section.checkpointRate_BperS * accelerators);
    const next = withoutFailures / bestGoodput(one * accelerators, section.restart_s, checkpoint_s);
    if (!Number.isFinite(next) || one * next * section.restart_s > 1) return Infinity;
    if (Math.abs(next / accelerators - 1) < settled) return next;
    accelerators = next;
  }
  return Infinity;
}
