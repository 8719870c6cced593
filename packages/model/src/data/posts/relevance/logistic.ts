/**
 * Logistic regression that learns post by post: AdaGrad (Duchi, Hazan, Singer 2011) with a pull of each weight towards
 * nought. What it was shown last counts no more than what it was shown first.
 */
export class Logistic {
  #weights: Float64Array;
  #steps: Float64Array;
  readonly #rate: number;
  readonly #pull: number;
  bias = 0;
  #biasSteps = 0;

  /** `rate`: length of the first step; `pull`: share of a weight's size that each post weighs against it. */
  constructor(size: number, rate: number, pull: number) {
    this.#weights = new Float64Array(size);
    this.#steps = new Float64Array(size);
    this.#rate = rate;
    this.#pull = pull;
  }

  /** Makes room for features that come up later; they begin with no weight. */
  grow(size: number): void {
    if (size <= this.#weights.length) return;
    const room = Math.max(size, 2 * this.#weights.length);
    const [weights, steps] = [new Float64Array(room), new Float64Array(room)];
    weights.set(this.#weights);
    steps.set(this.#steps);
    [this.#weights, this.#steps] = [weights, steps];
  }

  /** Log-odds of a dense row of features. */
  dense(row: Float64Array): number {
    let sum = this.bias;
    for (let index = 0; index < row.length; index++) sum += this.#weights[index]! * row[index]!;
    return sum;
  }

  /** Log-odds of features that are there or not. */
  sparse(there: readonly number[]): number {
    let sum = this.bias;
    for (const index of there) sum += this.#weights[index]!;
    return sum;
  }

  learnDense(row: Float64Array, label: number): void {
    const error = chance(this.dense(row)) - label;
    for (let index = 0; index < row.length; index++) this.#step(index, error * row[index]!);
    this.#stepBias(error);
  }

  learnSparse(there: readonly number[], label: number): void {
    const error = chance(this.sparse(there)) - label;
    for (const index of there) this.#step(index, error);
    this.#stepBias(error);
  }

  #step(index: number, slope: number): void {
    const pulled = slope + this.#pull * this.#weights[index]!;
    this.#steps[index]! += pulled * pulled;
    this.#weights[index]! -= (this.#rate * pulled) / Math.sqrt(this.#steps[index]! + 1e-8);
  }

  #stepBias(error: number): void {
    this.#biasSteps += error * error;
    this.bias -= (this.#rate * error) / Math.sqrt(this.#biasSteps + 1e-8);
  }
}

/** The probability that log-odds mean. */
export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
