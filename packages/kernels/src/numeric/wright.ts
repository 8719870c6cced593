/**
 * Wright's law: `atReference` at `reference` units made or flown, falling by `learning` with each doubling.
 * Below the reference no gain is taken back.
 */
export function learned(atReference: number, reference: number, learning: number, done: number): number {
  return atReference * Math.max(1, done / reference) ** -wrightExponent(learning);
}

/** Exponent of Wright's law for a fall by `learning` with each doubling: 0.2 gives 0.3219. */
export function wrightExponent(learning: number): number {
  return -Math.log2(1 - learning);
}

/** How much must have been made for `value` to have fallen to `wanted`. */
export function doneFor(atReference: number, reference: number, learning: number, wanted: number): number {
  return reference * (wanted / atReference) ** (-1 / wrightExponent(learning));
}
