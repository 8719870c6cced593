import { constraints } from '../../flows/constraint.ts';
import { KeyedRandom } from '../../random/philox.ts';
import type { Interval } from '../../time/calendar.ts';
import { drawFactories } from '../factory.ts';
import { ageHost } from '../fleet/cohorts.ts';
import { writeLimits } from '../limits.ts';
import { offerLaunches } from '../offer.ts';
import { askForUnits, beginUnits, countBegun } from '../orders.ts';
import type { Params } from '../params.ts';
import { initialState, type TransportState } from '../state.ts';
import { measureCapacity, newWork, type Work } from '../work.ts';
import { noChance } from './no-chance.ts';
import { type Budget, Purse } from './purse.ts';

/**
 * Who orders satellites and halls: once a month and by the rules of the fluid form, from stocks that the campaign
 * keeps in `state`. Halls on the ground, which compete for chips and cash, are the fluid form's altogether.
 */
export class Planner {
  readonly state: TransportState;
  readonly work: Work;
  /** Satellites finished this month, by host; fractions wait for the next. */
  readonly finished: Float64Array;
  readonly limits = new Float64Array(constraints.length);
  readonly #params: Params;
  readonly #purse: Purse;
  readonly #due: Float64Array;

  constructor(params: Params, budget: Budget, seed: number) {
    this.#params = params;
    this.#purse = new Purse(budget, params.places.length);
    this.state = initialState(params);
    drawFactories(params, this.state, new KeyedRandom(seed, 'transport factories'));
    this.work = newWork(params);
    this.finished = new Float64Array(params.orbits);
    this.#due = new Float64Array(params.orbits);
  }

  /** Whole satellites that the factories finish in the month; and halls that enter service. */
  finish({ index }: Interval): void {
    const { places, line, months, orbits } = this.#params;
    const { state, work } = this;
    for (let h = 0; h < orbits; h++) {
      const due = this.#due[h]! + state.finishing[h * line + index]!;
      const whole = Math.floor(due + 1e-9);
      this.#due[h] = due - whole;
      this.finished[h] = whole;
      state.building[h] = Math.max(0, state.building[h]! - whole);
      work.ask.ready[h] = state.waiting[h]! + whole;
    }
    for (let h = orbits; h < places.length; h++) {
      const built = state.finishing[h * line + index]!;
      state.building[h] = Math.max(0, state.building[h]! - built);
      ageHost(state, places[h]!, h, months, index, built, work.losses);
    }
  }

  /** Orders at the end of a month, when `state` holds the stocks of then and the stages of its beginning. */
  order(interval: Interval): void {
    const { state, work } = this;
    offerLaunches(this.#params, state, work.offer, interval, noChance);
    measureCapacity(this.#params, work, interval);
    askForUnits(this.#params, state, work.ask, interval);
    this.#purse.turnTo(interval.index);
    beginUnits(this.#params, state, work, this.#purse, interval);
    this.#purse.pay(work.begun);
    countBegun(this.#params, state, work.begun, interval);
    writeLimits(this.#params, work.offer, work.ask, work.supplies, interval, this.limits);
  }
}
