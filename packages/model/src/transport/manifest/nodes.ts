import type { Shell } from '../../sky/shell.ts';
import { meanSunRightAscension_rad } from '../../sky/sun.ts';

const hour_rad = (2 * Math.PI) / 24;

/**
 * Ascending nodes of a shell's planes at a time: spread over the circle from the equinox on, or by turns where the
 * local time is 06:00 and 18:00. From then on all of them drift alike.
 */
export function nodesAt_rad({ planes, nodes }: Shell, day_d: number): number[] {
  const sun_rad = meanSunRightAscension_rad(day_d);
  return Array.from({ length: planes }, (_, plane) =>
    nodes === 'spread' ? (2 * Math.PI * plane) / planes : sun_rad + (plane % 2 === 0 ? -6 : 6) * hour_rad,
  );
}
