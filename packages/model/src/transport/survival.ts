/** How units of one kind leave service. Times in s. */
export interface Mortality {
  readonly infantShare: number;
  readonly infantPeriod_s: number;
  readonly failure_perS: number;
  readonly wearOut_s: number;
  readonly wearOutShape: number;
  readonly life_s: number;
  readonly retirementSpread_s: number;
}

/** Share of units that no failure has taken by an age: early failures, a constant rate, Weibull wear-out. */
export function unfailed(kind: Mortality, age_s: number): number {
  const infant = 1 - kind.infantShare * -Math.expm1(-age_s / kind.infantPeriod_s);
  return infant * Math.exp(-kind.failure_perS * age_s - (age_s / kind.wearOut_s) ** kind.wearOutShape);
}

/** Share of units that nobody has retired by an age: logistic about the design life. */
export function unretired(kind: Mortality, age_s: number): number {
  if (kind.retirementSpread_s === 0) return age_s < kind.life_s ? 1 : 0;
  const scale = (kind.retirementSpread_s * Math.sqrt(3)) / Math.PI;
  return (1 + Math.exp(-kind.life_s / scale)) / (1 + Math.exp((age_s - kind.life_s) / scale));
}

/** Both causes over months of age, as the monthly ageing of cohorts needs them. */
export interface SurvivalTable {
  /** Share that fails in the month after age a (months). */
  readonly fails: Float64Array;
  /** Share of those that did not fail that is retired in that month. */
  readonly retires: Float64Array;
  /** Share of units of age a that will be gone `ahead` months later. */
  readonly goneAhead: Float64Array;
}

/** Below this share of the first units a cohort counts as gone: the table then retires the rest. */
const gone = 1e-5;

export function survivalTable(
  kind: Mortality,
  month_s: number,
  months: number,
  ahead: number,
): SurvivalTable {
  const whole = Array.from({ length: months + Math.max(1, ahead) + 1 }, (_, age) => age * month_s);
  const left = Float64Array.from(whole, (age_s) => unfailed(kind, age_s));
  const kept = Float64Array.from(whole, (age_s) => unretired(kind, age_s));
  const fails = new Float64Array(months);
  const retires = new Float64Array(months);
  const goneAhead = new Float64Array(months);
  for (let age = 0; age < months; age++) {
    const both = left[age]! * kept[age]!;
    const over = both < gone;
    fails[age] = over ? 0 : 1 - left[age + 1]! / left[age]!;
    retires[age] = over ? 1 : 1 - kept[age + 1]! / kept[age]!;
    goneAhead[age] = over ? 1 : 1 - (left[age + ahead]! * kept[age + ahead]!) / both;
  }
  return { fails, retires, goneAhead };
}

/** Makes tables of one length, each kind and each look ahead only once: many hosts are alike. */
export function survivalTables(month_s: number, months: number) {
  const made = new Map<string, SurvivalTable>();
  return (kind: Mortality, ahead: number): SurvivalTable => {
    const key = `${ahead} ${kind.infantShare} ${kind.infantPeriod_s} ${kind.failure_perS} ${kind.wearOut_s} ${kind.wearOutShape} ${kind.life_s} ${kind.retirementSpread_s}`;
    const table = made.get(key) ?? survivalTable(kind, month_s, months, ahead);
    made.set(key, table);
    return table;
  };
}

/** Mean time in service, by the trapezoidal rule at monthly steps. */
export function meanLife_s(kind: Mortality, month_s: number): number {
  let sum = 0.5;
  for (let age = 1; ; age++) {
    const alive = unfailed(kind, age * month_s) * unretired(kind, age * month_s);
    sum += alive;
    if (alive < gone) return sum * month_s;
  }
}
