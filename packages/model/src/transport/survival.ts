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
  const both = (age: number): number => unfailed(kind, age * month_s) * unretired(kind, age * month_s);
  const fails = new Float64Array(months);
  const retires = new Float64Array(months);
  const goneAhead = new Float64Array(months);
  for (let age = 0; age < months; age++) {
    const over = both(age) < gone;
    fails[age] = over ? 0 : 1 - unfailed(kind, (age + 1) * month_s) / unfailed(kind, age * month_s);
    retires[age] = over ? 1 : 1 - unretired(kind, (age + 1) * month_s) / unretired(kind, age * month_s);
    goneAhead[age] = over ? 1 : 1 - both(age + ahead) / both(age);
  }
  return { fails, retires, goneAhead };
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
