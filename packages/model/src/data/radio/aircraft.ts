import { valuesOf } from '../wire/globe.ts';
import type { Arrival, Observation } from '../wire/observation.ts';
import { type CprPosition, type GlobePoint, globalPosition, localPosition } from './cpr.ts';
import { messageOf } from './message.ts';
import type { Frame } from './receive.ts';
import type { Velocity } from './velocity.ts';

/** An even and an odd position belong together within so many seconds. DO-260B, A.1.7.10.2. */
const pair_s = 10;
/** A place is good as a reference for so long: far less than an aircraft needs for half a zone. Assumed, by us. */
const reference_s = 180;
/** 95 % containment of a position of middling navigation category (NACp 8), DO-260B. */
const positionRadius_m = 93;

interface Known {
  even?: { position: CprPosition; time_s: number };
  odd?: { position: CprPosition; time_s: number };
  place?: GlobePoint & { time_s: number };
  callSign?: string;
  velocity?: Velocity;
}

/** Puts the messages of each aircraft together: a position takes two of them, or one and a place just before. */
export class AircraftReceiver {
  readonly #known = new Map<string, Known>();

  /** Addresses that were heard, with their call signs where they gave one. */
  get aircraft(): ReadonlyMap<string, { readonly callSign?: string }> {
    return this.#known;
  }

  /**
   * The observation that a frame completes, at Unix seconds `time_s`; undefined where it completes none. Frames
   * that had to be repaired tell nothing: one bit more may have been wrong.
   */
  hear(frame: Frame, time_s: number, arrival: Arrival): Observation | undefined {
    const message = frame.repaired ? undefined : messageOf(frame);
    if (message === undefined) return undefined;
    const known = this.#known.get(message.address) ?? {};
    this.#known.set(message.address, known);
    if (message.callSign !== undefined) known.callSign = message.callSign;
    if (message.velocity !== undefined) known.velocity = message.velocity;
    if (message.position === undefined) return undefined;
    const place = placeOf(known, message.position, time_s);
    if (place === undefined) return undefined;
    known.place = { ...place, time_s };
    const { speed_mperS, direction_deg, through, climb_mperS } = known.velocity ?? {};
    return {
      kind: 'aircraft',
      id: `${message.address}/${time_s.toFixed(6)}`,
      source: arrival.source,
      revision: 0,
      observed_s: time_s,
      received_s: arrival.received_s,
      place: { ...place, radius_m: positionRadius_m },
      values: valuesOf({
        altitude_m: message.altitude_m,
        ...(through === 'ground' ? { speed_mperS, track_deg: direction_deg } : {}),
        climb_mperS,
      }),
      subject: message.address,
    };
  }
}

function placeOf(known: Known, position: CprPosition, time_s: number): GlobePoint | undefined {
  known[position.odd ? 'odd' : 'even'] = { position, time_s };
  const { even, odd, place } = known;
  if (place !== undefined && time_s - place.time_s < reference_s) return localPosition(position, place);
  // On the ground a pair still leaves four places, and a receiver that does not know its own cannot choose.
  if (position.surface || even === undefined || odd === undefined) return undefined;
  if (even.position.surface || odd.position.surface) return undefined;
  if (Math.abs(even.time_s - odd.time_s) > pair_s) return undefined;
  return globalPosition(even.position, odd.position, position.odd);
}
