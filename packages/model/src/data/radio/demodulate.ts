/**
 * Bits of a Mode S reply out of magnitudes at two samples a bit.
 *
 * A bit is a pulse in the first half microsecond (1) or in the second (0): two chips, one a sample. Pulses seldom
 * begin with a sample; they begin by a phase φ of a sample later, so that each sample holds 1 − φ of its own chip
 * and φ of the one before. That leaks from bit to bit. Instead of correcting it bit by bit, the most likely
 * sequence of bits is taken (Viterbi 1967; its state is the last chip of the bit before), with the levels of pulse
 * and gap measured on the preamble.
 */

/** Chips of the preamble: pulses at 0, 1, 3.5 and 4.5 µs, then nothing until the data at 8 µs. ICAO Annex 10. */
const pulses = [0, 2, 7, 9] as const;
export const preamble_samples = 16;
export const longest_bits = 112;
export const shortest_bits = 56;

/** Levels of pulse and gap at one place and phase. */
export interface Levels {
  readonly pulse: number;
  readonly gap: number;
}

/** What the 16 samples of a preamble come to: enough to fit it at any phase. */
export interface PreambleSums {
  /** Over the samples in which pulses begin, and over those after them, into which they reach. */
  begun: number;
  reached: number;
  all: number;
  squares: number;
}

/** Sums of the samples from `at` on, written to `sums`. */
export function sumPreamble(samples: Float32Array, at: number, sums: PreambleSums): void {
  let [all, squares] = [0, 0];
  for (let index = at; index < at + preamble_samples; index++) {
    const sample = samples[index]!;
    all += sample;
    squares += sample * sample;
  }
  sums.all = all;
  sums.squares = squares;
  sums.begun = samples[at]! + samples[at + 2]! + samples[at + 7]! + samples[at + 9]!;
  sums.reached = samples[at + 1]! + samples[at + 3]! + samples[at + 8]! + samples[at + 10]!;
}

/**
 * Levels that fit the preamble best at a phase, by least squares, and how well: the share of the samples'
 * variance that the preamble explains, 0 to 1, negative where it is upside down. No two pulses touch, which is
 * why four sums are enough.
 */
export function fitPreamble(sums: PreambleSums, phase: number): Levels & { fit: number } {
  const share = pulses.length / preamble_samples;
  const xx = pulses.length * ((1 - phase) ** 2 + phase ** 2 - share);
  const xy = (1 - phase) * sums.begun + phase * sums.reached - share * sums.all;
  const yy = sums.squares - (sums.all * sums.all) / preamble_samples;
  const rise = xy / xx;
  const gap = sums.all / preamble_samples - rise * share;
  return { pulse: gap + rise, gap, fit: yy > 0 ? (xy * Math.abs(xy)) / (xx * yy) : 0 };
}

/** Where each state came from, bit by bit: kept between calls, since there are millions of them. */
const from = [new Uint8Array(longest_bits), new Uint8Array(longest_bits)] as const;

/**
 * The most likely bits from sample `at` on, written to `frame`. Samples are taken in pairs: a pair holds both
 * chips of its bit and what leaks in from the bit before.
 */
export function likeliestBits(
  samples: Float32Array,
  at: number,
  bits: number,
  phase: number,
  { pulse, gap }: Levels,
  frame: Uint8Array,
): void {
  const rise = pulse - gap;
  // Cost of having ended in a gap (after a 1) or in a pulse (after a 0). Before the first bit there is a gap.
  let [afterOne, afterZero] = [0, Number.POSITIVE_INFINITY];
  const high = gap + (1 - phase) * rise;
  const leaked = gap + phase * rise;
  for (let bit = 0; bit < bits; bit++) {
    const first = samples[at + 2 * bit]!;
    const second = samples[at + 2 * bit + 1]!;
    // A 1 is pulse then gap; a 0 gap then pulse. A pulse before leaks into the first sample.
    const oneSecond = (second - leaked) ** 2;
    const zeroSecond = (second - high) ** 2;
    const oneAfterOne = afterOne + (first - high) ** 2;
    const oneAfterZero = afterZero + (first - pulse) ** 2;
    const zeroAfterOne = afterOne + (first - gap) ** 2;
    const zeroAfterZero = afterZero + (first - leaked) ** 2;
    from[0][bit] = oneAfterZero < oneAfterOne ? 1 : 0;
    from[1][bit] = zeroAfterZero < zeroAfterOne ? 1 : 0;
    afterOne = Math.min(oneAfterOne, oneAfterZero) + oneSecond;
    afterZero = Math.min(zeroAfterOne, zeroAfterZero) + zeroSecond;
  }
  traceBack(bits, afterZero < afterOne ? 1 : 0, frame);
}

function traceBack(bits: number, last: 0 | 1, frame: Uint8Array): void {
  frame.fill(0);
  let state = last;
  for (let bit = bits - 1; bit >= 0; bit--) {
    if (state === 0) frame[bit >> 3]! |= 0x80 >> (bit & 7);
    state = from[state]![bit] as 0 | 1;
  }
}
