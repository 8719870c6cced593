import {
  contextExchange_s,
  dataExchange_s,
  expertExchange_s,
  parametersHeld,
  pipelineExchange_s,
  tensorExchange_s,
} from './exchanges.ts';
import { attention_s, head_s, layerProducts_s, layerTraffic_B } from './products.ts';
import type { Transformer } from './transformer.ts';

/**
 * Time of one training step of a transformer, from first principles: matrix products against the peak rate,
 * everything else against memory bandwidth, exchanges against link rates, the host that launches it all, and the
 * pipeline's bubble. One set of fitted constants per accelerator; no factor for a row, a size or a layout.
 */

/** What the constants of one accelerator say about its way to its datasheet figures. */
export interface AcceleratorConstants {
  /** Share of peak that large matrix products reach. */
  readonly matrixShare: number;
  /** Dimension of a matrix product, per accelerator, at which half of that share is lost on it. */
  readonly matrixHalf: number;
  /** Share of the 16-bit peak that fused attention reaches. */
  readonly attentionShare: number;
  /** Share of the memory's bandwidth that streaming kernels reach. */
  readonly memoryShare: number;
  /** Share of a link's rate that collective exchanges reach. */
  readonly linkShare: number;
  /** Wait of each step of a collective exchange inside the scale-up fabric. */
  readonly linkDelay_s: number;
  /** Time per layer and pass on the accelerator that neither arithmetic nor memory explains. */
  readonly layerOverhead_s: number;
  /** Time per layer and pass that the host takes to launch it: small layers wait for it. */
  readonly hostTime_s: number;
  /** Share of the memory's bandwidth that reading weights and caches for single tokens reaches. */
  readonly readShare: number;
  /** Time per layer of a decoding step that neither arithmetic nor memory nor links explain. */
  readonly decodeOverhead_s: number;
}

export interface AcceleratorSystem extends AcceleratorConstants {
  /** Dense peak in the precision of the matrix products. */
  readonly peak_FLOPperS: number;
  /** Dense peak in 16 bits: attention runs in them whatever the products use. */
  readonly peak16_FLOPperS: number;
  /** Bytes of a number that goes into a matrix product. */
  readonly activation_B: number;
  readonly memory_B: number;
  readonly memoryRate_BperS: number;
  /** Accelerators that share one scale-up fabric, and its rate per accelerator and direction. */
  readonly domain: number;
  readonly scaleUp_BperS: number;
  /** Rate out of the scale-up domain, per accelerator and direction. */
  readonly scaleOut_BperS: number;
}

export type Recompute = 'full' | 'selective' | 'none';

export interface Layout {
  /** Accelerators that split each layer's products, the layers, the batch, and each sequence. */
  readonly tensor: number;
  readonly pipeline: number;
  readonly data: number;
  readonly context: number;
  /** Accelerators of the data and context groups that share one set of experts. */
  readonly expert: number;
  /** Model chunks per pipeline stage (interleaved schedule); 1 for plain one-forward-one-backward. */
  readonly interleave: number;
  /** Sequences per micro-batch and per step. */
  readonly microBatch: number;
  readonly globalBatch: number;
  /** What is computed again on the way back: every layer, only attention, or nothing. */
  readonly recompute: Recompute;
  /** Norms and dropouts are split over the tensor group too. */
  readonly sequenceParallel: boolean;
  /** Attention keeps no square of scores in memory (fused kernels). */
  readonly fusedAttention: boolean;
  /** Optimiser state is split over the data group, and its exchange hides behind the last way back. */
  readonly shardedOptimiser: boolean;
  /** Exchanges inside layers run beside the products they feed, in as many pieces as the group has members. */
  readonly overlap: boolean;
}

/** A layout with one of everything, to be changed where it differs. */
export const plainLayout: Layout = {
  tensor: 1,
  pipeline: 1,
  data: 1,
  context: 1,
  expert: 1,
  interleave: 1,
  microBatch: 1,
  globalBatch: 1,
  recompute: 'none',
  sequenceParallel: false,
  fusedAttention: false,
  shardedOptimiser: false,
  overlap: false,
};

/** Seconds of one step by what they went into; they add up to `iteration_s`. Exchanges are what is left uncovered. */
export interface StepTime {
  readonly iteration_s: number;
  readonly matrix_s: number;
  readonly memory_s: number;
  readonly overhead_s: number;
  readonly host_s: number;
  readonly tensorExchange_s: number;
  readonly expertExchange_s: number;
  readonly contextExchange_s: number;
  readonly pipelineExchange_s: number;
  readonly dataExchange_s: number;
  readonly bubble_s: number;
  readonly optimiser_s: number;
}

/** Adam in mixed precision reads and writes weights, gradient, master weights and two moments. */
const optimiserTraffic_B = 34;

/** What is left of an exchange in `pieces` that runs beside `beside_s` of products: the first piece, and what is too long. */
function uncovered_s(exchange_s: number, pieces: number, beside_s: number): number {
  if (exchange_s === 0) return 0;
  return exchange_s / pieces + Math.max(0, (exchange_s * (pieces - 1)) / pieces - beside_s);
}

/** Seconds of one layer, one pass, by what they go into. */
interface LayerTime {
  readonly products_s: number;
  readonly attention_s: number;
  readonly memory_s: number;
  readonly attentionMemory_s: number;
  readonly tensor_s: number;
  readonly expert_s: number;
  readonly context_s: number;
}

function layerTime(model: Transformer, system: AcceleratorSystem, layout: Layout): LayerTime {
  const memoryRate_BperS = system.memoryRate_BperS * system.memoryShare;
  const traffic = layerTraffic_B(model, layout);
  const products_s = layerProducts_s(model, system, layout);
  const attention = attention_s(model, system, layout);
  const tensor = tensorExchange_s(model, system, layout);
  const expert = expertExchange_s(model, system, layout);
  const context = contextExchange_s(model, system, layout);
  const { overlap } = layout;
  return {
    products_s,
    attention_s: attention,
    memory_s: traffic.whole / memoryRate_BperS,
    attentionMemory_s: traffic.attention / memoryRate_BperS,
    tensor_s: overlap ? uncovered_s(tensor, layout.tensor, products_s) : tensor,
    // Two micro-batches by turns: one sends while the other computes.
    expert_s: overlap ? Math.max(0, expert - products_s - attention) : expert,
    context_s: overlap ? uncovered_s(context, layout.context, attention) : context,
  };
}

/**
 * Time of one step and what it is made of.
 * Assumes equal stages but for the head, balanced experts, gradients exchanged once a step in 16 bits.
 */
export function stepTime(model: Transformer, system: AcceleratorSystem, layout: Layout): StepTime {
  const microBatches = layout.globalBatch / (layout.data * layout.microBatch);
  const layers = model.layers / layout.pipeline;
  const again = layout.recompute === 'full' ? 1 : 0;
  const selective = layout.recompute === 'selective' ? 1 : 0;
  const passes = 3 + again;
  const one = layerTime(model, system, layout);

  const matrix =
    layers * (passes * (one.products_s + one.attention_s) + selective * one.attention_s) +
    head_s(model, system, layout);
  const memory = layers * (passes * one.memory_s + selective * one.attentionMemory_s);
  const overhead = layers * passes * system.layerOverhead_s;
  // Exchanges on the way forward and back; the two products of the way back share one.
  const exchanges = layers * (2 + again);
  const tensor = exchanges * one.tensor_s;
  const expert = exchanges * one.expert_s;
  const context = exchanges * one.context_s;
  const busy = matrix + memory + overhead + tensor + expert + context;
  const host = Math.max(0, layers * passes * system.hostTime_s - busy);
  const handed = pipelineExchange_s(model, system, layout);
  // Chunks of a stage take turns: one is handed on while the next computes.
  const pipeline = layout.overlap && layout.interleave > 1 ? Math.max(0, handed - busy) : handed;
  const perMicroBatch = busy + host + pipeline;

  const bubble_s = (perMicroBatch * (layout.pipeline - 1)) / layout.interleave;
  const hidden_s = layout.shardedOptimiser ? dataCover_s(layout, (matrix + memory + overhead) / passes) : 0;
  const dataExchange = Math.max(0, dataExchange_s(model, system, layout) - hidden_s);
  const optimiser_s = optimiserTime_s(model, system, layout);
  return {
    iteration_s: perMicroBatch * microBatches + bubble_s + dataExchange + optimiser_s,
    matrix_s: matrix * microBatches,
    memory_s: memory * microBatches,
    overhead_s: overhead * microBatches,
    host_s: host * microBatches,
    tensorExchange_s: tensor * microBatches,
    expertExchange_s: expert * microBatches,
    contextExchange_s: context * microBatches,
    pipelineExchange_s: pipeline * microBatches,
    dataExchange_s: dataExchange,
    bubble_s,
    optimiser_s,
  };
}

/**
 * What of computing can cover the exchange of gradients: the last way back; with overlap the first way forward of the
 * next step too, and with chunks by turns those of all micro-batches in flight but a chunk's own.
 */
function dataCover_s(layout: Layout, pass_s: number): number {
  if (!layout.overlap) return 2 * pass_s;
  return 3 * pass_s * Math.max(1, layout.pipeline * (1 - 1 / layout.interleave));
}

function optimiserTime_s(model: Transformer, system: AcceleratorSystem, layout: Layout): number {
  const { dense, experts } = parametersHeld(model, layout);
  const replicas = layout.data * layout.context;
  const held = layout.shardedOptimiser
    ? dense / replicas + (experts * layout.expert) / replicas
    : dense + experts;
  return (optimiserTraffic_B * held) / (system.memoryRate_BperS * system.memoryShare);
}
