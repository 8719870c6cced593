/** What an outcome code says of a launch. */
export type LaunchOutcome = 'success' | 'failure' | 'lost-before-launch';

const words: Readonly<Record<string, LaunchOutcome>> = {
  success: 'success',
  failure: 'failure',
  partial: 'success',
  'partial failure': 'failure',
  'partial success': 'success',
  'prelaunch failure': 'lost-before-launch',
};

/**
 * Codes of GCAT's launch list: the first letter is the kind of flight, the second S for success, F for failure, E for
 * a loss before launch; digits say how much of the aim was reached. Plain words are taken as well. Undefined where the
 * code is none of these.
 */
export function outcomeOf(code: string): LaunchOutcome | undefined {
  const letter = /^[A-Z]([SFE])\d*$/.exec(code)?.[1];
  if (letter === 'S') return 'success';
  if (letter === 'F') return 'failure';
  if (letter === 'E') return 'lost-before-launch';
  return words[code.toLowerCase()];
}
