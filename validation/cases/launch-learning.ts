import { rowsOf } from '../../packages/model/src/evidence/csv.ts';
import { dayOf, yearOf } from '../../packages/model/src/transport/history/day.ts';
import type { RecordedLaunch } from '../../packages/model/src/transport/history/log.ts';
import { fitTurnaround } from '../../packages/model/src/transport/history/turnaround.ts';
import { fitWright } from '../../packages/model/src/transport/history/wright-fit.ts';
import type { Case } from '../case.ts';
import { GCAT, recordEnd } from './launch-source.ts';
import { once } from './once.ts';

/** A reflight on record: days since the booster's last flight, by the day of the new one. */
export interface Turnaround {
  readonly day: number;
  readonly year: number;
  readonly days: number;
}

/** Columns `launch_date, days_between_flights`; first flights have none. */
export function turnaroundsOf(csv: string): Turnaround[] {
  return rowsOf(csv)
    .filter((row) => row.days_between_flights !== '')
    .map((row) => {
      const day = dayOf(row.launch_date ?? '');
      return { day, year: yearOf(day), days: Number(row.days_between_flights) };
    });
}

/** Whether boosters come back sooner the more have flown. */
export function learningCase(launches: () => readonly RecordedLaunch[], record: () => Turnaround[]): Case {
  const turns = once(() => record().toSorted((a, b) => a.day - b.day));
  const lengths = (): number[] => turns().map((entry) => entry.days);
  const byLaunch = once(() =>
    fitWright(
      turns().map((entry) => launches().filter(({ day }) => day <= entry.day).length),
      lengths(),
    ),
  );
  const byReflight = once(() =>
    fitWright(
      lengths().map((_, index) => index + 1),
      lengths(),
    ),
  );
  return {
    id: 'L3',
    title: 'Booster turnaround learns',
    room: 'transport',
    kind: 'identity',
    source: GCAT,
    remark:
      'Boosters still waiting at the end of the record are left out, as in the expected figures, but for the last one: it counts them for as long as they wait, by likelihood, and must agree with the first within what waiting can change.',
    figures: [
      {
        name: 'fall per doubling of launches',
        unit: '%',
        expected: 36,
        tolerance: { absolute: 2 },
        obtained: () => byLaunch().learning * 100,
      },
      {
        name: 'fall per doubling of reflights',
        unit: '%',
        expected: 22,
        tolerance: { absolute: 1 },
        obtained: () => byReflight().learning * 100,
      },
      {
        name: 'R² over launches',
        unit: '',
        expected: 0.3,
        tolerance: { absolute: 0.05 },
        obtained: () => byLaunch().r2,
      },
      {
        name: 'fall per doubling of launches, waiting boosters counted',
        unit: '%',
        expected: 36,
        tolerance: { absolute: 5 },
        obtained: () => (fitTurnaround(launches(), recordEnd)?.learning.p50 ?? Number.NaN) * 100,
      },
    ],
  };
}
