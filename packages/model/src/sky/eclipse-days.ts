import { degrees } from './angle.ts';
import { beta_rad } from './beta.ts';
import { stays } from './eclipse-events.ts';
import { type MeanOrbit, meanOrbitTrajectory } from './mean-orbit.ts';
import { drift } from './orbit.ts';
import { solarFlux_Wperm2, sunAt } from './sun.ts';

/** One calendar day of an orbit's sunlight. */
export interface EclipseDay {
  /** 1-based day of the year. */
  readonly day: number;
  /** Angle between Sun and plane at noon UTC. */
  readonly beta_deg: number;
  /** Time in the cylinder's shadow on this day. */
  readonly shadow_s: number;
  /** Longest single stay in shadow that begins on this day; 0 without. */
  readonly longest_s: number;
  /** Sunlight square to the rays at noon UTC. */
  readonly flux_Wperm2: number;
}

/** A calendar year of eclipses, every one of them located. */
export interface EclipseCalendar {
  readonly days: readonly EclipseDay[];
  readonly sunlitShare: number;
  /** Days on which the satellite is in shadow at some time. */
  readonly daysWithEclipse: number;
  /** Counts from 1; undefined when there is none. */
  readonly firstDay?: number;
  readonly longest_s: number;
}

const day_s = 86_400;

/**
 * Eclipses (cylinder) of a year, from 1 January 00:00 to the next, of an orbit whose elements hold at `epoch_d`
 * and drift by J2. All days are in UTC; UTC is taken for TT, which moves an eclipse by the minute that the Sun
 * takes for 0.0008°.
 */
export function eclipseCalendar(orbit: MeanOrbit, epoch_d: number, year: number): EclipseCalendar {
  const start_d = newYear_d(year);
  const count = newYear_d(year + 1) - start_d;
  const offset_s = (start_d - epoch_d) * day_s;
  const trajectory = meanOrbitTrajectory(orbit, epoch_d);
  const shadow_s = new Float64Array(count);
  const longest_s = new Float64Array(count);
  let total_s = 0;
  // A stay over midnight belongs to both days, and is as long as it is.
  for (const { from_s, to_s } of stays(trajectory, 'cylinder', offset_s, offset_s + count * day_s)) {
    const [from, to] = [from_s - offset_s, to_s - offset_s];
    total_s += to - from;
    const first = Math.min(count - 1, Math.floor(from / day_s));
    longest_s[first] = Math.max(longest_s[first]!, to - from);
    for (let day = first; day < count && day * day_s < to; day++) {
      shadow_s[day]! += Math.min(to, (day + 1) * day_s) - Math.max(from, day * day_s);
    }
  }
  const firstIndex = shadow_s.findIndex((time_s) => time_s > 0);
  return {
    days: Array.from(shadow_s, (inShadow_s, index) => ({
      day: index + 1,
      ...noon(orbit, epoch_d, start_d + index + 0.5),
      shadow_s: inShadow_s,
      longest_s: longest_s[index]!,
    })),
    sunlitShare: 1 - total_s / (count * day_s),
    daysWithEclipse: shadow_s.filter((time_s) => time_s > 0).length,
    ...(firstIndex < 0 ? {} : { firstDay: firstIndex + 1 }),
    longest_s: longest_s.reduce((most, time_s) => Math.max(most, time_s), 0),
  };
}

/** Days since J2000 at which a year begins, UTC. */
export function newYear_d(year: number): number {
  return (Date.UTC(year, 0, 1) - Date.UTC(2000, 0, 1, 12)) / 86_400_000;
}

function noon(orbit: MeanOrbit, epoch_d: number, day_d: number) {
  const sun = sunAt(day_d);
  const node_rad = orbit.node_rad + drift(orbit).node_radperS * (day_d - epoch_d) * day_s;
  return {
    beta_deg: degrees(beta_rad(sun, node_rad, orbit.inclination_rad)),
    flux_Wperm2: solarFlux_Wperm2(sun.distance_au),
  };
}
