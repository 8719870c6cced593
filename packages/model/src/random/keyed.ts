/** Chance keyed by what it decides, so that neither order nor threads change a draw. See `philox.ts`. */
export interface Keyed {
  /** Uniform in (0, 1). `entity` says what is decided (an index), `draw` numbers the draws for it. */
  uniform(entity: number, draw: number): number;
  /** Standard normal. */
  normal(entity: number, draw: number): number;
}
