/** How the command ends, as the contracts say. */
export const exit = {
  done: 0,
  /** A gate was asked for, and did not hold. */
  gateFailed: 1,
  badInput: 2,
  /** Interrupted, and can be resumed. */
  interrupted: 3,
  /** The program itself is wrong; no input should be able to bring this about. */
  defect: 70,
} as const;
export type ExitCode = (typeof exit)[keyof typeof exit];
