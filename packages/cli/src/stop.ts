import type { Fault, Outcome } from '@kardashev/model/outcome/outcome.ts';
import type { Texts } from './files.ts';

/** Ends the command because of what the user wrote. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly faults: readonly Fault[];
  readonly texts: Texts;

  constructor(faults: readonly Fault[], texts: Texts = new Map()) {
    super(faults[0]?.message);
    this.faults = faults;
    this.texts = texts;
  }
}

/** Ends the command because somebody asked it to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** What can be resumed, as an argument of `kardashev resume`. */
  resumable: string | undefined;
  /** What the same command would go on from, told when all has ended. Without it and `resumable` nothing was written yet. */
  kept: (() => string) | undefined;
}

/** The value of an outcome, or the end of the command. */
export function need<T>(outcome: Outcome<T>, texts?: Texts): T {
  if (!outcome.ok) throw new BadInput(outcome.faults, texts);
  return outcome.value;
}
