import { remainderOf, wrongBit } from './checksum.ts';
import {
  fitPreamble,
  type Levels,
  likeliestBits,
  longest_bits,
  type PreambleSums,
  preamble_samples,
  shortest_bits,
  sumPreamble,
} from './demodulate.ts';
import { sampleRate_perS } from './samples.ts';

/** A frame as it was on the air. */
export interface Frame {
  /** 14 bytes, or 7 of a short reply. */
  readonly bytes: Uint8Array;
  /** Downlink format, the first five bits: 17 is ADS-B of transponders. */
  readonly format: number;
  /** Where its preamble begins, in samples and in seconds from the first. */
  readonly sample: number;
  readonly time_s: number;
  /** Level of its pulses, 1 is full scale. */
  readonly level: number;
  /** One bit was wrong, and was put right by the checksum: not as sure as the others. */
  readonly repaired: boolean;
}

/** Formats whose parity carries no address, so that the checksum alone says whether they are whole. */
const plainFormats: ReadonlySet<number> = new Set([11, 17, 18]);
const longFormats: ReadonlySet<number> = new Set([17, 18]);

/** Phases that are tried, as shares of a sample: an eighth off costs little. */
const phases = [0, 0.25, 0.5, 0.75] as const;

/**
 * Share of the variance that a preamble must explain to be looked at. Only saves time: what is a frame is decided
 * by the checksum, which noise passes once in 2²⁴ tries. Assumed, by us, 2026-11.
 */
const leastFit = 0.25;

/** All frames in a recording, in the order of their preambles; overlapping ones too, each transmission once. */
export function* framesOf(samples: Float32Array): Generator<Frame> {
  const most = samples.length - preamble_samples - 2 * shortest_bits;
  let best: Frame | undefined;
  for (let at = 0; at <= most; at++) {
    if (best !== undefined && at > best.sample + 2) {
      yield best;
      best = undefined;
    }
    const frame = frameAt(samples, at);
    if (frame === undefined) continue;
    if (best === undefined) best = frame;
    else if (sameBytes(best, frame)) best = best.repaired && !frame.repaired ? frame : best;
    else if (best.repaired && !frame.repaired) best = frame;
    else if (!frame.repaired) {
      yield best;
      best = frame;
    }
  }
  if (best !== undefined) yield best;
}

const sameBytes = (a: Frame, b: Frame): boolean => a.bytes.every((byte, index) => byte === b.bytes[index]);

const sums: PreambleSums = { begun: 0, reached: 0, all: 0, squares: 0 };
const attempt = new Uint8Array(longest_bits / 8);

/** The frame whose preamble begins within this sample, whole at some phase; else one that a single bit mends. */
function frameAt(samples: Float32Array, at: number): Frame | undefined {
  sumPreamble(samples, at, sums);
  // Where the samples that pulses reach are no higher than the mean there is no preamble at any phase.
  if (sums.begun + sums.reached <= sums.all / 2) return undefined;
  let mended: Frame | undefined;
  for (const phase of phases) {
    const levels = fitPreamble(sums, phase);
    if (levels.fit < leastFit) continue;
    const format = decode(samples, at, phase, levels);
    if (format === undefined) continue;
    const bytes = longFormats.has(format) ? 14 : 7;
    const remainder = remainderOf(attempt, bytes);
    if (remainder === 0) return frameOf(bytes, format, at, levels, false);
    const bit = longFormats.has(format) ? wrongBit(remainder, bytes) : undefined;
    // The first five bits say what the frame is; mending them would be choosing what to find.
    if (bit === undefined || bit < 5 || mended !== undefined) continue;
    attempt[bit >> 3]! ^= 0x80 >> (bit & 7);
    mended = frameOf(bytes, format, at, levels, true);
  }
  return mended;
}

/** Fills the attempt, and tells its format where it is one of those whose checksum speaks for itself. */
function decode(samples: Float32Array, at: number, phase: number, levels: Levels): number | undefined {
  const data = at + preamble_samples;
  const room = Math.min(longest_bits, (samples.length - data) >> 1);
  // A byte tells the format; most that looks like a preamble ends here.
  likeliestBits(samples, data, 8, phase, levels, attempt);
  if (!plainFormats.has(attempt[0]! >> 3)) return undefined;
  likeliestBits(samples, data, room, phase, levels, attempt);
  const format = attempt[0]! >> 3;
  if (!plainFormats.has(format)) return undefined;
  return longFormats.has(format) && room < longest_bits ? undefined : format;
}

function frameOf(bytes: number, format: number, sample: number, levels: Levels, repaired: boolean): Frame {
  return {
    bytes: attempt.slice(0, bytes),
    format,
    sample,
    time_s: sample / sampleRate_perS,
    level: levels.pulse,
    repaired,
  };
}
