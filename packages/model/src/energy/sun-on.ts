import { type Sun, sunAt } from '../sky/sun.ts';

/** Suns that were looked up, by day. Samples of a study ask for the same days over and over. */
const known = new Map<number, Sun>();
const most = 8192;

/** `sunAt`, remembered. */
export function sunOn(day_d: number): Sun {
  let sun = known.get(day_d);
  if (sun === undefined) {
    sun = sunAt(day_d);
    if (known.size >= most) known.clear();
    known.set(day_d, sun);
  }
  return sun;
}
