import { bracket } from '@kardashev/kernels/numeric/grid.ts';
import type { ResponseTable } from '../flows/table.ts';
import { beta_rad } from '../sky/beta.ts';
import { earthRadius_m, solarConstant_Wperm2 } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { type Sun, solarFlux_Wperm2 } from '../sky/sun.ts';
import { type Calendar, type Interval, secondsPerDay } from '../time/calendar.ts';
import { shadeOf } from './axes.ts';
import type { Planes } from './planes.ts';
import { sunOn } from './sun-on.ts';

/** Answers that add up over a shell's satellites: mean over planes and days of a month. */
export const means = [
  'chips_W',
  'array_W',
  'conversionLoss_W',
  'housekeeping_W',
  'environment_W',
  'heldByPower',
  'heldByHeat',
  'sunlitShare',
] as const;
/** Answers of which the worst counts: highest over planes and days of a month. */
export const worsts = ['junction_K', 'depth'] as const;

export type SeasonColumn = (typeof means)[number] | (typeof worsts)[number];
const columns: readonly SeasonColumn[] = [...means, ...worsts];
export const seasonWidth = columns.length;

/** Where an answer stands in a row of `Season.values`. */
export const seasonColumn = Object.fromEntries(columns.map((name, index) => [name, index])) as Readonly<
  Record<SeasonColumn, number>
>;

/** One shell over the months of a plan, per satellite at full load. */
export interface Season {
  /** Row-major over month and age of the table's axis, `seasonWidth` values a row. */
  readonly values: Float64Array;
  readonly ages: Float64Array;
  /** By month: what a sun-tracking panel yields over its rated power at 1361 W/m², full-load seconds. */
  readonly panelYield_s: Float64Array;
}

/** Days of a month at which the Sun is looked up. */
const looks = 4;
/** Months after which a shell that keeps its planes sees the same Sun again, to within 0.03 days. */
const leapCycle = 48;

export interface SunDay {
  readonly day_d: number;
  readonly sun: Sun;
}

/** The Sun on the days that stand for each month. */
export function sunDays(calendar: Calendar): readonly (readonly SunDay[])[] {
  return calendar.intervals.map((interval) =>
    Array.from({ length: looks }, (_, look) => {
      const day_d = interval.middle_d + ((look + 0.5) / looks - 0.5) * (interval.seconds / secondsPerDay);
      return { day_d, sun: sunOn(day_d) };
    }),
  );
}

/** Reads a shell's table along its planes' way through the months. */
export function seasonOf(
  shell: Shell,
  planes: Planes,
  table: ResponseTable,
  calendar: Calendar,
  days: readonly (readonly SunDay[])[],
): Season {
  const radius_m = earthRadius_m + shell.altitude_m;
  const reader = new TableReader(table);
  const values = new Float64Array(calendar.intervals.length * reader.ages.length * seasonWidth);
  const panelYield_s = new Float64Array(calendar.intervals.length);
  const width = reader.ages.length * seasonWidth;
  const cycle = planes.drift_radperS === 0 ? leapCycle : Infinity;
  calendar.intervals.forEach((interval: Interval, month) => {
    if (month >= cycle) {
      values.copyWithin(month * width, (month - cycle) * width, (month - cycle + 1) * width);
      panelYield_s[month] = panelYield_s[month - cycle]!;
      return;
    }
    reader.start();
    for (const { day_d, sun } of days[month] as readonly SunDay[]) {
      const flux_Wperm2 = solarFlux_Wperm2(sun.distance_au);
      for (let plane = 0; plane < planes.count; plane++) {
        const beta = beta_rad(sun, planes.node_rad(plane, day_d), shell.inclination_rad);
        reader.look(shadeOf(radius_m, Math.abs(beta)), flux_Wperm2);
      }
    }
    reader.finish(values, month * width);
    panelYield_s[month] = reader.fullSun * interval.seconds;
  });
  return { values, ages: reader.ages, panelYield_s };
}

/** Gathers weights of a table's points over many looks, so that the table is gone through once a month. */
class TableReader {
  readonly ages: Float64Array;
  /** Sunlit share times flux over the solar constant, mean over looks. */
  fullSun = 0;
  readonly #shades: Float64Array;
  readonly #fluxes: Float64Array;
  /** Answers of the season's columns, row-major over corner (shade and flux counted as one) and age. */
  readonly #answers: Float64Array;
  readonly #stride: number;
  readonly #weights: Float64Array;
  readonly #worst: Float64Array;
  #count = 0;
  #sum = 0;

  constructor({ request, values }: ResponseTable) {
    const [shades, ages, fluxes] = request.axes.map((axis) => axis.points) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.ages = ages;
    this.#shades = shades;
    this.#fluxes = fluxes;
    this.#stride = ages.length * seasonWidth;
    this.#weights = new Float64Array(shades.length * fluxes.length);
    this.#worst = new Float64Array(ages.length * worsts.length);
    this.#answers = new Float64Array(this.#weights.length * this.#stride);
    const outputs = columns.map((name) => request.outputs.indexOf(name));
    for (let row = 0, at = 0; row < this.#weights.length * ages.length; row++) {
      const corner = Math.floor(row / ages.length);
      const age = row % ages.length;
      const shade = Math.floor(corner / fluxes.length);
      const point = (shade * ages.length + age) * fluxes.length + (corner % fluxes.length);
      for (const output of outputs) this.#answers[at++] = values[point * request.outputs.length + output]!;
    }
  }

  start(): void {
    this.#weights.fill(0);
    this.#worst.fill(-Infinity);
    this.#count = 0;
    this.#sum = 0;
  }

  look(shade: number, flux_Wperm2: number): void {
    const s = bracket(this.#shades, shade);
    const f = bracket(this.#fluxes, flux_Wperm2);
    const corner = s.index * this.#fluxes.length + f.index;
    const below = corner + this.#fluxes.length;
    const w0 = (1 - s.share) * (1 - f.share);
    const w1 = (1 - s.share) * f.share;
    const w2 = s.share * (1 - f.share);
    const w3 = s.share * f.share;
    this.#weights[corner]! += w0;
    this.#weights[corner + 1]! += w1;
    this.#weights[below]! += w2;
    this.#weights[below + 1]! += w3;
    const answers = this.#answers;
    const here = corner * this.#stride;
    const next = here + this.#stride;
    const under = below * this.#stride;
    const last = under + this.#stride;
    const mixed = (k: number): number =>
      w0 * answers[here + k]! + w1 * answers[next + k]! + w2 * answers[under + k]! + w3 * answers[last + k]!;
    for (let age = 0; age < this.ages.length; age++) {
      for (let k = 0; k < worsts.length; k++) {
        const value = mixed(age * seasonWidth + means.length + k);
        const row = age * worsts.length + k;
        if (value > this.#worst[row]!) this.#worst[row] = value;
      }
    }
    this.#sum += (mixed(seasonColumn.sunlitShare) * flux_Wperm2) / solarConstant_Wperm2;
    this.#count++;
  }

  finish(values: Float64Array, offset: number): void {
    for (let corner = 0; corner < this.#weights.length; corner++) {
      const weight = this.#weights[corner]! / this.#count;
      if (weight === 0) continue;
      const from = corner * this.#stride;
      for (let k = 0; k < this.#stride; k++) values[offset + k]! += weight * this.#answers[from + k]!;
    }
    for (let age = 0; age < this.ages.length; age++) {
      for (let k = 0; k < worsts.length; k++) {
        values[offset + age * seasonWidth + means.length + k] = this.#worst[age * worsts.length + k]!;
      }
    }
    this.fullSun = this.#sum / this.#count;
  }
}
