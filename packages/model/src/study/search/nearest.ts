/** How far points are from where something holds: 0 or less where it does. Points are in spreads from the middle. */
export type Shortfalls = (points: readonly Float64Array[]) => Promise<readonly number[]>;

export interface Nearest {
  /** Where it holds, as near to the middle as was found; undefined where it holds nowhere that was looked at. */
  readonly point?: Float64Array;
  /** The point that comes closest to holding, and what it lacks, where none holds. */
  readonly closest: Float64Array;
  readonly lacks: number;
}

/** Farthest that any assumption is moved, in its own spreads: beyond, a distribution says nothing. */
export const farthest = 3;
const rounds = 8;
const halvings = 10;

/**
 * The point nearest to the middle at which a shortfall vanishes, by the method of Hasofer, Lind, Rackwitz and Fiessler
 * (1978): go to where the tangent says, look again. Where slopes lead nowhere, the corner to which all of them point is
 * tried. The way from the middle to what was found is then halved down, and what does not help is put back.
 */
export async function nearest(
  dimensions: number,
  shortfalls: Shortfalls,
  starts: readonly Float64Array[],
): Promise<Nearest> {
  const search = new Search(dimensions, shortfalls);
  await search.look([new Float64Array(dimensions), ...starts]);
  if (search.holdsInTheMiddle) return search.found;
  await search.followSlopes(new Float64Array(dimensions));
  if (search.best === undefined) await search.tryCorner();
  if (search.best !== undefined) {
    await search.shorten();
    await search.followSlopes(search.best, 3);
    await search.putBack();
    await search.shorten();
  }
  return search.found;
}

class Search {
  readonly #dimensions: number;
  readonly #shortfalls: Shortfalls;
  #closest: Float64Array;
  #lacks = Infinity;
  #slopes: Float64Array;
  best: Float64Array | undefined;

  constructor(dimensions: number, shortfalls: Shortfalls) {
    this.#dimensions = dimensions;
    this.#shortfalls = shortfalls;
    this.#closest = new Float64Array(dimensions);
    this.#slopes = new Float64Array(dimensions);
  }

  get holdsInTheMiddle(): boolean {
    return this.best !== undefined && length(this.best) === 0;
  }

  get found(): Nearest {
    return { ...(this.best ? { point: this.best } : {}), closest: this.#closest, lacks: this.#lacks };
  }

  /** Shortfalls of points; remembers the nearest that holds, and the one that lacks least. */
  async look(points: readonly Float64Array[]): Promise<readonly number[]> {
    const found = await this.#shortfalls(points);
    for (const [index, point] of points.entries()) {
      const lacks = found[index] as number;
      if (lacks <= 0 && (this.best === undefined || length(point) < length(this.best))) this.best = point;
      if (lacks < this.#lacks) {
        this.#lacks = lacks;
        this.#closest = point;
      }
    }
    return found;
  }

  async followSlopes(from: Float64Array, most = rounds): Promise<void> {
    let point = from;
    for (let round = 0; round < most; round++) {
      const width = round === 0 ? 1 : 0.25;
      const [lacks = Number.NaN, ...moved] = await this.look([point, ...this.#sides(point, width)]);
      if (!Number.isFinite(lacks)) return;
      const gradient = this.#gradient(lacks, moved, width);
      if (round === 0) this.#slopes = gradient;
      const square = gradient.reduce((sum, slope) => sum + slope * slope, 0);
      if (square === 0) return;
      const along = gradient.reduce((sum, slope, index) => sum + slope * (point[index] as number), 0);
      // A little beyond the tangent, so that the last step ends where it holds.
      const scale = (along - lacks - 1e-3 * Math.abs(lacks)) / square;
      const next = gradient.map((slope) => clamp(scale * slope));
      const step = length(next.map((value, index) => value - (point[index] as number)));
      if (step < 1e-3) return;
      const [reached] = await this.look([next]);
      point = next;
      if (reached !== undefined && Math.abs(reached) < 1e-4) return;
    }
  }

  /** Points one width up and one down along every direction. */
  #sides(point: Float64Array, width: number): Float64Array[] {
    return Array.from({ length: this.#dimensions }, (_, index) =>
      [1, -1].map((side) => point.with(index, clamp((point[index] as number) + side * width))),
    ).flat();
  }

  /** Slopes between both sides; from the middle to the better side where they do not agree: there the shortfall bends. */
  #gradient(lacks: number, moved: readonly number[], width: number): Float64Array {
    return Float64Array.from({ length: this.#dimensions }, (_, index) => {
      const up = ((moved[2 * index] as number) - lacks) / width;
      const down = (lacks - (moved[2 * index + 1] as number)) / width;
      if (!Number.isFinite(up) || !Number.isFinite(down)) return 0;
      if (up < 0 && down > 0) return -up > down ? up : down;
      return (up + down) / 2;
    });
  }

  async tryCorner(): Promise<void> {
    const corner = this.#slopes.map((slope) => -Math.sign(slope) * farthest);
    await this.look([corner, corner.map((value) => value / 2)]);
  }

  /** Halves the way between the middle and the best point. */
  async shorten(): Promise<void> {
    const end = this.best as Float64Array;
    let holds = 1;
    let fails = 0;
    for (let round = 0; round < halvings; round++) {
      const middle = (holds + fails) / 2;
      const [lacks] = await this.look([end.map((value) => value * middle)]);
      if ((lacks as number) <= 0) holds = middle;
      else fails = middle;
    }
  }

  /** Puts directions back to the middle, the least moved first, where it holds without them. */
  async putBack(): Promise<void> {
    const point = (this.best as Float64Array).slice();
    const order = [...point.keys()].sort(
      (a, b) => Math.abs(point[a] as number) - Math.abs(point[b] as number),
    );
    for (const index of order) {
      if (point[index] === 0) continue;
      const without = point.with(index, 0);
      const [lacks] = await this.look([without]);
      if ((lacks as number) <= 0) point[index] = 0;
    }
  }
}

export const length = (point: ArrayLike<number>): number => Math.hypot(...Array.from(point));

const clamp = (value: number): number => Math.min(farthest, Math.max(-farthest, value));
