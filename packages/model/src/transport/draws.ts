/** What is drawn in a month: launch sites and designs have entities of their own, after the families'. */
export const entities = { family: 0, pad: 1000, design: 2000 } as const;
export const draws = { pad: 0, factory: 0 } as const;

/** Draw of a family's `number`-th mishap of the month: how far it is off; the next one is its length. */
export function mishapDraw(number: number): number {
  return 2 * number;
}
