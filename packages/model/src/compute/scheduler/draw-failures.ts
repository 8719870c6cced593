import type { DayPlanes } from '../../flows/day.ts';
import type { Keyed } from '../../random/keyed.ts';
import type { Failure } from './scheduler.ts';

/** Interruptions of satellites in a day, at most one each, by the time at which they happen. */
export function drawFailures(
  planes: DayPlanes,
  interruption_perS: number,
  length_s: number,
  random: Keyed,
): Failure[] {
  const failures: Failure[] = [];
  for (let plane = 0; plane < planes.shell.length; plane++) {
    const rate_perS = interruption_perS * planes.accelerators[plane]!;
    for (let satellite = planes.first[plane]!; satellite < planes.first[plane + 1]!; satellite++) {
      const time_s = rate_perS > 0 ? -Math.log(random.uniform(satellite, 0)) / rate_perS : Infinity;
      if (time_s < length_s) failures.push({ satellite, time_s });
    }
  }
  return failures.sort((a, b) => a.time_s - b.time_s || a.satellite - b.satellite);
}
