import type { Alert } from '../fuse/alert.ts';
import { unixTime_s } from '../wire/globe.ts';
import { WorldHistory } from './history.ts';

/**
 * Alerts as they were told, in two times: an event holds from when it happened, or from its first post while no more
 * is known, for as long as detections of it would be one event. What is corrected is said anew of both times.
 */
export class AlertHistory {
  readonly #world = new WorldHistory<Alert>();
  readonly #begun = new Map<string, number>();
  readonly #lasts_s: number;

  /** @param lasts_s how long an event holds */
  constructor(lasts_s: number) {
    this.#lasts_s = lasts_s;
  }

  /** Takes an alert, in any order that keeps those of one event in theirs. One without readable times is not taken. */
  say(alert: Alert): void {
    const [valid_s, known_s] = [unixTime_s(alert.at), unixTime_s(alert.decidedAt)];
    if (valid_s === undefined || known_s === undefined) return;
    const { event: entity } = alert;
    const before_s = this.#begun.get(entity) ?? valid_s;
    this.#begun.set(entity, valid_s);
    // Where it began as told before, it is what is told now, or it had not begun yet.
    if (before_s !== valid_s) {
      const value = before_s > valid_s ? alert : null;
      this.#world.say({ entity, valid_s: before_s, known_s, value });
    }
    this.#world.say({ entity, valid_s, known_s, value: alert });
    this.#world.say({ entity, valid_s: valid_s + this.#lasts_s, known_s, value: null });
  }

  /** Events that held at a moment, by what had been told until another: each as it was told last. */
  at(of_s: number, known_s: number): Alert[] {
    return [...this.#world.at(of_s, known_s).values()];
  }

  /** The same for the same alerts. */
  hash(): string {
    return this.#world.hash();
  }
}
