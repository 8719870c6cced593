/** Polynomial of the Mode S parity, ICAO Annex 10 volume IV, 3.1.2.3.3: x²⁴ + x²³ + … + x³ + 1, without its x²⁴. */
const polynomial = 0xfff409;
export const parity_bits = 24;

/** Remainder of each byte in the high place, so that a byte costs one look-up. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 16;
  for (let bit = 0; bit < 8; bit++) rest = rest & 0x800000 ? (rest << 1) ^ polynomial : rest << 1;
  return rest & 0xffffff;
});

/** Remainder of a whole frame with its parity: 0 for an undamaged frame whose parity carries no address. */
export function remainderOf(frame: Uint8Array, bytes: number): number {
  let rest = 0;
  for (let index = 0; index < bytes - 3; index++) {
    rest = ((rest << 8) & 0xffffff) ^ table[((rest >>> 16) ^ frame[index]!) & 0xff]!;
  }
  const parity = (frame[bytes - 3]! << 16) | (frame[bytes - 2]! << 8) | frame[bytes - 1]!;
  return rest ^ parity;
}

/** Remainders that one wrong bit leaves, by frame length in bytes. */
const syndromes = new Map([7, 14].map((bytes) => [bytes, syndromesOf(bytes)]));

function syndromesOf(bytes: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let bit = 0; bit < 8 * bytes; bit++) {
    const frame = new Uint8Array(bytes);
    frame[bit >> 3] = 0x80 >> (bit & 7);
    found.set(remainderOf(frame, bytes), bit);
  }
  return found;
}

/** Which bit would have to be wrong to leave this remainder; undefined where no single one would. */
export const wrongBit = (remainder: number, bytes: number): number | undefined =>
  syndromes.get(bytes)?.get(remainder);
