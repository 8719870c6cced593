import { type Bracket, bracket } from './grid.ts';

/** From a coarse grid to a finer one that it spans, by linear interpolation, both row-major with the last axis fastest. */
export class Refinement {
  readonly #width: number;
  /** By point of the fine grid: `#corners` points of the coarse one, and their weights. */
  readonly #corners: number;
  readonly #points: Int32Array;
  readonly #weights: Float64Array;

  /** Both grids by their axes, ascending; `width` values at each point. */
  constructor(axes: readonly Float64Array[], fineAxes: readonly Float64Array[], width: number) {
    this.#width = width;
    this.#corners = 1 << axes.length;
    const rows = fineAxes.reduce((product, points) => product * points.length, 1);
    this.#points = new Int32Array(rows * this.#corners);
    this.#weights = new Float64Array(rows * this.#corners);
    for (let row = 0; row < rows; row++) {
      const brackets = placesOf(row, fineAxes).map((x, axis) => bracket(axes[axis] as Float64Array, x));
      for (let corner = 0; corner < this.#corners; corner++) this.#setCorner(row, corner, axes, brackets);
    }
  }

  /** Adds coarse values to fine ones. */
  addTo(fine: Float64Array, coarse: Float64Array): void {
    const width = this.#width;
    for (let row = 0, at = 0; row * width < fine.length; row++) {
      for (let corner = 0; corner < this.#corners; corner++, at++) {
        const weight = this.#weights[at] as number;
        if (weight === 0) continue;
        const from = (this.#points[at] as number) * width;
        for (let k = 0; k < width; k++) {
          fine[row * width + k] = (fine[row * width + k] as number) + weight * (coarse[from + k] as number);
        }
      }
    }
  }

  #setCorner(row: number, corner: number, axes: readonly Float64Array[], brackets: readonly Bracket[]): void {
    let weight = 1;
    let point = 0;
    for (const [axis, { index, share }] of brackets.entries()) {
      const size = (axes[axis] as Float64Array).length;
      const upper = (corner >> axis) & 1;
      weight *= upper ? share : 1 - share;
      point = point * size + Math.min(index + upper, size - 1);
    }
    this.#points[row * this.#corners + corner] = point;
    this.#weights[row * this.#corners + corner] = weight;
  }
}

/** Where a row of a grid lies on its axes, the last axis fastest. */
function placesOf(row: number, axes: readonly Float64Array[]): number[] {
  const places: number[] = [];
  let rest = row;
  for (const points of [...axes].reverse()) {
    places.unshift(points[rest % points.length] as number);
    rest = Math.floor(rest / points.length);
  }
  return places;
}
