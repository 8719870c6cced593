import { KeyedRandom } from '../../random/philox.ts';
import type { Params } from '../params.ts';
import { failureChance } from '../reliability.ts';
import type { TransportState } from '../state.ts';
import { groundingMedian_s } from '../vehicle.ts';
import type { Clock } from './clock.ts';
import { add } from './record.ts';

/** Streams of chance, each keyed by what it decides. */
const draws = { version: 0, mishap: 1, grounding: 2 } as const;

/** What each family has flown and lost, what that says of its next flight, and how long it stands after a mishap. */
export class FamilyRecord {
  /** Flights ever, by family. */
  readonly flights: Float64Array;
  readonly #params: Params;
  readonly #clock: Clock;
  readonly #chance: KeyedRandom;
  readonly #experience: Float64Array;
  readonly #failures: Float64Array;
  /** Flights made by this campaign. */
  readonly #number: Int32Array;
  /** The number of flights, plus one, for which the version's draw is kept, and that draw. */
  readonly #versionDrawn: Int32Array;
  readonly #versionDraw: Float64Array;
  /** Until when grounded, and seconds grounded this month. */
  readonly #groundedTo_s: Float64Array;
  readonly #groundedFor_s: Float64Array;

  constructor(params: Params, state: TransportState, clock: Clock, seed: number) {
    const { length } = params.families;
    this.#params = params;
    this.#clock = clock;
    this.#chance = new KeyedRandom(seed, 'transport campaign');
    this.flights = state.flights.slice();
    this.#experience = state.experience.slice();
    this.#failures = state.failures.slice();
    this.#number = new Int32Array(length);
    this.#versionDrawn = new Int32Array(length);
    this.#versionDraw = new Float64Array(length);
    this.#groundedTo_s = new Float64Array(length);
    this.#groundedFor_s = new Float64Array(length);
  }

  /** Begins a month: a new version takes along a part of the experience, and groundings run on. */
  turnTo(month: number, seconds: number): void {
    const { families, plan } = this.#params;
    for (const [f, { newest }] of families.entries()) {
      if (month > 0 && newest[month]! >= 0 && newest[month] !== newest[month - 1]) {
        this.#experience[f] = this.#experience[f]! * plan.vehicles[newest[month]!]!.experienceKept;
      }
      const left_s = Math.max(0, this.#groundedTo_s[f]! - this.#clock.start_s[month]!);
      this.#groundedFor_s[f] = Math.min(seconds, left_s);
    }
  }

  grounded(f: number, now_s: number): boolean {
    return this.#groundedTo_s[f]! > now_s;
  }

  /** Seconds of the month so far known to be spent on the ground. */
  groundedFor_s(f: number): number {
    return this.#groundedFor_s[f]!;
  }

  /** The version of the family's next flight; the same however often it is asked before. */
  drawVersion(f: number, month: number): number {
    const { families, mix, months } = this.#params;
    const { versions, newest } = families[f]!;
    // Kept until the flight is made: a family asks many times while it waits for something.
    if (this.#versionDrawn[f] !== this.#number[f]! + 1) {
      this.#versionDrawn[f] = this.#number[f]! + 1;
      this.#versionDraw[f] = this.#chance.at(draws.version).uniform(f, this.#number[f]!);
    }
    let left = this.#versionDraw[f]!;
    for (const v of versions) {
      left -= mix[v * months + month]!;
      if (left < 0) return v;
    }
    return newest[month]!;
  }

  /** Whether the next flight is lost. */
  drawMishap(f: number): boolean {
    const carried = this.#params.plan.section.failureCarried;
    const chance = failureChance(this.#experience[f]!, this.#failures[f]!, carried);
    return this.#chance.at(draws.mishap).uniform(f, this.#number[f]!) < chance;
  }

  countFlight(f: number): void {
    this.#number[f] = this.#number[f]! + 1;
    add(this.flights, f, 1);
    add(this.#experience, f, 1);
  }

  /** The whole family stands from now on, for a time drawn about what it has learnt to take; returns its end. */
  ground(f: number, month: number, now_s: number): number {
    const { families, plan } = this.#params;
    const vehicle = plan.vehicles[families[f]!.newest[month]!]!;
    const z = this.#chance.at(draws.grounding).normal(f, this.#failures[f]!);
    add(this.#failures, f, 1);
    const length_s = groundingMedian_s(vehicle, this.flights[f]!) * Math.exp(vehicle.groundingSpread * z);
    const before_s = this.#groundedTo_s[f]!;
    const until_s = Math.max(before_s, now_s + length_s);
    const end_s = this.#clock.start_s[month + 1]!;
    add(this.#groundedFor_s, f, Math.min(until_s, end_s) - Math.min(Math.max(before_s, now_s), end_s));
    this.#groundedTo_s[f] = until_s;
    return until_s;
  }
}
