import type { Alert } from '@kardashev/model/data/fuse/alert.ts';

/** The alerts a server can show, wherever they come from. */
export interface AlertFeed {
  /** The latest alert of each event, in the order in which they were decided. */
  latest(): readonly Alert[];
  /** Tells each new alert, until the returned function is called. */
  follow(tell: (alert: Alert) => void): () => void;
}

/** Alerts kept in memory: the last of each event, and whoever follows. */
export class AlertBoard implements AlertFeed {
  readonly #latest = new Map<string, Alert>();
  readonly #followers = new Set<(alert: Alert) => void>();

  /** Puts up an alert; it takes the place of the one before of its event. */
  post(alert: Alert): void {
    this.#latest.delete(alert.event);
    this.#latest.set(alert.event, alert);
    for (const tell of this.#followers) tell(alert);
  }

  latest(): readonly Alert[] {
    return [...this.#latest.values()];
  }

  follow(tell: (alert: Alert) => void): () => void {
    this.#followers.add(tell);
    return () => this.#followers.delete(tell);
  }
}
