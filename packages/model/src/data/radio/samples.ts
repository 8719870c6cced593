/** Rate at which the receiver samples: two samples a bit, four a microsecond of pulse and gap. */
export const sampleRate_perS = 2_000_000;

/** Magnitudes of all pairs of two unsigned bytes, so that a sample costs one look-up. */
const magnitudes = Float32Array.from({ length: 65_536 }, (_, pair) => {
  const [i, q] = [(pair & 0xff) - 127.5, (pair >> 8) - 127.5];
  return Math.hypot(i, q) / 127.5;
});

/**
 * Magnitudes of raw samples: interleaved unsigned bytes I, Q, with 127.5 as zero, as receivers of television sticks
 * write them. A last byte without its partner is left out.
 */
export function magnitudesOf(raw: Uint8Array): Float32Array {
  const count = raw.length >> 1;
  const samples = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    samples[index] = magnitudes[raw[2 * index]! | (raw[2 * index + 1]! << 8)]!;
  }
  return samples;
}
