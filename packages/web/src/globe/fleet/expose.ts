import { beltExposure, ringExposure } from './exposure.ts';
import type { FleetMonth } from './fleet-month.ts';
import type { FleetPoints } from './points.ts';

/** The picture and where the eye stands: height in device pixels, field of view in degrees, distance in Earth radii. */
interface View {
  readonly height: number;
  readonly fov: number;
  readonly distance: number;
}

/** Sets how large and how strong points of each shell are, by how many there are and how near the eye is. */
export function exposeFleet(
  points: FleetPoints,
  { shells }: FleetMonth,
  { height, fov, distance }: View,
  pixelRatio: number,
  glow = true,
): void {
  const half = Math.tan((fov / 2) * (Math.PI / 180));
  const globeRadius_px = height / 2 / half / Math.sqrt(Math.max(0.1, distance ** 2 - 1));
  const picture = { globeRadius_px, pixelRatio };
  const inRing = (shell: number) => shells[shell]!.row.nodes === 'dawn-dusk';
  const inBelts = shells.reduce((sum, { filling }, shell) => sum + (inRing(shell) ? 0 : filling.count), 0);
  const belt = beltExposure(inBelts, picture, glow);
  shells.forEach(({ filling }, shell) => {
    points.setExposure(shell, inRing(shell) ? ringExposure(filling.count, picture) : belt);
  });
}
