import type { Observation } from '../wire/observation.ts';
import { AircraftReceiver } from './aircraft.ts';
import { type Frame, framesOf } from './receive.ts';
import { magnitudesOf } from './samples.ts';

/** What comes of a recording of the radio. */
export interface Recording {
  /** Every frame with a checksum that speaks for itself, in the order in which they were sent. */
  readonly frames: readonly Frame[];
  /** Positions that the frames complete; times count from the first sample. */
  readonly observations: readonly Observation[];
  readonly aircraft: ReadonlyMap<string, { readonly callSign?: string }>;
  readonly bytesRaw: number;
  /** What would go down the line: each whole frame in the Beast format that receivers speak to one another. */
  readonly bytesProduct: number;
}

/** Demodulates and decodes a recording: unsigned bytes I, Q at 2 MS/s. */
export function readRecording(raw: Uint8Array, source: string): Recording {
  const frames = [...framesOf(magnitudesOf(raw))];
  const receiver = new AircraftReceiver();
  const observations: Observation[] = [];
  let bytesProduct = 0;
  for (const frame of frames) {
    if (!frame.repaired) bytesProduct += beastBytes(frame);
    const observation = receiver.hear(frame, frame.time_s, { received_s: frame.time_s, source });
    if (observation !== undefined) observations.push(observation);
  }
  return { frames, observations, aircraft: receiver.aircraft, bytesRaw: raw.length, bytesProduct };
}

/** Escape, type, six bytes of time, one of level, and the frame, of which every escape byte is doubled. */
function beastBytes({ bytes }: Frame): number {
  const mark = 0x1a;
  return 9 + bytes.length + bytes.filter((byte) => byte === mark).length;
}
