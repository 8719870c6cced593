import type { ShellRow } from '@kardashev/contracts/shell.ts';

const earthRadius_m = 6_378_137;
const earthMu_m3s2 = 3.986004418e14;

/** What the vertex shader must know of a shell; every satellite follows from these and its index. */
export interface ShellOrbit {
  /** In Earth radii. */
  readonly radius: number;
  readonly inclination_rad: number;
  readonly planes: number;
  readonly perPlane: number;
  /** The k-th satellite of a plane takes slot k · stride mod perPlane. */
  readonly stride: number;
  readonly dawnDusk: boolean;
  readonly meanMotion_radPerS: number;
}

export function shellOrbit(shell: ShellRow): ShellOrbit {
  const a_m = earthRadius_m + shell.altitude_m;
  return {
    radius: a_m / earthRadius_m,
    inclination_rad: shell.inclination_rad,
    planes: shell.planes,
    perPlane: shell.perPlane,
    stride: evenStride(shell.perPlane),
    dawnDusk: shell.nodes === 'dawn-dusk',
    meanMotion_radPerS: Math.sqrt(earthMu_m3s2 / a_m ** 3),
  };
}

const golden = (Math.sqrt(5) - 1) / 2;

/**
 * A step coprime to the number of slots and near its golden section: the first k slots so reached lie nearly
 * evenly on the circle for every k, and all are reached in the end.
 */
export function evenStride(slots: number): number {
  const wish = Math.max(1, Math.round(slots * golden));
  for (let away = 0; away < slots; away++) {
    for (const stride of [wish - away, wish + away]) {
      if (stride >= 1 && stride <= slots && commonDivisor(stride, slots) === 1) return stride;
    }
  }
  return 1;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
