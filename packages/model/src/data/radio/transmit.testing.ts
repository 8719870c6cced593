import type { KeyedRandom } from '../../random/philox.ts';
import { preamble_samples } from './demodulate.ts';

/** How frames are sent to a receiver that does not exist. */
export interface Transmission {
  /** By how much of a sample pulses begin late. */
  readonly phase: number;
  /** Level of pulses, and spread of the noise in I and in Q; 1 is full scale. */
  readonly level: number;
  readonly noise: number;
  readonly random: KeyedRandom;
  readonly samples?: number;
}

const gap_samples = 200;

/** Raw samples of frames one after another, with a carrier that is 0.1 turns a sample off. For tests. */
export function recordingOf(frames: readonly Uint8Array[], how: Transmission): Uint8Array {
  const chips = frames.flatMap((frame) => [...Array<number>(gap_samples).fill(0), ...chipsOf(frame)]);
  const count = how.samples ?? chips.length + gap_samples;
  const raw = new Uint8Array(2 * count);
  for (let index = 0; index < count; index++) {
    const level = how.level * ((1 - how.phase) * (chips[index] ?? 0) + how.phase * (chips[index - 1] ?? 0));
    for (const part of [0, 1]) {
      const carrier = Math.cos(2 * Math.PI * (0.1 * index + part / 4));
      const value = level * carrier + how.noise * normal(how.random, 2 * index + part);
      raw[2 * index + part] = Math.max(0, Math.min(255, Math.round(127.5 + 127.5 * value)));
    }
  }
  return raw;
}

function normal(random: KeyedRandom, index: number): number {
  const [u, v] = [random.uniform(index, 0), random.uniform(index, 1)];
  return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
}

function chipsOf(frame: Uint8Array): number[] {
  const preamble = Array.from({ length: preamble_samples }, (_, at) => ([0, 2, 7, 9].includes(at) ? 1 : 0));
  const bits = [...frame].flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte >> (7 - bit)) & 1));
  return [...preamble, ...bits.flatMap((bit) => [bit, 1 - bit])];
}
