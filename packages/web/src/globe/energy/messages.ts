import type { OrbitStep } from '@kardashev/model/energy/worst-orbit.ts';

/** A design on its orbit, by the numbers that the energy model steps it with. */
export type Design = Readonly<Record<string, number>>;

/** Under which sky and at which age a satellite is stepped. */
export interface Sky {
  readonly beta_rad: number;
  readonly flux_Wperm2: number;
  readonly age_s: number;
}

/** One shell whose satellites are wanted all around their orbits and for all angles to the Sun. */
export interface ShellCase {
  readonly design: Design;
  readonly flux_Wperm2: number;
  readonly age_s: number;
}

/** What the page asks the energy model in its worker. */
export type Question =
  | { readonly kind: 'orbit'; readonly design: Design; readonly sky: Sky }
  | { readonly kind: 'responses'; readonly shells: readonly ShellCase[] };

/** How a shell's satellites do at full load, by place on the orbit and by the plane's angle to the Sun. */
export interface Response {
  /**
   * Four bytes a point, row by row over shade: chips' share of their nominal power, the battery's share of its
   * capacity, the junction's temperature, and whether it is sunlit. Columns are steps of the orbit from noon.
   */
  readonly texels: Uint8Array;
  /** Mean share of nominal power over the orbit, one a shade. */
  readonly meanShare: Float32Array;
}

export interface Answers {
  readonly orbit: readonly OrbitStep[];
  readonly responses: readonly Response[];
}

/** Rows of a response over shade, which runs from −1 (Sun square to the plane) to 1 (Sun in it). */
export const shadeRows = 21;
/** Steps of an orbit: the energy model's own. */
export const orbitSteps = 120;
/** Temperatures that a byte can tell. */
export const coldest_K = 250;
export const hottest_K = 450;
