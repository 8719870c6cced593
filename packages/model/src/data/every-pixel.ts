/** What can look at one belt of latitude. */
export interface Belt {
  /** Share of the Earth's area. */
  readonly area: number;
  /** Useful looks a second at a place while it is lit, and while it is dark. */
  readonly byDay_perS: number;
  readonly byNight_perS: number;
}

const day_s = 86_400;
/** Times of day at which a question may come up. */
const starts = 48;

/**
 * Share of questions, over places and times of day, that still wait for a look after `wait_s`. Looks come at
 * random with the belts' rates; every place is lit for `litShare` of each day, as at an equinox.
 */
export function stillWaiting(belts: readonly Belt[], litShare: number, wait_s: number): number {
  const lit = Float64Array.from({ length: starts }, (_, start) =>
    litTime_s(litShare, ((start + 0.5) / starts) * day_s, wait_s),
  );
  let waiting = 0;
  let area = 0;
  for (const belt of belts) {
    area += belt.area;
    for (let start = 0; start < starts; start++) {
      const lit_s = lit[start] as number;
      const looks = belt.byDay_perS * lit_s + belt.byNight_perS * (wait_s - lit_s);
      waiting += (belt.area * Math.exp(-looks)) / starts;
    }
  }
  return area > 0 ? waiting / area : 1;
}

/** Lit time between `from_s` and `from_s + wait_s` when days begin with `litShare` of light. */
function litTime_s(litShare: number, from_s: number, wait_s: number): number {
  const until = (time_s: number): number => {
    const days = Math.floor(time_s / day_s);
    return (days * litShare + Math.min(litShare, time_s / day_s - days)) * day_s;
  };
  return until(from_s + wait_s) - until(from_s);
}

/** Longest wait that the claim considers; beyond it a place counts as never seen. */
const never_s = 3650 * day_s;

/** Wait for a look within which a share of all questions is served; ∞ where too much is never seen. */
export function waitQuantile_s(allBelts: readonly Belt[], litShare: number, quantile: number): number {
  const belts = merged(allBelts);
  const rest = 1 - quantile;
  if (stillWaiting(belts, litShare, never_s) > rest) return Infinity;
  let low_s = 0;
  let high_s = never_s;
  for (;;) {
    const middle_s = (low_s + high_s) / 2;
    // No number lies between them any more.
    if (middle_s === low_s || middle_s === high_s) return high_s;
    if (stillWaiting(belts, litShare, middle_s) > rest) low_s = middle_s;
    else high_s = middle_s;
  }
}

/** Belts that are looked at alike as one: north and south mostly are. */
function merged(belts: readonly Belt[]): Belt[] {
  const kinds = Map.groupBy(belts, ({ byDay_perS, byNight_perS }) => `${byDay_perS} ${byNight_perS}`);
  return [...kinds.values()].map((alike) => ({
    ...(alike[0] as Belt),
    area: alike.reduce((sum, { area }) => sum + area, 0),
  }));
}

/** One question from look to answer. */
export interface Question {
  /** Raw bits of the scene that holds the answer. */
  readonly scene_bit: number;
  readonly work_FLOPperbit: number;
  /** What the satellite's own chips set aside for it. */
  readonly processor_FLOPperS: number;
  /** Round trip between user and satellite: the question up and the answer down. */
  readonly roundTrip_s: number;
}

/** Time from asking to the answer: wait for the look, processing on orbit, and the links. */
export function timeToAnswer_s(wait_s: number, question: Question): number {
  const work_FLOP = question.scene_bit * question.work_FLOPperbit;
  const processing_s = work_FLOP > 0 ? work_FLOP / question.processor_FLOPperS : 0;
  return wait_s + processing_s + question.roundTrip_s;
}
