import { allReduce_s } from '../exchanges.ts';

/**
 * Training over slow links: islands that compute on their own and exchange now and then. Gradients at every step, or
 * what `every` steps have changed (DiLoCo), all at once or fragment by fragment (streaming), hidden behind the last way
 * back alone or behind steps too (overlap), in fewer bits (quantised). Learning per token is taken to be the same.
 * Source of the methods: Douillard et al. 2025, Streaming DiLoCo.
 */
export interface WideArea {
  /** Steps between two exchanges of the same parameter. */
  readonly every: number;
  /** Parts that are exchanged one after another, evenly spread over those steps. */
  readonly fragments: number;
  readonly bitsPerParameter: number;
  /**
   * Pieces in which a part is sent as the way back makes it ready, where the last of them is what the next step needs
   * first: nothing hides that one. Infinity where it can hide.
   */
  readonly pieces: number;
  /** Steps during which an exchange may go on beside computing. */
  readonly overlapSteps: number;
}

/** Share of a step's time that is the way back, behind which its own exchange can hide. */
const wayBack = 2 / 3;

/** Time that one part's exchange may take before anybody waits. */
function cover_s(method: WideArea, step_s: number): number {
  return step_s * (wayBack + method.overlapSteps);
}

/** Time per step that islands wait for their exchange, which takes `exchange_s` for all parameters at once. */
export function waitPerStep_s(method: WideArea, step_s: number, exchange_s: number): number {
  const part_s = exchange_s / method.fragments;
  const wait_s = Math.max(part_s - cover_s(method, step_s), part_s / method.pieces);
  return (wait_s * method.fragments) / method.every;
}

/** Share of time spent computing. */
export function utilisation(method: WideArea, step_s: number, exchange_s: number): number {
  return step_s / (step_s + waitPerStep_s(method, step_s, exchange_s));
}

/** Time to exchange `parameters` between islands, each with `rate_BperS` per direction. */
export function islandExchange_s(
  method: WideArea,
  parameters: number,
  islands: number,
  rate_BperS: number,
  delay_s: number,
): number {
  const bytes = (parameters * method.bitsPerParameter) / 8;
  return allReduce_s(bytes, islands, rate_BperS) + (islands > 1 ? 2 * delay_s * method.fragments : 0);
}

/** Rate between two islands at which a share of time is spent computing: the inverse of `utilisation`. */
export function rateFor_bps(method: WideArea, step_s: number, parameters: number, wanted: number): number {
  const wait_s = step_s * (1 / wanted - 1);
  const part_bit = (parameters * method.bitsPerParameter) / method.fragments;
  const each_s = (wait_s * method.every) / method.fragments;
  return Math.max(part_bit / (each_s + cover_s(method, step_s)), part_bit / method.pieces / each_s);
}
