/** How points are drawn so that ten satellites can be seen and a million do not hide the Earth. */
export interface Exposure {
  /** In device pixels. */
  readonly pointSize: number;
  /** Opacity of one point. */
  readonly strength: number;
}

/** The picture's scale, in device pixels. */
export interface Picture {
  readonly globeRadius_px: number;
  readonly pixelRatio: number;
}

/** Planes that lie in a ring take few pixels: about this many Earth radii of line for both local times. */
const ringLength = 4 * Math.PI;

/**
 * Satellites all over a belt; `satellites` are those of all such shells. Where they glow their light adds up, and each
 * gives little; where they cover each other each must cover more.
 */
export function beltExposure(
  satellites: number,
  { globeRadius_px, pixelRatio }: Picture,
  glow = true,
): Exposure {
  // For each pixel of the layout: a finer screen shows the same picture, finer.
  const density = Math.max(1e-7, satellites / (Math.PI * (globeRadius_px / pixelRatio) ** 2));
  return {
    pointSize: clamp(0.9 * density ** -0.16, 1, 3.2) * pixelRatio,
    strength: glow ? clamp(0.17 * density ** -0.45, 0.07, 0.95) : clamp(0.4 * density ** -0.4, 0.2, 0.95),
  };
}

/** Satellites along a ring, `satellites` being those of one shell. They cover each other, so that it keeps its colour. */
export function ringExposure(satellites: number, { globeRadius_px, pixelRatio }: Picture): Exposure {
  const pointSize = clamp(2.4 * (satellites / 2000) ** -0.08, 1.6, 3.2) * pixelRatio;
  const overlap = (satellites * pointSize) / (ringLength * globeRadius_px);
  return { pointSize, strength: clamp(4 / Math.max(1, overlap), 0.08, 0.95) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
