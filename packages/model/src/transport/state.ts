import type { Params } from './params.ts';

/** All that transport remembers from month to month. */
export type TransportState = {
  /** Units alive by host and month of entry: host · months + month. */
  readonly alive: Float64Array;
  /** First month of entry of which units are alive, by host. */
  readonly oldest: Float64Array;
  /** Delay lines by host and month: units whose building ends, and that enter service, in the month. */
  readonly finishing: Float64Array;
  readonly arriving: Float64Array;
  /** Units by host: being built, built and waiting, on the way, in service, retired and dead in orbit. */
  readonly building: Float64Array;
  readonly waiting: Float64Array;
  readonly raising: Float64Array;
  readonly serving: Float64Array;
  readonly leaving: Float64Array;
  readonly dead: Float64Array;
  /** Units in service that will be gone by the time a unit begun now arrives. */
  readonly goingSoon: Float64Array;
  /** By family: stages at hand, flights and failures that count as experience, flights ever, grounding left in s. */
  readonly boosters: Float64Array;
  readonly ships: Float64Array;
  readonly experience: Float64Array;
  readonly failures: Float64Array;
  readonly flights: Float64Array;
  readonly groundingLeft: Float64Array;
  /** Time that a family which stands into the next month has stood so far. */
  readonly stood_s: Float64Array;
  /** By launch site: permitted launches of the year so far that were not flown, and pads that stand ready. */
  readonly permitsLeft: Float64Array;
  readonly standing: Float64Array;
  /** By design: satellites begun in the plan, and what its factory does more or less than the mean while it learns. */
  readonly made: Float64Array;
  readonly pace: Float64Array;
};

/** Everything as on the plan's first day; factories learn at the mean until `drawFactories`. */
export function initialState({ months, line, plan, places, families }: Params): TransportState {
  const hosts = places.length;
  const byFamily = (value: (first: (typeof plan.vehicles)[number]) => number): Float64Array =>
    Float64Array.from(families, (family) => value(plan.vehicles[family.versions[0]!]!));
  return {
    alive: new Float64Array(hosts * months),
    oldest: new Float64Array(hosts),
    finishing: new Float64Array(hosts * line),
    arriving: new Float64Array(hosts * line),
    building: new Float64Array(hosts),
    waiting: new Float64Array(hosts),
    raising: new Float64Array(hosts),
    serving: new Float64Array(hosts),
    leaving: new Float64Array(hosts),
    dead: new Float64Array(hosts),
    goingSoon: new Float64Array(hosts),
    boosters: byFamily((first) => first.boosters),
    ships: byFamily((first) => first.ships),
    experience: byFamily((first) => first.flightsBefore),
    failures: byFamily((first) => first.failuresBefore),
    flights: byFamily((first) => first.flightsBefore),
    groundingLeft: new Float64Array(families.length),
    stood_s: new Float64Array(families.length),
    permitsLeft: new Float64Array(plan.pads.length),
    standing: new Float64Array(plan.pads.length),
    made: new Float64Array(plan.satellites.length),
    pace: new Float64Array(plan.satellites.length).fill(1),
  };
}

/** Puts units into a delay line; a delay between two months is shared out between them. At least one month. */
export function delay(
  line: Float64Array,
  row: number,
  length: number,
  now: number,
  months: number,
  units: number,
): void {
  const whole = Math.floor(months);
  const later = months - whole;
  const at = row * length + now + whole;
  line[at] = line[at]! + units * (1 - later);
  line[at + 1] = line[at + 1]! + units * later;
}
