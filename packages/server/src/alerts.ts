import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { AlertHistory } from '@kardashev/model/data/world/alerts.ts';

/** The alerts a server can show, wherever they come from. */
export interface AlertFeed {
  /** Every alert that was told, in the order in which they were. */
  all(): readonly Alert[];
  /** Whether more may be told while the server runs. */
  readonly live: boolean;
  /** The latest alert of each event, in the order in which they were decided. */
  latest(): readonly Alert[];
  /** Events that held at a moment, by what had been told until another; Unix seconds. */
  at(of_s: number, known_s: number): readonly Alert[];
  /** Tells each new alert, until the returned function is called. */
  follow(tell: (alert: Alert) => void): () => void;
}

/** An event holds so long after it happened. As fusion.gateTime in the catalogue. */
export const lasts_s = 6 * 3600;

/** Alerts kept in memory: the last of each event, and whoever follows. */
export class AlertBoard implements AlertFeed {
  /** Whether somebody goes on posting. */
  live = false;
  readonly #all: Alert[] = [];
  readonly #latest = new Map<string, Alert>();
  readonly #history = new AlertHistory(lasts_s);
  readonly #followers = new Set<(alert: Alert) => void>();

  /** Puts up an alert; it takes the place of the one before of its event. */
  post(alert: Alert): void {
    this.#all.push(alert);
    this.#latest.delete(alert.event);
    this.#latest.set(alert.event, alert);
    this.#history.say(alert);
    for (const tell of this.#followers) tell(alert);
  }

  all(): readonly Alert[] {
    return this.#all;
  }

  latest(): readonly Alert[] {
    return [...this.#latest.values()];
  }

  at(of_s: number, known_s: number): readonly Alert[] {
    return this.#history.at(of_s, known_s);
  }

  follow(tell: (alert: Alert) => void): () => void {
    this.#followers.add(tell);
    return () => this.#followers.delete(tell);
  }
}
