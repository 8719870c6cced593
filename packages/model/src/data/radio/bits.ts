/** Bits of a frame from `first` to `last`, both included and counted from 1 as the standards count, as a number. */
export function bitsOf(bytes: Uint8Array, first: number, last: number): number {
  let value = 0;
  for (let bit = first - 1; bit < last; bit++) {
    value = value * 2 + ((bytes[bit >> 3]! >> (7 - (bit & 7))) & 1);
  }
  return value;
}
