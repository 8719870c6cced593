import { rowsOf } from '../../evidence/csv.ts';
import { dayOf } from './day.ts';

/** Satellites that left orbit at an age, or were last seen in orbit at it. */
export interface Fate {
  readonly age_d: number;
  readonly gone: boolean;
  readonly satellites: number;
}

/** Columns `launch_date, decay_date, satellites`; a blank decay date is in orbit on the day of the census. */
export function fatesOf(csv: string, census: string): Fate[] {
  return rowsOf(csv).map((row) => ({
    age_d: dayOf(row.decay_date || census) - dayOf(row.launch_date ?? ''),
    gone: row.decay_date !== '',
    satellites: Number(row.satellites),
  }));
}

/** Kaplan–Meier: share still in orbit at an age, those seen for less counted for as long as they were seen. */
export function survivalAt(fates: readonly Fate[], age_d: number): number {
  const sorted = fates.toSorted((a, b) => a.age_d - b.age_d);
  let atRisk = sorted.reduce((sum, fate) => sum + fate.satellites, 0);
  let share = 1;
  for (let first = 0; first < sorted.length; ) {
    const age = sorted[first]!.age_d;
    if (age > age_d) break;
    let gone = 0;
    let seen = 0;
    for (; first < sorted.length && sorted[first]!.age_d === age; first++) {
      const { satellites } = sorted[first]!;
      seen += satellites;
      if (sorted[first]!.gone) gone += satellites;
    }
    share *= 1 - gone / atRisk;
    atRisk -= seen;
  }
  return share;
}

/** Departures a satellite and year between two ages: events over time seen. */
export function departureRate_perYear(fates: readonly Fate[], from_d: number, to_d: number): number {
  let gone = 0;
  let seen_d = 0;
  for (const fate of fates) {
    seen_d += fate.satellites * Math.max(0, Math.min(fate.age_d, to_d) - from_d);
    if (fate.gone && fate.age_d > from_d && fate.age_d <= to_d) gone += fate.satellites;
  }
  return gone / (seen_d / 365.25);
}
