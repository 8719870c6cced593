import { coming, type Deck, type DeckParts, deckOf, lapsed, planeOf, waiting } from './deck.ts';
import { handOver } from './handover.ts';
import { interactive, sensing } from './jobs.ts';
import {
  askPlane,
  type Delivered,
  delivered,
  gatherPaces,
  paceGangs,
  setTargets,
  workMinute,
} from './pace.ts';
import { placeWaiting, sortQueue } from './placing.ts';
import { bestRates } from './scoring.ts';
import { end, fail, recover, surveyPlane, surveySun } from './survey.ts';

/** A satellite that fails, and comes back after the restart. */
export interface Failure {
  readonly satellite: number;
  readonly time_s: number;
}

/** Jobs on satellites, minute by minute. A minute: `begin`, rounds of `place`, `ask`, the kernel, `finish`. */
export class Scheduler {
  readonly deck: Deck;
  readonly delivered: Delivered = delivered();
  readonly #failures: readonly Failure[];
  readonly #best: readonly number[];
  readonly #down: Failure[] = [];
  #failed = 0;
  #recovered = 0;

  /** Failures in the order of their times. */
  constructor(parts: DeckParts, failures: readonly Failure[]) {
    this.deck = deckOf(parts);
    this.#failures = failures;
    this.#best = bestRates(this.deck);
  }

  /** The Sun has moved: how many satellites of each plane can work all the time. */
  sunMoved(nightWork_s: Float64Array): void {
    surveySun(this.deck, nightWork_s);
  }

  /** What has come by now: failures, satellites that are back, jobs; and who is free. */
  begin(time_s: number): void {
    this.#mend(time_s);
    this.#arrive(time_s);
    this.#lapse(time_s);
    sortQueue(this.deck, time_s, this.#best);
    const { settings, policy } = this.deck;
    const cycle = Math.round(settings.handover_s / settings.minute_s);
    const turn = Math.round(time_s / settings.minute_s) % cycle;
    for (let plane = 0; plane < this.deck.sustained.length; plane++) {
      surveyPlane(this.deck, plane);
      if (policy.follow && plane % cycle === turn) handOver(this.deck, plane);
    }
  }

  /** A round: places what finds a place at the links' prices; returns how many satellites went to work. */
  place(time_s: number): number {
    return placeWaiting(this.deck, time_s, this.#best);
  }

  /** What is asked of every satellite, once places are settled. */
  ask(): void {
    paceGangs(this.deck);
    setTargets(this.deck);
    for (let plane = 0; plane < this.deck.sustained.length; plane++) askPlane(this.deck, plane);
  }

  /** After the kernel: work done, jobs done. */
  finish(time_s: number): void {
    gatherPaces(this.deck);
    workMinute(this.deck, time_s, this.delivered);
    this.#tellWaiting();
  }

  #mend(time_s: number): void {
    const { deck } = this;
    const { restart_s, minute_s } = deck.settings;
    for (; this.#recovered < this.#down.length; this.#recovered++) {
      const { satellite, time_s: since_s } = this.#down[this.#recovered]!;
      if (since_s + Math.max(restart_s, minute_s) > time_s) break;
      recover(deck, satellite, planeOf(deck.planes, satellite));
    }
    for (; this.#failed < this.#failures.length; this.#failed++) {
      const failure = this.#failures[this.#failed]!;
      if (failure.time_s > time_s) break;
      const plane = planeOf(deck.planes, failure.satellite);
      fail(deck, failure.satellite, plane);
      this.#down.push({ ...failure, time_s });
      if (deck.policy.follow && deck.satellites.job[failure.satellite]! >= 0) {
        surveyPlane(deck, plane);
        handOver(deck, plane);
      }
    }
  }

  #arrive(time_s: number): void {
    const { deck } = this;
    for (; deck.next < deck.arrivals.length; deck.next++) {
      const job = deck.arrivals[deck.next]!;
      if (deck.jobs.arrival_s[job]! > time_s) break;
      if (deck.stage[job] !== coming) continue;
      deck.stage[job] = waiting;
      deck.queue.push(job);
    }
  }

  /** Work that cannot wait ends with its time. */
  #lapse(time_s: number): void {
    const { deck } = this;
    deck.queue = deck.queue.filter((job) => {
      const kind = deck.jobs.kind[job];
      if ((kind !== interactive && kind !== sensing) || deck.jobs.deadline_s[job]! > time_s) return true;
      end(deck, job, lapsed, time_s);
      return false;
    });
  }

  /** Why what waits does: is there no satellite, none with power, or not enough together? */
  #tellWaiting(): void {
    const { deck } = this;
    let free = 0;
    let powered = 0;
    for (let plane = 0; plane < deck.free.length; plane++) {
      free += deck.free[plane]!;
      powered += deck.poweredFree[plane]!;
    }
    const { losses } = deck;
    for (const job of deck.queue) {
      const gang = deck.jobs.gang[job]!;
      const wait_s = gang * deck.settings.minute_s;
      if (gang > free) losses.waitRoom_s += wait_s;
      else if (gang > powered) losses.waitPower_s += wait_s;
      else losses.waitGang_s += wait_s;
    }
  }
}
