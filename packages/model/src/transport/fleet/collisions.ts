import type { Clock } from '../campaign/clock.ts';

/** Rate at which one satellite in service is lost to collisions: host · months + month. */
export type CollisionRates = Readonly<Float64Array>;

/** Collisions as they come to a satellite: at a rate that changes from month to month. */
export class CollisionHazard {
  readonly #clock: Clock;
  /** Expected collisions of one satellite from the plan's first day to the start of each month: host · (months + 1). */
  readonly #sums: Float64Array;
  readonly #months: number;

  constructor(rates: CollisionRates, clock: Clock) {
    const months = clock.start_s.length - 1;
    const hosts = rates.length / months;
    this.#clock = clock;
    this.#months = months;
    this.#sums = new Float64Array(hosts * (months + 1));
    for (let h = 0; h < hosts; h++) {
      for (let month = 0; month < months; month++) {
        const length_s = clock.start_s[month + 1]! - clock.start_s[month]!;
        const at = h * (months + 1) + month;
        this.#sums[at + 1] = this.#sums[at]! + rates[h * months + month]! * length_s;
      }
    }
  }

  /**
   * Age at which a satellite that enters service in `month`, at `now_s`, is lost to a collision; ∞ where not within
   * the plan. `uniform` is the chance of coming through what comes before.
   */
  age_s(h: number, month: number, now_s: number, uniform: number): number {
    const row = h * (this.#months + 1);
    const { start_s } = this.#clock;
    const since = (now_s - start_s[month]!) / (start_s[month + 1]! - start_s[month]!);
    const before = this.#sums[row + month]!;
    const within = this.#sums[row + month + 1]! - before;
    const wanted = before + since * within - Math.log(uniform);
    if (wanted >= this.#sums[row + this.#months]!) return Infinity;
    let at = month;
    while (this.#sums[row + at + 1]! <= wanted) at++;
    const share = (wanted - this.#sums[row + at]!) / (this.#sums[row + at + 1]! - this.#sums[row + at]!);
    return start_s[at]! + share * (start_s[at + 1]! - start_s[at]!) - now_s;
  }
}
