/** Thrown when the program itself is wrong, never for what a user wrote. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

/** Asserts what must hold. `says` states the rule that was broken. */
export function must(condition: boolean, says: string): asserts condition {
  if (!condition) throw new BrokenInvariant(says);
}

/** A value that must be there. `says` names what is missing. */
export function present<T>(value: T | undefined | null, says: string): T {
  if (value === undefined || value === null) throw new BrokenInvariant(says);
  return value;
}
