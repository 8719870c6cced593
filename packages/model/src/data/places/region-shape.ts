import { distance_km } from './place.ts';

interface Point {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
}

export interface Middle extends Point {
  readonly radius_km: number;
}

/** Half a degree: about as far apart as towns are where people are few. */
const cell_deg = 0.5;

/**
 * Where a region is, from its places: each cell of half a degree with a place in it counts once, so that the middle is
 * that of the land and not of its capital. The radius is the root mean square distance from it.
 */
export function middleOf(points: readonly Point[]): Middle | undefined {
  const cells = new Map<string, Point>();
  for (const point of points) {
    const key = `${Math.floor(point.latitude_deg / cell_deg)},${Math.floor(point.longitude_deg / cell_deg)}`;
    if (!cells.has(key)) cells.set(key, point);
  }
  return meanOf([...cells.values()]);
}

/** Mean of points on the sphere; undefined where there is none. */
export function meanOf(points: readonly Point[]): Middle | undefined {
  if (points.length === 0) return undefined;
  const sum = [0, 0, 0];
  for (const { latitude_deg, longitude_deg } of points) {
    const [latitude, longitude] = [(latitude_deg * Math.PI) / 180, (longitude_deg * Math.PI) / 180];
    sum[0]! += Math.cos(latitude) * Math.cos(longitude);
    sum[1]! += Math.cos(latitude) * Math.sin(longitude);
    sum[2]! += Math.sin(latitude);
  }
  const [x = 0, y = 0, z = 0] = sum;
  const middle = {
    latitude_deg: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI,
    longitude_deg: (Math.atan2(y, x) * 180) / Math.PI,
  };
  const squares = points.reduce((total, point) => total + distance_km(middle, point) ** 2, 0);
  return { ...middle, radius_km: Math.max(5, Math.sqrt(squares / points.length)) };
}
