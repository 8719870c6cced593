import type { Setting } from '../../flows/subsystem.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import { month_s } from '../entries.ts';
import type { Params } from '../params.ts';
import type { Place } from '../place.ts';
import { type Mortality, meanLife_s } from '../survival.ts';
import { meanArea_m2 } from './encounter.ts';
import { type ShellSky, type SkyShell, skyState, stepSky } from './source-sink.ts';
import { tracked2022 } from './tracked.ts';

/** A shell at the end of a year. */
export interface SkyYear extends Readonly<ShellSky> {
  readonly year: number;
  readonly shell: string;
}

/** A shell's way through the run. */
export interface ShellVerdict {
  readonly shell: string;
  /** First year in which loss or manoeuvres are above what is usable; undefined where none is. */
  readonly unusableFrom: number | undefined;
  readonly because: 'loss' | 'manoeuvres' | undefined;
}

export interface SkyRun {
  readonly years: readonly SkyYear[];
  readonly verdicts: readonly ShellVerdict[];
  /** Collisions with tracked objects, expected, by year; and all tracked fragments at its end. */
  readonly sky: readonly { readonly year: number; readonly collisions: number; readonly fragments: number }[];
}

/** The plan's shells as the sky sees them. */
export function skyShells({ places, orbits, plan }: Params): SkyShell[] {
  return places.slice(0, orbits).map(({ host, design }: Place): SkyShell => {
    const shell = host.shell!;
    return {
      name: host.name,
      altitude_m: shell.altitude_m,
      inclination_rad: shell.inclination_rad,
      area_m2: meanArea_m2(design!),
      mass_kg: host.unitMass_kg,
      derelict_perS: derelictRate_perS({ ...design!, life_s: host.unitLife_s }, plan.section.disposalFailure),
    };
  });
}

/** Rate at which a satellite of a fleet in balance turns derelict: one in so many of those that leave service. */
export function derelictRate_perS(kind: Mortality, disposalFailure: number): number {
  return disposalFailure / meanLife_s(kind, month_s);
}

/**
 * The sky for decades: through the plan's campaign with the satellites it has in service (`inService`: host ·
 * months + month), and on with the last month's numbers kept up. A shell is no longer usable in the first year
 * whose end sees it lose more than `usableLoss` of its satellites a year to collisions, or dodge more often than
 * `usableManoeuvres`; from then on it gets no more satellites, and those it has are lost or retired. With `goesOn`
 * the campaign launches into it all the same.
 */
export function runSky(
  params: Params,
  setting: Setting,
  inService: Float64Array,
  until_yr: number,
  goesOn = false,
): SkyRun {
  const shells = skyShells(params);
  const { section } = params.plan;
  const state = skyState(shells.length, tracked2022.intact, tracked2022.fragments);
  const out = shells.map((): ShellSky => {
    return { active: 0, encounters_perS: 0, manoeuvres_perS: 0, loss_perS: 0, derelict: 0, fragments: 0 };
  });
  const first = setting.calendar.intervals[0]!;
  const first_yr = first.year;
  const kept = shells.map(() => 1);
  const years: SkyYear[] = [];
  const sky: { year: number; collisions: number; fragments: number }[] = [];
  for (let year = first_yr; year <= until_yr; year++) {
    let collisions = 0;
    for (let month = 0; month < 12; month++) {
      const at = Math.min(params.months - 1, (year - first_yr) * 12 + month - (first.month % 12));
      const active = shells.map((_, s) => (at < 0 ? 0 : inService[s * params.months + at]! * kept[s]!));
      collisions += stepSky(state, shells, active, section, year + month / 12, month_s, out);
    }
    sky.push({ year, collisions, fragments: state.fragments.reduce((a, b) => a + b, 0) });
    years.push(...out.map((of, s): SkyYear => ({ ...of, year, shell: shells[s]!.name })));
    for (const [s, { name }] of shells.entries()) {
      if (goesOn || verdictOf(name, years, section).unusableFrom === undefined) continue;
      const leaving_perS = out[s]!.loss_perS + 1 / params.places[s]!.host.unitLife_s;
      kept[s] = kept[s]! * Math.exp(-leaving_perS * secondsPerYear);
    }
  }
  return { years, sky, verdicts: shells.map(({ name }) => verdictOf(name, years, section)) };
}

function verdictOf(
  shell: string,
  years: readonly SkyYear[],
  limits: { readonly usableLoss_perS: number; readonly usableManoeuvres_perS: number },
): ShellVerdict {
  const bad = years.find(
    (of) =>
      of.shell === shell &&
      (of.loss_perS > limits.usableLoss_perS || of.manoeuvres_perS > limits.usableManoeuvres_perS),
  );
  if (bad === undefined) return { shell, unusableFrom: undefined, because: undefined };
  const because = bad.loss_perS > limits.usableLoss_perS ? 'loss' : 'manoeuvres';
  return { shell, unusableFrom: bad.year, because };
}

/** By satellite and year, for those who read it. */
export const perYear = (rate_perS: number): number => rate_perS * secondsPerYear;
