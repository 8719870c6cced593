import { BufferAttribute, BufferGeometry, LineBasicMaterial, LineSegments, type Vector3 } from 'three';
import { ascentsAt, type PadMonth } from './launch-rates.ts';

/** From lift-off to orbit, and how long its trail is seen after. */
const climb_s = 540;
const seen_s = 5400;
/** How far a launcher comes over the ground until it is in orbit, and how high, in radians and Earth radii. */
const downrange_rad = 0.34;
const height = 0.04;
const pieces = 20;
const mostArcs = 96;

/** Launches that leave their pads at the month's rate, as trails over the turning ground. */
export class Launches {
  readonly lines: LineSegments<BufferGeometry, LineBasicMaterial>;
  #pads: readonly PadMonth[] = [];
  #inclination_rad = 0.5;

  constructor() {
    const geometry = new BufferGeometry();
    const corners = mostArcs * pieces * 2;
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners * 3), 3));
    geometry.setAttribute('color', new BufferAttribute(new Float32Array(corners * 4), 4));
    this.lines = new LineSegments(
      geometry,
      new LineBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false, toneMapped: false }),
    );
    this.lines.frustumCulled = false;
  }

  /** Pads of the month, and the inclination to which most of its satellites go. */
  setMonth(pads: readonly PadMonth[], inclination_rad: number): void {
    this.#pads = pads;
    this.#inclination_rad = inclination_rad;
  }

  setTime(time_s: number, colour: Vector3): void {
    const { position, color } = this.lines.geometry.attributes as Record<string, BufferAttribute>;
    let corner = 0;
    for (const { pad, since_s } of ascentsAt(this.#pads, time_s, seen_s).slice(0, mostArcs)) {
      const flown = Math.min(1, since_s / climb_s);
      const strength = since_s < climb_s ? 1 : 1 - (since_s - climb_s) / (seen_s - climb_s);
      for (let piece = 0; piece < pieces; piece++) {
        for (const end of [piece, piece + 1]) {
          const share = (flown * end) / pieces;
          position!.setXYZ(corner, ...ascentPoint(this.#pads[pad]!.pad, this.#inclination_rad, share));
          color!.setXYZW(corner, colour.x, colour.y, colour.z, strength * (0.25 + 0.75 * share));
          corner++;
        }
      }
    }
    this.lines.geometry.setDrawRange(0, corner);
    this.lines.visible = corner > 0;
    position!.needsUpdate = true;
    color!.needsUpdate = true;
  }

  dispose(): void {
    this.lines.geometry.dispose();
    this.lines.material.dispose();
  }
}

interface OnGround {
  readonly latitude_rad: number;
  readonly longitude_rad: number;
}

/** Where a launcher is after a share of its way, over the ground as it was; three's axes, y to the north pole. */
function ascentPoint(
  { latitude_rad, longitude_rad }: OnGround,
  inclination_rad: number,
  share: number,
): [number, number, number] {
  // The azimuth that leads into the inclination; due east where that lies below the pad's latitude.
  const sine = Math.abs(Math.cos(inclination_rad) / Math.cos(latitude_rad));
  const east = Math.asin(Math.min(1, sine)) * (inclination_rad > Math.PI / 2 ? -1 : 1);
  const way = downrange_rad * share;
  const latitude = Math.asin(
    Math.sin(latitude_rad) * Math.cos(way) + Math.cos(latitude_rad) * Math.sin(way) * Math.cos(east),
  );
  const further = Math.atan2(
    Math.sin(east) * Math.sin(way) * Math.cos(latitude_rad),
    Math.cos(way) - Math.sin(latitude_rad) * Math.sin(latitude),
  );
  const radius = 1.002 + height * (1 - (1 - share) ** 2);
  return groundPoint({ latitude_rad: latitude, longitude_rad: longitude_rad + further }, radius);
}

/** A place on the turning Earth in three's axes. */
export function groundPoint(
  { latitude_rad, longitude_rad }: OnGround,
  radius: number,
): [number, number, number] {
  const flat = radius * Math.cos(latitude_rad);
  return [flat * Math.cos(longitude_rad), radius * Math.sin(latitude_rad), -flat * Math.sin(longitude_rad)];
}
