import { bitsOf } from './bits.ts';

const knot_mperS = 1852 / 3600;
const foot_m = 0.3048;

/** How an aircraft moves. */
export interface Velocity {
  /** Over the ground; or through the air where the aircraft does not know better. */
  readonly speed_mperS?: number;
  /** Clockwise from north: of the track over the ground, or of the nose. */
  readonly direction_deg?: number;
  readonly through: 'ground' | 'air';
  readonly climb_mperS?: number;
}

/** Decodes an airborne velocity (type 19). Subtypes 1 and 2 are over the ground, 3 and 4 through the air. */
export function velocityOf(bytes: Uint8Array): Velocity | undefined {
  const subtype = bitsOf(bytes, 38, 40);
  if (subtype < 1 || subtype > 4) return undefined;
  const climb = bitsOf(bytes, 70, 78);
  const vertical = climb === 0 ? {} : { climb_mperS: signed(bytes, 69, (climb - 1) * 64 * (foot_m / 60)) };
  // Subtypes 2 and 4 are supersonic, and count in fours.
  const unit_mperS = (subtype % 2 === 0 ? 4 : 1) * knot_mperS;
  const moving = subtype <= 2 ? overGround(bytes, unit_mperS) : throughAir(bytes, unit_mperS);
  return { ...moving, ...vertical, through: subtype <= 2 ? 'ground' : 'air' };
}

const signed = (bytes: Uint8Array, sign: number, size: number): number =>
  bitsOf(bytes, sign, sign) === 1 ? -size : size;

/** Fields hold a number one too large, so that 0 can say that it is not known. */
function overGround(bytes: Uint8Array, unit_mperS: number): Pick<Velocity, 'speed_mperS' | 'direction_deg'> {
  const [east, north] = [bitsOf(bytes, 47, 56), bitsOf(bytes, 58, 67)];
  if (east === 0 || north === 0) return {};
  const eastward = signed(bytes, 46, (east - 1) * unit_mperS);
  const northward = signed(bytes, 57, (north - 1) * unit_mperS);
  const direction_deg = (Math.atan2(eastward, northward) * 180) / Math.PI;
  return {
    speed_mperS: Math.hypot(eastward, northward),
    direction_deg: direction_deg < 0 ? direction_deg + 360 : direction_deg,
  };
}

function throughAir(bytes: Uint8Array, unit_mperS: number): Pick<Velocity, 'speed_mperS' | 'direction_deg'> {
  const speed = bitsOf(bytes, 58, 67);
  const heading = bitsOf(bytes, 46, 46) === 1 ? (bitsOf(bytes, 47, 56) * 360) / 1024 : undefined;
  return {
    ...(speed === 0 ? {} : { speed_mperS: (speed - 1) * unit_mperS }),
    ...(heading === undefined ? {} : { direction_deg: heading }),
  };
}
