import { shadeOf } from '@kardashev/model/energy/axes.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import type { Sun } from '@kardashev/model/sky/sun.ts';
import type { ShellMonth } from '../fleet/fleet-month.ts';
import { planeBeta_rad } from '../fleet/sky.ts';
import { shadeRows } from './messages.ts';

/** Planes that stand for a shell with nodes all around. */
const looks = 24;

/** Mean over a shell's planes of what is known by shade, as `Response.meanShare` is. */
export function meanOverPlanes({ row, sky }: ShellMonth, sun: Sun, byShade: Float32Array): number {
  const count = Math.min(row.planes, row.nodes === 'dawn-dusk' ? 2 : looks);
  let sum = 0;
  for (let look = 0; look < count; look++) {
    const plane = row.nodes === 'dawn-dusk' ? look : Math.floor((look * row.planes) / count);
    sum += at(byShade, shadeOf(sky.radius * earthRadius_m, Math.abs(planeBeta_rad(sky, plane, 0, sun))));
  }
  return sum / count;
}

function at(byShade: Float32Array, shade: number): number {
  const place = Math.min(1, Math.max(0, (shade + 1) / 2)) * (shadeRows - 1);
  const below = Math.min(shadeRows - 2, Math.floor(place));
  return byShade[below]! + (byShade[below + 1]! - byShade[below]!) * (place - below);
}
