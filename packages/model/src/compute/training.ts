import { type AcceleratorSystem, type Layout, plainLayout, stepTime } from './step-time.ts';
import { shapeParameters, type Transformer, trainingFlopPerToken } from './transformer.ts';

/** Layout of one replica's share inside a pod: tensor-parallel over at most `tensorWidth`, nothing exchanged outside. */
function podLayout(model: Transformer, system: AcceleratorSystem, tensorWidth: number): Layout {
  const wide = model.expertsPerToken > 0 ? 1 : tensorWidth;
  return {
    ...plainLayout,
    tensor: Math.min(wide, system.domain),
    // Experts are spread over the fabric; its members feed one another.
    expert: model.expertsPerToken > 0 ? system.domain : 1,
    sequenceParallel: true,
    fusedAttention: true,
    shardedOptimiser: true,
    overlap: true,
  };
}

/**
 * Model FLOPs over the bf16 peak while a pod computes: what matrix shapes, memory traffic, launches and the
 * exchange inside the scale-up fabric leave. Bubbles, exchange between pods and failures come on top.
 * Model FLOPs are 6 · active parameters of the shape a token; attention's own arithmetic takes time and is not counted.
 */
export function podTrainingShare(
  model: Transformer,
  system: AcceleratorSystem,
  bf16Peak_FLOPperS: number,
  tensorWidth: number,
): number {
  const layout = podLayout(model, system, tensorWidth);
  const time = stepTime(model, system, layout);
  const busy_s =
    time.matrix_s + time.memory_s + time.overhead_s + time.tensorExchange_s + time.expertExchange_s;
  const flop = trainingFlopPerToken({ activeParameters: shapeParameters(model) }) * model.sequence;
  return flop / (busy_s * layout.tensor * bf16Peak_FLOPperS);
}
