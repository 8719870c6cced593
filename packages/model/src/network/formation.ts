/**
 * A formation around a circular orbit by Hill's equations: bounded relative motion in the orbital plane runs on
 * ellipses twice as long along the track as radially, so a square lattice that turns once an orbit, stretched by
 * two along the track, keeps its order. Neighbours a lattice step apart then swing between once and twice it.
 */
export interface Formation {
  readonly satellites: number;
  /** Farthest any satellite gets from the centre. */
  readonly radius_m: number;
  readonly neighbourLeast_m: number;
  readonly neighbourMost_m: number;
}

/** The formation of all lattice places whose farthest swing stays within `radius_m`. */
export function formation(radius_m: number, step_m: number): Formation {
  const reach = radius_m / 2 / step_m;
  let satellites = 0;
  let farthest = 0;
  for (let x = -Math.floor(reach); x <= reach; x++) {
    for (let y = -Math.floor(reach); y <= reach; y++) {
      const distance = Math.hypot(x, y);
      if (distance > reach + 1e-9) continue;
      satellites++;
      farthest = Math.max(farthest, distance);
    }
  }
  const [least, most] = swing(step_m);
  return { satellites, radius_m: 2 * farthest * step_m, neighbourLeast_m: least, neighbourMost_m: most };
}

/** Least and greatest distance of two lattice neighbours over an orbit, from their motion. */
function swing(step_m: number): readonly [number, number] {
  let least = Infinity;
  let most = 0;
  for (let degree = 0; degree < 360; degree++) {
    const phase = (degree * Math.PI) / 180;
    const distance = Math.hypot(step_m * Math.cos(phase), 2 * step_m * Math.sin(phase));
    least = Math.min(least, distance);
    most = Math.max(most, distance);
  }
  return [least, most];
}
