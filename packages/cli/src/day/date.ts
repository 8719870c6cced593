import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { labelOf } from '@kardashev/model/time/calendar.ts';
import { BadInput } from '../stop.ts';

/** A day of a plan. */
export interface PlanDay {
  readonly date: string;
  /** Midnight UTC, days since J2000. */
  readonly begin_d: number;
  /** Counted from the plan's first month. */
  readonly month: number;
}

/** Reads `--date`. Faults: `command/usage` where it is no day, `day/outside-plan`. */
export function dayOf(plan: ResolvedPlan, date: string): PlanDay {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date.trim()) ?? [];
  const time_ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (year === undefined || new Date(time_ms).toISOString().slice(0, 10) !== date.trim()) {
    throw new BadInput([
      {
        code: 'command/usage',
        message: `--date ${date} is no day.`,
        at: { path: '--date' },
        cause: 'It is not a day of the calendar, written YYYY-MM-DD.',
        fix: 'Write it as 2032-06-21.',
      },
    ]);
  }
  const since = (Number(year) - 2026) * 12 + Number(month) - 1;
  if (since < plan.from || since > plan.to) {
    throw new BadInput([
      {
        code: 'day/outside-plan',
        message: `${date} is not in the plan.`,
        at: { path: '--date' },
        cause: `${plan.name} runs from ${labelOf(plan.from)} to ${labelOf(plan.to)}.`,
        fix: 'Choose a day within, or let the plan run longer (period).',
      },
    ]);
  }
  const begin_d = (time_ms - Date.UTC(2000, 0, 1, 12)) / 86_400_000;
  return { date: date.trim(), begin_d, month: since - plan.from };
}
