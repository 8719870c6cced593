import type { ResponseTable } from '../flows/table.ts';
import { solarConstant_Wperm2 } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import type { Calendar, Interval } from '../time/calendar.ts';
import { type Looks, looksOf } from './looks.ts';
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

/** Reads a shell's table along its planes' way through the months. */
export function seasonOf(shell: Shell, planes: Planes, table: ResponseTable, calendar: Calendar): Season {
  const looks = looksOf(shell, planes, calendar);
  const reader = new TableReader(table);
  const width = reader.ages.length * seasonWidth;
  const values = new Float64Array(calendar.intervals.length * width);
  const panelYield_s = new Float64Array(calendar.intervals.length);
  calendar.intervals.forEach((interval: Interval, month) => {
    const own = looks[month];
    if (own) {
      reader.read(own, values, month * width);
      panelYield_s[month] = reader.fullSun * interval.seconds;
      return;
    }
    const before = month - looks.length;
    values.copyWithin(month * width, before * width, (before + 1) * width);
    panelYield_s[month] = panelYield_s[before]!;
  });
  return { values, ages: reader.ages, panelYield_s };
}

/** Gathers weights of a table's points over many looks, so that the table is gone through once a month. */
class TableReader {
  readonly ages: Float64Array;
  /** Sunlit share times flux over the solar constant, mean over looks. */
  fullSun = 0;
  readonly #fluxes: number;
  /** Answers of the season's columns, row-major over corner (shade and flux counted as one) and age. */
  readonly #answers: Float64Array;
  readonly #stride: number;
  readonly #weights: Float64Array;
  readonly #worst: Float64Array;
  #sum = 0;

  constructor({ request, values }: ResponseTable) {
    const [shades, ages, fluxes] = request.axes.map((axis) => axis.points) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.ages = ages;
    this.#fluxes = fluxes.length;
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

  /** Answers of one month, into `values` from `offset`. */
  read(looks: Looks, values: Float64Array, offset: number): void {
    this.#weights.fill(0);
    this.#worst.fill(-Infinity);
    this.#sum = 0;
    for (let at = 0; at < looks.count; at++) this.#look(looks, at);
    this.#finish(looks.count, values, offset);
  }

  #look({ corner: corners, weights, flux_Wperm2 }: Looks, at: number): void {
    const corner = corners[at]!;
    const below = corner + this.#fluxes;
    const w0 = weights[4 * at]!;
    const w1 = weights[4 * at + 1]!;
    const w2 = weights[4 * at + 2]!;
    const w3 = weights[4 * at + 3]!;
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
    this.#sum += (mixed(seasonColumn.sunlitShare) * flux_Wperm2[at]!) / solarConstant_Wperm2;
  }

  #finish(count: number, values: Float64Array, offset: number): void {
    for (let corner = 0; corner < this.#weights.length; corner++) {
      const weight = this.#weights[corner]! / count;
      if (weight === 0) continue;
      const from = corner * this.#stride;
      for (let k = 0; k < this.#stride; k++) values[offset + k]! += weight * this.#answers[from + k]!;
    }
    for (let age = 0; age < this.ages.length; age++) {
      for (let k = 0; k < worsts.length; k++) {
        values[offset + age * seasonWidth + means.length + k] = this.#worst[age * worsts.length + k]!;
      }
    }
    this.fullSun = this.#sum / count;
  }
}
