import { interpolateGrid } from '@kardashev/kernels/numeric/grid.ts';
import type { ResponseTable } from '../../flows/table.ts';
import { crowdingOutputs } from './crowding-model.ts';

/** What the table of a shell answers for one month. */
export class Crowding {
  readonly #axes: readonly Float64Array[];
  readonly #values: Float64Array;
  readonly #at = new Float64Array(4);
  readonly #out = new Float64Array(crowdingOutputs.length);

  constructor({ request, values }: ResponseTable) {
    this.#axes = request.axes.map(({ points }) => points);
    this.#values = values;
  }

  /** Reads the table; beyond its ends the end holds. `quarter` counts from 0. */
  read(aspect: number, load: number, gateways: number, quarter: number): void {
    this.#at[0] = Math.log(aspect);
    this.#at[1] = Math.log(load);
    this.#at[2] = gateways;
    this.#at[3] = quarter;
    interpolateGrid(this.#axes, this.#values, crowdingOutputs.length, this.#at, this.#out);
  }

  /** Share of bits for the ground that links leave, as far as crowding near stations goes. */
  get share(): number {
    return 1 - this.#out[0]!;
  }

  /** Way of a bit to the ground across planes, over the way round them; and along the orbit, over a revolution. */
  get across(): number {
    return this.#out[1]!;
  }

  get along(): number {
    return this.#out[2]!;
  }

  get viaGateways(): number {
    return this.#out[3]!;
  }
}
