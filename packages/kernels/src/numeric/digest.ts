/**
 * Quantiles of a stream in little memory: Dunning's merging t-digest. Bounded by `size` centroids, finest at both ends.
 * The same values in the same order give the same digest.
 */
export class Digest {
  readonly #size: number;
  #means: number[] = [];
  #weights: number[] = [];
  #buffer: number[] = [];
  #count = 0;
  #low = Infinity;
  #high = -Infinity;

  constructor(size = 200) {
    this.#size = size;
  }

  get count(): number {
    return this.#count;
  }

  /** Takes a value; NaN is passed over. */
  add(value: number): void {
    if (Number.isNaN(value)) return;
    this.#buffer.push(value);
    this.#count++;
    if (value < this.#low) this.#low = value;
    if (value > this.#high) this.#high = value;
    if (this.#buffer.length >= 8 * this.#size) this.#settle();
  }

  /** Value below which a share of the stream lies; exact at both ends, NaN of nothing. */
  quantile(share: number): number {
    this.#settle();
    if (this.#count === 0) return Number.NaN;
    const wanted = share * this.#count;
    let before = 0;
    let left = this.#low;
    let leftAt = 0;
    for (const [index, mean] of this.#means.entries()) {
      const weight = this.#weights[index] as number;
      const at = before + weight / 2;
      if (wanted < at) return left + ((wanted - leftAt) / (at - leftAt)) * (mean - left);
      left = mean;
      leftAt = at;
      before += weight;
    }
    const rest = this.#count - leftAt;
    return rest > 0 ? left + ((wanted - leftAt) / rest) * (this.#high - left) : this.#high;
  }

  #settle(): void {
    if (this.#buffer.length === 0) return;
    const all = [
      ...this.#means.map((mean, index) => [mean, this.#weights[index] as number] as const),
      ...this.#buffer.map((value) => [value, 1] as const),
    ].sort(([a], [b]) => a - b);
    this.#buffer = [];
    this.#means = [];
    this.#weights = [];
    let before = 0;
    let [mean, weight] = all[0] as readonly [number, number];
    for (const [value, more] of all.slice(1)) {
      if (this.#scale((before + weight + more) / this.#count) - this.#scale(before / this.#count) <= 1) {
        weight += more;
        mean += ((value - mean) * more) / weight;
      } else {
        this.#keep(mean, weight);
        before += weight;
        mean = value;
        weight = more;
      }
    }
    this.#keep(mean, weight);
  }

  #keep(mean: number, weight: number): void {
    this.#means.push(mean);
    this.#weights.push(weight);
  }

  /** Grows by one from centroid to centroid; steep at the ends, so that centroids there are small. */
  #scale(share: number): number {
    return (this.#size / (2 * Math.PI)) * Math.asin(2 * Math.min(1, share) - 1);
  }
}
