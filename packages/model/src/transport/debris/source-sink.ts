import { density_kgperm3 } from '../../sky/atmosphere.ts';
import { earthMu_m3perS2, earthRadius_m } from '../../sky/constants.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import { brokenShare, fragments } from './breakup.ts';
import {
  jointSection_m2,
  layerVolume_m3,
  meetings_perS,
  meetingsOfOne_perS,
  mixedSpeed_mperS,
  shellSpeed_mperS,
} from './encounter.ts';
import { bin_m, binOf, bins, middleOf_m } from './tracked.ts';

/** What the run assumes of the sky: rows of the plan's transport section. */
export interface SkyRules {
  readonly shellThickness_m: number;
  readonly avoidanceRadius_m: number;
  readonly avoidanceFailure: number;
  readonly avoidanceFailureOwn: number;
  readonly lethalPerTracked: number;
  readonly vulnerableShare: number;
  readonly fragmentSize_m: number;
  readonly fragmentMass_kg: number;
  readonly fragmentAreaToMass_m2perkg: number;
  readonly derelictMass_kg: number;
  readonly derelictArea_m2: number;
  readonly dragCoefficient: number;
  readonly solarFluxLow: number;
  readonly solarFluxHigh: number;
  readonly solarCycle_s: number;
}

/** A shell of the plan's active satellites. */
export interface SkyShell {
  readonly name: string;
  readonly altitude_m: number;
  readonly inclination_rad: number;
  /** Mean over all directions. */
  readonly area_m2: number;
  readonly mass_kg: number;
  /** Rate at which an active satellite becomes a derelict: failures, and disposals that fail. */
  readonly derelict_perS: number;
}

/** A shell in a month of the run, by satellite and second unless said otherwise. */
export interface ShellSky {
  active: number;
  /** Meetings of its active satellites with each other within the avoidance radius if nobody dodged, all of them. */
  encounters_perS: number;
  /** Manoeuvres of one satellite for tracked objects that are not the plan's own active ones. */
  manoeuvres_perS: number;
  /** Collisions that cost one active satellite. */
  loss_perS: number;
  derelict: number;
  fragments: number;
}

/** The sky by bins of altitude. */
export interface SkyState {
  /** Derelicts of the plan's shells: shell · bins + bin. */
  readonly derelict: Float64Array;
  /** Intact objects of others, and tracked fragments. */
  readonly others: Float64Array;
  readonly fragments: Float64Array;
}

export function skyState(shells: number, others: readonly number[], pieces: readonly number[]): SkyState {
  return {
    derelict: new Float64Array(shells * bins),
    others: Float64Array.from(others),
    fragments: Float64Array.from(pieces),
  };
}

/** Solar minimum from which cycles are counted: December 2019, as a year. */
const minimum_yr = 2019.96;

/** Solar radio flux at a time: a cosine from minimum to minimum. */
export function solarFlux(year: number, rules: SkyRules): number {
  const cycle = ((year - minimum_yr) * secondsPerYear) / rules.solarCycle_s;
  const rise = (1 - Math.cos(2 * Math.PI * cycle)) / 2;
  return rules.solarFluxLow + (rules.solarFluxHigh - rules.solarFluxLow) * rise;
}

/**
 * One step of a source–sink model after MOCAT-3 (active, derelict, debris), with two kinds of derelicts. Changes
 * `state`, writes `out` for each shell, and returns collisions with tracked objects in the step.
 *
 * Active satellites are given, as the campaign and its replacements keep them. They dodge tracked objects but for a
 * share; what is too small to track they cannot see, and it kills without breaking up. Derelicts, others and
 * fragments collide as a gas, and fall through the bins by drag.
 */
export function stepSky(
  state: SkyState,
  shells: readonly SkyShell[],
  active: readonly number[],
  rules: SkyRules,
  year: number,
  step_s: number,
  out: readonly ShellSky[],
): number {
  const gained = new Float64Array(bins);
  const collisions = new Tally(state, rules, gained);
  for (const [s, shell] of shells.entries()) {
    collisions.ofActive(s, shell, active[s]!, step_s, out[s]!);
  }
  collisions.ofDerelicts(shells, step_s);
  for (let bin = 0; bin < bins; bin++) state.fragments[bin] = state.fragments[bin]! + gained[bin]!;
  fall(state, shells, rules, year, step_s);
  return collisions.count;
}

/** Collisions of a step, and the fragments they make. */
class Tally {
  count = 0;
  readonly #state: SkyState;
  readonly #rules: SkyRules;
  readonly #gained: Float64Array;
  readonly #fragmentArea_m2: number;

  constructor(state: SkyState, rules: SkyRules, gained: Float64Array) {
    this.#state = state;
    this.#rules = rules;
    this.#gained = gained;
    this.#fragmentArea_m2 = rules.fragmentAreaToMass_m2perkg * rules.fragmentMass_kg;
  }

  ofActive(s: number, shell: SkyShell, active: number, step_s: number, out: ShellSky): void {
    const { altitude_m, inclination_rad, area_m2, mass_kg } = shell;
    const rules = this.#rules;
    const { derelict, others, fragments: pieces } = this.#state;
    const bin = binOf(altitude_m);
    const volume_m3 = layerVolume_m3({ altitude_m: middleOf_m(bin), thickness_m: bin_m });
    const speed = mixedSpeed_mperS(altitude_m);
    const one = (count: number, other_m2: number): number =>
      meetingsOfOne_perS(count, volume_m3, jointSection_m2(area_m2, other_m2), speed);
    let dead = 0;
    for (let d = 0; d < derelict.length; d += bins) dead += derelict[d + bin]!;
    const own = one(dead, area_m2);
    const foreign = one(others[bin]!, rules.derelictArea_m2);
    const debris = this.#piecesOn(shell.area_m2, pieces[bin]!, volume_m3, speed);
    // Passing close is counted about the middle of the satellite, whatever its size.
    const passing_m2 = Math.PI * rules.avoidanceRadius_m ** 2;
    const shellVolume_m3 = layerVolume_m3({ altitude_m, thickness_m: rules.shellThickness_m });
    const among = shellSpeed_mperS(altitude_m, inclination_rad);
    const touching_m2 = jointSection_m2(area_m2, area_m2);
    const mutual = meetings_perS(active, shellVolume_m3, touching_m2, among) * rules.avoidanceFailureOwn;
    const blind = debris * rules.lethalPerTracked;
    const seen = rules.avoidanceFailure * (own + foreign + debris);
    out.active = active;
    out.encounters_perS = meetings_perS(active, shellVolume_m3, passing_m2, among);
    out.manoeuvres_perS = meetingsOfOne_perS(
      dead + others[bin]! + pieces[bin]!,
      volume_m3,
      passing_m2,
      speed,
    );
    out.loss_perS = seen + blind + (active > 0 ? (2 * mutual) / active : 0);
    // Of many causes at once each gets its part, and together they take no more than there are.
    const part = (rate_perS: number): number =>
      out.loss_perS > 0 ? (rate_perS / out.loss_perS) * -Math.expm1(-out.loss_perS * step_s) * active : 0;
    const missed = rules.avoidanceFailure;
    this.#breakUp(bin, part(missed * own), mass_kg, mass_kg, speed);
    this.#breakUp(bin, part(missed * foreign), mass_kg, rules.derelictMass_kg, speed);
    this.#breakUp(bin, part(missed * debris), mass_kg, rules.fragmentMass_kg, speed);
    this.#breakUp(bin, active > 0 ? part(mutual / active) : 0, mass_kg, mass_kg, among);
    const at = s * bins + bin;
    derelict[at] = derelict[at]! + active * shell.derelict_perS * step_s + part(blind);
    out.derelict = dead;
    out.fragments = pieces[bin]!;
  }

  /** Derelicts among themselves, with others and with fragments, bin by bin. */
  ofDerelicts(shells: readonly SkyShell[], step_s: number): void {
    const rules = this.#rules;
    const { derelict, others, fragments: pieces } = this.#state;
    const alien = { area_m2: rules.derelictArea_m2, mass_kg: rules.derelictMass_kg };
    const stocks = [
      ...shells.map((shell, s) => ({ ...shell, stock: derelict.subarray(s * bins, (s + 1) * bins) })),
      { ...alien, stock: others },
    ];
    for (let bin = 0; bin < bins; bin++) {
      const altitude_m = middleOf_m(bin);
      const volume_m3 = layerVolume_m3({ altitude_m, thickness_m: bin_m });
      const speed = mixedSpeed_mperS(altitude_m);
      for (const [i, one] of stocks.entries()) {
        if (one.stock[bin] === 0) continue;
        for (const [j, other] of stocks.slice(0, i + 1).entries()) {
          const section_m2 = jointSection_m2(one.area_m2, other.area_m2);
          const pairs = (i === j ? 0.5 : 1) * one.stock[bin]! * other.stock[bin]!;
          const hits = Math.min(
            0.5 * Math.min(one.stock[bin]!, other.stock[bin]!),
            (pairs * section_m2 * speed * step_s) / volume_m3,
          );
          this.#breakUp(
            bin,
            hits,
            Math.max(one.mass_kg, other.mass_kg),
            Math.min(one.mass_kg, other.mass_kg),
            speed,
          );
          one.stock[bin] = one.stock[bin]! - hits;
          other.stock[bin] = other.stock[bin]! - hits;
        }
        const compact = i === stocks.length - 1;
        const each = compact
          ? meetingsOfOne_perS(
              pieces[bin]!,
              volume_m3,
              jointSection_m2(one.area_m2, this.#fragmentArea_m2),
              speed,
            )
          : this.#piecesOn(one.area_m2, pieces[bin]!, volume_m3, speed);
        const hits = Math.min(pieces[bin]!, one.stock[bin]! * -Math.expm1(-each * step_s));
        this.#breakUp(bin, hits, one.mass_kg, rules.fragmentMass_kg, speed);
        // What is thrown out is no longer there to be hit again, and neither is what hit it.
        one.stock[bin] = one.stock[bin]! - hits * brokenShare(one.mass_kg, rules.fragmentMass_kg, speed);
        pieces[bin] = pieces[bin]! - hits;
      }
    }
  }

  /** Tracked fragments that hit a satellite of the plan where it matters. */
  #piecesOn(area_m2: number, pieces: number, volume_m3: number, speed: number): number {
    const section_m2 = jointSection_m2(area_m2 * this.#rules.vulnerableShare, this.#fragmentArea_m2);
    return meetingsOfOne_perS(pieces, volume_m3, section_m2, speed);
  }

  #breakUp(bin: number, collisions: number, larger_kg: number, smaller_kg: number, speed: number): void {
    this.count += collisions;
    const made = fragments(larger_kg, smaller_kg, speed, this.#rules.fragmentSize_m);
    this.#gained[bin] = this.#gained[bin]! + collisions * made;
  }
}

/** Lets everything without propulsion sink: what leaves a bin comes into the one below, the lowest burns up. */
function fall(
  state: SkyState,
  shells: readonly SkyShell[],
  rules: SkyRules,
  year: number,
  step_s: number,
): void {
  const f107 = solarFlux(year, rules);
  const alien = rules.derelictArea_m2 / rules.derelictMass_kg;
  for (let bin = 0; bin < bins; bin++) {
    const radius_m = earthRadius_m + middleOf_m(bin);
    const density = density_kgperm3(middleOf_m(bin), { f107 });
    // Sinking of a circular orbit: C_D A/m ρ √(μ r).
    const sinking = rules.dragCoefficient * density * Math.sqrt(earthMu_m3perS2 * radius_m);
    const share = (areaToMass: number): number => -Math.expm1((-sinking * areaToMass * step_s) / bin_m);
    for (const [s, { area_m2, mass_kg }] of shells.entries()) {
      sink(state.derelict.subarray(s * bins, (s + 1) * bins), bin, share(area_m2 / mass_kg));
    }
    sink(state.others, bin, share(alien));
    sink(state.fragments, bin, share(rules.fragmentAreaToMass_m2perkg));
  }
}

function sink(stock: Float64Array, bin: number, share: number): void {
  const leaving = stock[bin]! * share;
  stock[bin] = stock[bin]! - leaving;
  if (bin > 0) stock[bin - 1] = stock[bin - 1]! + leaving;
}
