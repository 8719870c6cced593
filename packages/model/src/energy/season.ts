import { bracket } from '@kardashev/kernels/numeric/grid.ts';
import type { ResponseTable } from '../flows/table.ts';
import { beta_rad } from '../sky/beta.ts';
import { earthRadius_m, solarConstant_Wperm2 } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { type Sun, solarFlux_Wperm2, sunAt } from '../sky/sun.ts';
import { type Calendar, type Interval, secondsPerDay } from '../time/calendar.ts';
import { shadeOf } from './axes.ts';
import type { Planes } from './planes.ts';

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
      return { day_d, sun: sunAt(day_d) };
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
  readonly #table: ResponseTable;
  readonly #shades: Float64Array;
  readonly #fluxes: Float64Array;
  readonly #weights: Float64Array;
  readonly #worst: Float64Array;
  readonly #offsets: Int32Array;
  readonly #sunlit: number;
  #count = 0;
  #sum = 0;

  constructor(table: ResponseTable) {
    const [shades, ages, fluxes] = table.request.axes.map((axis) => axis.points) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.#table = table;
    this.#shades = shades;
    this.ages = ages;
    this.#fluxes = fluxes;
    this.#weights = new Float64Array(shades.length * fluxes.length);
    this.#worst = new Float64Array(ages.length * worsts.length);
    this.#offsets = Int32Array.from(columns, (name) => table.request.outputs.indexOf(name));
    this.#sunlit = table.request.outputs.indexOf('sunlitShare');
  }

  start(): void {
    this.#weights.fill(0);
    this.#worst.fill(-Infinity);
    this.#count = 0;
    this.#sum = 0;
  }

  look(shade: number, flux_Wperm2: number): void {
    const b = bracket(this.#shades, shade);
    const f = bracket(this.#fluxes, flux_Wperm2);
    const at = b.index * this.#fluxes.length + f.index;
    const below = at + this.#fluxes.length;
    const corners = [at, at + 1, below, below + 1] as const;
    const weights = [
      (1 - b.share) * (1 - f.share),
      (1 - b.share) * f.share,
      b.share * (1 - f.share),
      b.share * f.share,
    ] as const;
    let sunlit = 0;
    corners.forEach((corner, index) => {
      this.#weights[corner]! += weights[index]!;
      sunlit += weights[index]! * this.#value(corner, 0, this.#sunlit);
    });
    for (let age = 0; age < this.ages.length; age++) {
      for (let k = 0; k < worsts.length; k++) {
        const output = this.#offsets[means.length + k]!;
        let value = 0;
        for (let c = 0; c < 4; c++) value += weights[c]! * this.#value(corners[c]!, age, output);
        const row = age * worsts.length + k;
        if (value > this.#worst[row]!) this.#worst[row] = value;
      }
    }
    this.#sum += (sunlit * flux_Wperm2) / solarConstant_Wperm2;
    this.#count++;
  }

  finish(values: Float64Array, offset: number): void {
    const { length } = this.ages;
    for (let age = 0; age < length; age++) {
      const row = offset + age * seasonWidth;
      for (let corner = 0; corner < this.#weights.length; corner++) {
        const weight = this.#weights[corner]! / this.#count;
        if (weight === 0) continue;
        for (let k = 0; k < means.length; k++) {
          values[row + k]! += weight * this.#value(corner, age, this.#offsets[k]!);
        }
      }
      for (let k = 0; k < worsts.length; k++) {
        values[row + means.length + k] = this.#worst[age * worsts.length + k]!;
      }
    }
    this.fullSun = this.#sum / this.#count;
  }

  /** `corner` counts shade and flux as one; the age axis lies between them. */
  #value(corner: number, age: number, output: number): number {
    const fluxes = this.#fluxes.length;
    const shade = Math.floor(corner / fluxes);
    const point = (shade * this.ages.length + age) * fluxes + (corner - shade * fluxes);
    return this.#table.values[point * this.#table.request.outputs.length + output]!;
  }
}
