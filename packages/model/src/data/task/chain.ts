/** From an event to knowing, step by step: seconds after the event was told. */
export interface Chain {
  readonly task_s: number;
  readonly look_s: number;
  readonly decide_s: number;
  readonly know_s: number;
}

/**
 * Detect → task → look → decide → know.
 *
 * @param look_s from the event until a satellite looks
 * @param latency_s from the look until the answer is on the ground
 */
export function chainOf(order_s: number, look_s: number, latency_s: number, decide_s: number): Chain {
  const answered_s = look_s + latency_s;
  return { task_s: order_s, look_s, decide_s: answered_s, know_s: answered_s + decide_s };
}
