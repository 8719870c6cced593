import { earthRadius_m } from '../../sky/constants.ts';
import { meanMotion_radperS } from '../../sky/orbit.ts';

/** Rate at which a satellite runs along its plane while it stands `offset_m` off the shell: first order. */
export function phasingRate_radperS(altitude_m: number, offset_m: number): number {
  const radius_m = earthRadius_m + altitude_m;
  return (1.5 * meanMotion_radperS(radius_m) * offset_m) / radius_m;
}

/**
 * Time until the last of some satellites has reached its slot: they arrive in the middle of theirs, since the time
 * within a revolution at which the climb begins is free, and run both ways.
 */
export function phasing_s(satellites: number, perPlane: number, rate_radperS: number): number {
  return (Math.floor(satellites / 2) * 2 * Math.PI) / perPlane / rate_radperS;
}

/** Hands out slots of planes, one block after another. */
export class SlotBlocks {
  readonly #next: Int32Array;

  constructor(planes: number) {
    this.#next = new Int32Array(planes);
  }

  /** First slot of a block of `satellites` in a plane. */
  take(plane: number, satellites: number): number {
    const first = this.#next[plane]!;
    this.#next[plane] = first + satellites;
    return first;
  }
}
