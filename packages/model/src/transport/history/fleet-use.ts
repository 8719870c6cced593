import { yearOf } from './day.ts';
import { type Interval, intervalOf } from './interval.ts';
import type { RecordedLaunch } from './log.ts';
import type { TurnaroundFit } from './turnaround.ts';

/** Boosters of the log. */
export interface ReuseFit {
  readonly boosters: number;
  /** Most flights of one booster. */
  readonly mostFlights: number;
  /** Boosters that flew in the last year of the log. */
  readonly inUse: number;
  readonly years: readonly {
    readonly year: number;
    readonly launches: number;
    /** Launches on a booster that had flown before. */
    readonly reflown: number;
    readonly newBoosters: number;
    /** Launches whose booster the log does not name. */
    readonly unnamed: number;
  }[];
  /** What boosters in use could fly in a year at the median turnaround. */
  readonly capacity_perYear: Interval | null;
}

/** Undefined where no booster is named. */
export function fitReuse(
  launches: readonly RecordedLaunch[],
  until: number,
  turnaround: TurnaroundFit | undefined,
): ReuseFit | undefined {
  const flights = new Map<string, number>();
  const last = new Map<string, number>();
  const years = new Map<
    number,
    { launches: number; reflown: number; newBoosters: number; unnamed: number }
  >();
  for (const { booster, day } of launches) {
    const year = years.get(yearOf(day)) ?? { launches: 0, reflown: 0, newBoosters: 0, unnamed: 0 };
    years.set(yearOf(day), year);
    year.launches++;
    if (booster === '') {
      year.unnamed++;
      continue;
    }
    const before = flights.get(booster) ?? 0;
    if (before > 0) year.reflown++;
    else year.newBoosters++;
    flights.set(booster, before + 1);
    last.set(booster, day);
  }
  if (flights.size === 0) return undefined;
  const inUse = [...last.values()].filter((day) => day > until - 365).length;
  const flown = (days: number): number => (inUse * 365.25) / days;
  return {
    boosters: flights.size,
    mostFlights: Math.max(...flights.values()),
    inUse,
    years: [...years].map(([year, count]) => ({ year, ...count })),
    capacity_perYear:
      turnaround === undefined
        ? null
        : {
            p10: flown(turnaround.median_d.p90),
            p50: flown(turnaround.median_d.p50),
            p90: flown(turnaround.median_d.p10),
          },
  };
}

/** Payload by orbit, of launches that say it. */
export interface PayloadFit {
  readonly orbit: string;
  readonly launches: number;
  /** Launches whose payload is not known: in none of the figures. */
  readonly unknown: number;
  readonly payload_kg: Interval;
}

export function fitPayload(launches: readonly RecordedLaunch[]): PayloadFit[] {
  const orbits = new Map<string, number[]>();
  for (const { orbit, payload_kg } of launches) {
    const known = orbits.get(orbit) ?? [];
    known.push(payload_kg);
    orbits.set(orbit, known);
  }
  return [...orbits]
    .map(([orbit, masses]) => {
      const known = masses.filter(Number.isFinite);
      return {
        orbit,
        launches: masses.length,
        unknown: masses.length - known.length,
        payload_kg: intervalOf(known),
      };
    })
    .filter(({ payload_kg }) => Number.isFinite(payload_kg.p50))
    .sort((a, b) => b.launches - a.launches);
}
