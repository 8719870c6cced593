import { KeyedRandom } from '../../random/philox.ts';
import { type Interval, secondsPerDay } from '../../time/calendar.ts';
import type { Pad } from '../entries.ts';
import { badDayChance } from '../weather.ts';
import type { Clock } from './clock.ts';

/** Weather over the launch sites, day by day: pads of a site, and sites of one range, share it. */
export class Skies {
  readonly #pads: readonly Pad[];
  readonly #rangeOf: readonly number[];
  readonly #clock: Clock;
  readonly #random: KeyedRandom;
  readonly #chance: Float64Array;
  /** One uniform for each day of the month and range: range · 31 + day. */
  readonly #days: Float64Array;
  #first_d = 0;
  #end_s = 0;

  /** `rangeOf` names the range of each site. */
  constructor(pads: readonly Pad[], rangeOf: readonly number[], clock: Clock, seed: number) {
    this.#pads = pads;
    this.#rangeOf = rangeOf;
    this.#clock = clock;
    this.#random = new KeyedRandom(seed, 'transport weather');
    this.#chance = new Float64Array(pads.length);
    this.#days = new Float64Array(longest * (1 + Math.max(-1, ...rangeOf)));
  }

  turnTo({ index, month }: Interval): void {
    const { start_d, start_s } = this.#clock;
    this.#first_d = start_d[index]!;
    this.#end_s = start_s[index + 1]!;
    for (const [p, pad] of this.#pads.entries()) this.#chance[p] = badDayChance(pad, month % 12);
    for (let at = 0; at < this.#days.length; at++) {
      const range = Math.floor(at / longest);
      this.#days[at] = this.#random.uniform(range, this.#first_d + at - range * longest);
    }
  }

  /** First time from `at_s` on at which weather lets a site launch; the month's end where it never does. */
  clearFrom_s(p: number, at_s: number): number {
    const row = this.#rangeOf[p]! * longest - this.#first_d;
    let clear_s = at_s;
    while (clear_s < this.#end_s) {
      const day = Math.floor(clear_s / secondsPerDay);
      if (this.#days[row + day]! >= this.#chance[p]!) return clear_s;
      clear_s = (day + 1) * secondsPerDay;
    }
    return clear_s;
  }
}

/** Days of the longest month. */
const longest = 31;
