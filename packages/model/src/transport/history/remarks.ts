import { dateOf } from './day.ts';
import type { LaunchLog } from './log.ts';

/** What a reader of the fit must know of the log. */
export interface Remark {
  readonly code: 'out-of-order' | 'silent-stretch' | 'silent-end' | 'no-column' | 'several-vehicles';
  readonly message: string;
}

/** A stretch without launches this many times the gaps around it is told: rows may be missing. */
const silentTimes = 8;
const silentLeast_d = 60;
/** Gaps on either side that say what was usual. */
const around = 5;

export function remarksOn(log: LaunchLog, until: number): Remark[] {
  return [...order(log), ...vehicles(log), ...stretches(log), ...end(log, until), ...columns(log)];
}

function order({ rows }: LaunchLog): Remark[] {
  if (rows.outOfOrder === 0) return [];
  const lines = rows.lines['out-of-order']?.join(', ');
  const message = `${rows.outOfOrder} rows are earlier than one before them (lines ${lines}); they were sorted in.`;
  return [{ code: 'out-of-order', message }];
}

/** A fit knows one kind of vehicle. */
function vehicles({ launches }: LaunchLog): Remark[] {
  const counts = new Map<string, number>();
  for (const { vehicle } of launches) counts.set(vehicle, (counts.get(vehicle) ?? 0) + 1);
  if (counts.size < 2) return [];
  const told = [...counts].map(([name, count]) => `${name === '' ? 'unnamed' : name} ${count}`).join(', ');
  return [{ code: 'several-vehicles', message: `Fitted together as one vehicle: ${told}.` }];
}

function stretches({ launches }: LaunchLog): Remark[] {
  const gaps = launches.slice(1).map(({ day }, index) => day - launches[index]!.day);
  return gaps.flatMap((gap, index): Remark[] => {
    const near = [
      ...gaps.slice(Math.max(0, index - around), index),
      ...gaps.slice(index + 1, index + 1 + around),
    ];
    if (near.length < around || gap < silentLeast_d || gap < silentTimes * usual(near)) return [];
    const message = `No launch for ${gap} days after ${dateOf(launches[index]!.day)}: rows may be missing.`;
    return [{ code: 'silent-stretch', message }];
  });
}

function end({ launches }: LaunchLog, until: number): Remark[] {
  const silent = silenceAtEnd(launches, until);
  if (silent === undefined) return [];
  const message = `The log's last launch is ${silent} days before ${dateOf(until)}, taken as days without launches.`;
  return [{ code: 'silent-end', message }];
}

/** Days without launches at the end, where they are many times the usual gap. */
export function silenceAtEnd(launches: LaunchLog['launches'], until: number): number | undefined {
  const last = launches.at(-1)!.day;
  const recent = launches.slice(-2 * around);
  const usualGap = (last - recent[0]!.day) / Math.max(1, recent.length - 1);
  const silent = until - last;
  return silent >= silentLeast_d && silent >= silentTimes * usualGap ? silent : undefined;
}

function columns({ columns }: LaunchLog): Remark[] {
  const lost = [
    ['pad', 'gaps of pads and what they can serve'],
    ['booster', 'turnaround and reuse'],
    ['outcome_code', 'reliability and groundings'],
    ['payload_kg', 'payload'],
    ['payload_type', 'demand by kind of customer'],
  ] as const;
  return lost
    .filter(([name]) => !columns.has(name))
    .map(([name, what]) => ({
      code: 'no-column',
      message: `Without a column ${name} there is no fit of ${what}.`,
    }));
}

const usual = (gaps: readonly number[]): number => gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
