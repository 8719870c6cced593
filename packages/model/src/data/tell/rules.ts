import type { Alert } from '../fuse/alert.ts';
import { distance_between_m } from '../fuse/towns.ts';

/** When somebody wants to be told. Raised and cleared at different probabilities, so that nothing flickers. */
export interface AlertRule {
  readonly id: string;
  readonly raiseAt: number;
  readonly clearAt: number;
  /** Only events within a circle; those without a place are told as well where `unplaced`. */
  readonly within?: {
    readonly latitude_deg: number;
    readonly longitude_deg: number;
    readonly radius_m: number;
  };
  readonly unplaced: boolean;
  /** Senses that must have a part in it. */
  readonly senses?: readonly string[];
}

export type Signal = 'raise' | 'update' | 'clear';

/** What a rule has raised so far. */
export class RuleWatch {
  readonly rule: AlertRule;
  readonly #raised = new Set<string>();

  constructor(rule: AlertRule) {
    this.rule = rule;
  }

  /** What an alert means for this rule; nothing where it does not concern it. */
  take(alert: Alert): Signal | undefined {
    const raised = this.#raised.has(alert.event);
    const concerns = this.#concerns(alert);
    if (!raised && concerns && alert.confidence >= this.rule.raiseAt) {
      this.#raised.add(alert.event);
      return 'raise';
    }
    if (!raised) return undefined;
    if (concerns && alert.confidence >= this.rule.clearAt) return 'update';
    this.#raised.delete(alert.event);
    return 'clear';
  }

  #concerns({ latitude_deg, longitude_deg, senses }: Alert): boolean {
    const { within, unplaced, senses: needed = [] } = this.rule;
    if (!needed.every((sense) => senses.includes(sense))) return false;
    if (latitude_deg === null || longitude_deg === null) return unplaced;
    return !within || distance_between_m(within, { latitude_deg, longitude_deg }) <= within.radius_m;
  }
}
