import { altitudeOf_m } from './altitude.ts';
import { bitsOf } from './bits.ts';
import type { CprPosition } from './cpr.ts';
import type { Frame } from './receive.ts';
import { type Velocity, velocityOf } from './velocity.ts';

/** What an extended squitter says. Only what was said is there. */
export interface Message {
  /** Address of the transponder: 24 bits as six hex digits. */
  readonly address: string;
  readonly callSign?: string;
  readonly position?: CprPosition;
  readonly altitude_m?: number;
  readonly velocity?: Velocity;
}

const letters = '#ABCDEFGHIJKLMNOPQRSTUVWXYZ#####_###############0123456789######';
const cprScale = 2 ** 17;

/** Decodes an extended squitter (formats 17 and 18); undefined for shorter replies. DO-260B, 2.2.3. */
export function messageOf({ bytes, format }: Pick<Frame, 'bytes' | 'format'>): Message | undefined {
  if (bytes.length < 14 || (format !== 17 && format !== 18)) return undefined;
  const address = bitsOf(bytes, 9, 32).toString(16).toUpperCase().padStart(6, '0');
  const type = bitsOf(bytes, 33, 37);
  if (type >= 1 && type <= 4) return { address, callSign: callSignOf(bytes) };
  if (type >= 5 && type <= 8) return { address, position: positionOf(bytes, true) };
  if (type >= 9 && type <= 18) {
    const altitude_m = altitudeOf_m(bitsOf(bytes, 41, 52));
    const position = positionOf(bytes, false);
    return altitude_m === undefined ? { address, position } : { address, position, altitude_m };
  }
  const velocity = type === 19 ? velocityOf(bytes) : undefined;
  return velocity === undefined ? { address } : { address, velocity };
}

function callSignOf(bytes: Uint8Array): string {
  const places = [41, 47, 53, 59, 65, 71, 77, 83];
  const text = places.map((first) => letters[bitsOf(bytes, first, first + 5)]).join('');
  return text.replaceAll('_', ' ').trim();
}

function positionOf(bytes: Uint8Array, surface: boolean): CprPosition {
  return {
    odd: bitsOf(bytes, 54, 54) === 1,
    latitude: bitsOf(bytes, 55, 71) / cprScale,
    longitude: bitsOf(bytes, 72, 88) / cprScale,
    surface,
  };
}
