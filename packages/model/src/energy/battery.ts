/** What wears a battery out beside the calendar. */
export interface Wear {
  /** Full cycles after which a fifth of the capacity is gone. */
  readonly batteryCycles: number;
  /** Cycles to that point grow with depth to minus this power. */
  readonly batteryDepthExponent: number;
}

/** Share of capacity whose loss ends a battery's life, by the trade's custom. */
const endOfLife = 0.2;

/** Share of capacity lost in one cycle of a depth (over the full capacity): 0.2 / (cycles · depth^−k). */
export function cycleLoss(wear: Wear, depth: number): number {
  return (endOfLife / wear.batteryCycles) * Math.max(0, depth) ** wear.batteryDepthExponent;
}

/** Share of capacity left: the calendar and the cycles, each at its own constant rate. */
export function capacityLeft(calendar_perS: number, cycles_perS: number, age_s: number): number {
  return Math.exp(-(calendar_perS + cycles_perS) * age_s);
}
