import { Remembered } from '@kardashev/kernels/numeric/remembered.ts';
import { type Sun, sunAt } from '../sky/sun.ts';

/** Suns that were looked up, by day. Samples of a study ask for the same days over and over. */
const suns = new Remembered<number, Sun>(8192);

/** `sunAt`, remembered. */
export function sunOn(day_d: number): Sun {
  return suns.of(day_d, () => sunAt(day_d));
}
