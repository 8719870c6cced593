import type { FleetKernel } from '@kardashev/kernels/fleet/kernel.ts';

/**
 * Response tables: what a fast model answers over a grid, filled once, kept by a hash of all it depends on and
 * read by the months through interpolation.
 */

/** One axis of a table, ascending. */
export interface Axis {
  readonly name: string;
  readonly points: Float64Array;
}

/** A job for a fast model: pure data, so that it can be hashed and sent to a worker. */
export interface TableRequest {
  /** Unique within a plan, e.g. `energy/orbit/ai1`. */
  readonly name: string;
  /** Which fast model fills it: a key of the engine's registry of models. */
  readonly model: string;
  /** All that the answers depend on beside the axes; numbers only, SI, unit in the name. */
  readonly parameters: { readonly [name: string]: number };
  readonly axes: readonly Axis[];
  readonly outputs: readonly string[];
}

export interface ResponseTable {
  readonly request: TableRequest;
  /** SHA-256 over model version and request, hex. */
  readonly key: string;
  /** Row-major over the axes, the last axis fastest, outputs innermost. */
  readonly values: Float64Array;
  /** Largest interpolation error found at check points between the grid's, per output, relative to its span. */
  readonly error: Float64Array;
}

/** Compiled kernels, handed in from outside: model code knows only their interfaces. */
export interface Kernels {
  readonly fleet: FleetKernel;
}

/** A model that answers many points of a table at once. */
export interface FastModel {
  /** Part of a table's key: raise it whenever answers change. */
  readonly version: string;
  /** Its answers bend little with its parameters, so that studies may follow them by differences. */
  readonly smooth?: boolean;
  /**
   * `points` holds one row a point, in axis order; writes one row of outputs a point, in the request's order.
   * Pure: the same points give the same answers, alone or in any batch.
   */
  evaluate(request: TableRequest, points: Float64Array, out: Float64Array, kernels: Kernels): void;
}
