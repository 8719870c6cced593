import { BadInput } from './stop.ts';

/** Index of the month that `--month` (or another option) names, the last of the plan without one. Fault: `command/usage`. */
export function monthOfRun(months: readonly string[], asked: string | undefined, option = '--month'): number {
  if (asked === undefined) return months.length - 1;
  const month = months.indexOf(asked);
  if (month >= 0) return month;
  throw new BadInput([
    {
      code: 'command/usage',
      message: `${option} ${asked} is no month of the plan.`,
      at: { path: option },
      cause: `The plan runs from ${months[0]} to ${months[months.length - 1]}.`,
      fix: 'Write a month of the plan as YYYY-MM.',
    },
  ]);
}
