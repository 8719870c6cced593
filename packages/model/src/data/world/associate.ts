import { combined, type Evidence, probabilityOf, weightOf } from '../fuse/log-odds.ts';
import type { Fusion } from '../fuse/schema.ts';
import { distance_between_m } from '../fuse/towns.ts';
import type { Position } from '../wire/observation.ts';

/** What kinds of events several senses may tell of. */
export const eventKinds = ['quake', 'fire', 'storm', 'crash', 'aircraft', 'ship'] as const;
export type EventKind = (typeof eventKinds)[number];

/** What one sense made of its observations: something seems to be happening. */
export interface Detection extends Evidence {
  readonly id: string;
  readonly sense: string;
  readonly kind: EventKind;
  readonly observed_s: number;
  readonly received_s: number;
  /** Undefined where the sense tells no place, as a burst of posts. */
  readonly place?: Position;
}

/** An event as far as detections make it up. */
export interface Incident {
  /** Of the first detection: the same in every replay. */
  readonly event: string;
  readonly kind: EventKind;
  readonly from_s: number;
  readonly until_s: number;
  readonly place: Position | undefined;
  readonly probability: number;
  readonly senses: readonly string[];
  readonly lineage: readonly string[];
}

type Rules = Pick<Fusion, 'gateDistance_m' | 'gateTime_s' | 'prior'>;

/** An incident while detections still come: what is strongest of each group is all that its probability needs. */
interface Open {
  readonly event: string;
  readonly kind: EventKind;
  readonly strongest: Map<string, Evidence>;
  readonly senses: Set<string>;
  readonly lineage: string[];
  from_s: number;
  until_s: number;
  place: Position | undefined;
  probability: number;
}

/**
 * Puts detections of several senses together to incidents. A detection joins the nearest open incident of its kind
 * within the gates of time and distance, or begins one. What is sure is counted in log-odds over independent groups,
 * so that a flood of one source weighs as one of its reports.
 */
export class Incidents {
  readonly #rules: Rules;
  readonly #open: Open[] = [];
  readonly #seen = new Set<string>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  /** Takes one detection; returns the incident it belongs to, or nothing for a detection that was there before. */
  take(detection: Detection): string | undefined {
    if (this.#seen.has(detection.id)) return undefined;
    this.#seen.add(detection.id);
    const open = this.#nearest(detection) ?? this.#begin(detection);
    open.from_s = Math.min(open.from_s, detection.observed_s);
    open.until_s = Math.max(open.until_s, detection.observed_s);
    open.senses.add(detection.sense);
    open.lineage.push(`${detection.sense}/${detection.id}`);
    if (detection.place && !(open.place && open.place.radius_m <= detection.place.radius_m)) {
      open.place = detection.place;
    }
    const before = open.strongest.get(detection.group);
    if (before === undefined || Math.abs(weightOf(detection)) > Math.abs(weightOf(before))) {
      open.strongest.set(detection.group, detection);
      open.probability = probabilityOf(combined(this.#rules.prior, [...open.strongest.values()]));
    }
    return open.event;
  }

  /** One incident as it stands. */
  get(event: string): Incident | undefined {
    const open = this.#open.find((one) => one.event === event);
    return open && incidentOf(open);
  }

  get all(): Incident[] {
    return this.#open.map(incidentOf);
  }

  #nearest(detection: Detection): Open | undefined {
    let nearest: Open | undefined;
    let least = 1;
    for (const open of this.#open) {
      const apart = open.kind === detection.kind ? this.#apart(open, detection) : Number.POSITIVE_INFINITY;
      if (apart >= least) continue;
      least = apart;
      nearest = open;
    }
    return nearest;
  }

  /** How far apart in gates: below 1 they may be the same. Without a place, time alone tells. */
  #apart(open: Open, detection: Detection): number {
    const { gateDistance_m, gateTime_s } = this.#rules;
    const inTime = Math.abs(detection.observed_s - open.until_s) / gateTime_s;
    if (!open.place || !detection.place) return inTime;
    const gate_m = gateDistance_m + open.place.radius_m + detection.place.radius_m;
    return Math.hypot(inTime, distance_between_m(open.place, detection.place) / gate_m);
  }

  #begin({ id, kind, observed_s }: Detection): Open {
    const open: Open = {
      event: `${kind}-${id}`,
      kind,
      strongest: new Map(),
      senses: new Set(),
      lineage: [],
      from_s: observed_s,
      until_s: observed_s,
      place: undefined,
      probability: this.#rules.prior,
    };
    this.#open.push(open);
    return open;
  }
}

function incidentOf({ event, kind, from_s, until_s, place, probability, senses, lineage }: Open): Incident {
  return {
    event,
    kind,
    from_s,
    until_s,
    place,
    probability,
    senses: [...senses].sort(),
    lineage: [...lineage].sort(),
  };
}
