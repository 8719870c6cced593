import { padView } from './assumptions.ts';
import type { RecordedLaunch } from './log.ts';

/** Days between two launches from a pad. */
export interface PadGap {
  /** Day of the second launch. */
  readonly day: number;
  readonly gap_d: number;
  /** Launches from all pads up to and with the second. */
  readonly done: number;
}

/** Gaps by pad, in order of time. Launches must be in order; those without a pad belong to none. */
export function gapsByPad(launches: readonly RecordedLaunch[]): Map<string, PadGap[]> {
  const last = new Map<string, number>();
  const gaps = new Map<string, PadGap[]>();
  launches.forEach(({ pad, day }, index) => {
    if (pad === '') return;
    const before = last.get(pad);
    last.set(pad, day);
    if (before === undefined) return;
    const gap_d = Math.max(padView.resolution_d, day - before);
    const known = gaps.get(pad) ?? [];
    known.push({ day, gap_d, done: index + 1 });
    gaps.set(pad, known);
  });
  return gaps;
}

/** Days between consecutive launches from one pad within a span of days. */
export function padGaps(
  launches: readonly RecordedLaunch[],
  pad: string,
  from: number,
  to: number,
): number[] {
  const days = launches
    .filter((launch) => launch.pad === pad && launch.day >= from && launch.day <= to)
    .map(({ day }) => day)
    .sort((a, b) => a - b);
  return days.slice(1).map((day, index) => day - days[index]!);
}
