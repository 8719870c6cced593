import { formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';

const margin = 12;

/** What the screen shows of `infer`'s document. */
export interface Shown {
  readonly model: string;
  readonly system: string;
  readonly precision: string;
  readonly accelerators: number;
  readonly batch: number;
  readonly input: number;
  readonly output: number;
  readonly latency_ms: number;
  readonly ttft_ms: number;
  readonly tpot_ms: number;
  readonly tokensPerSecond: number;
  readonly energyPerToken_J: number;
  readonly weightReadFloor_ms: number;
  readonly memory_bytes: number;
  readonly steady: {
    readonly disaggregated: boolean;
    readonly ttft_ms: number;
    readonly tpot_ms: number;
    readonly tokensPerSecond: number;
    readonly tokensPerSecondPerAccelerator: number;
    readonly prefillReplicasPerDecodeReplica: number;
  };
}

const time = (value_ms: number): string => formatQuantity(value_ms / 1e3, 's');

/** One batch on one screen, and the same requests when they keep coming. */
export function inferScreen(found: Shown, colour: boolean): string {
  const paint = createColors(colour);
  const line = (label: string, text: string): string => `${paint.dim(label.padEnd(margin))}${text}`;
  const { steady } = found;
  const pools = steady.disaggregated
    ? `prompts read by ${formatNumber(steady.prefillReplicasPerDecodeReplica)} replicas for each that answers`
    : 'one pool for prompts and answers';
  return [
    paint.bold(`${found.model} on ${found.accelerators} accelerators of ${found.system}, ${found.precision}`),
    `${found.batch} requests of ${found.input} tokens, ${found.output} answered to each`,
    '',
    line(
      'batch',
      `${time(found.latency_ms)}: first token after ${time(found.ttft_ms)}, then one every ${time(found.tpot_ms)} (reading the weights alone takes ${time(found.weightReadFloor_ms)})`,
    ),
    line(
      'delivers',
      `${formatNumber(found.tokensPerSecond)} tokens a second, ${formatQuantity(found.energyPerToken_J, 'J')} a token`,
    ),
    line('memory', `${formatNumber(found.memory_bytes / 1e9)} GB on the fullest accelerator`),
    line(
      'steady',
      `${formatNumber(steady.tokensPerSecond)} tokens a second, ${formatNumber(steady.tokensPerSecondPerAccelerator)} an accelerator; ${pools}`,
    ),
    line('', `first token after ${time(steady.ttft_ms)}, then one every ${time(steady.tpot_ms)}`),
  ].join('\n');
}
