/**
 * A linear program, some of whose variables are whole: minimise cost · x with rows and variables within bounds.
 * The matrix is by rows: row r has the entries `starts[r]` to `starts[r + 1]` of `indices` and `values`.
 */
export interface Program {
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** 1 for variables that must be whole. Lower bounds are 0. */
  readonly whole: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

export interface Answer {
  /** Undefined where none was found within the limits. */
  readonly values?: Float64Array;
  /** No solution costs less: proven. */
  readonly bound: number;
}

export interface Limits {
  /** Stop when the best solution is proven to be within this share of the bound. */
  readonly relativeGap: number;
  /** Nodes of the search: a limit that is the same on every machine, as seconds would not be. */
  readonly nodes: number;
  /** A solution to begin with. */
  readonly first?: Float64Array;
}

/** A solver of mixed-integer programs, as models need it; HiGHS is handed in from outside. */
export interface Solver {
  solve(program: Program, limits: Limits): Answer;
}

/** Collects variables and rows of a program. */
export class ProgramBuilder {
  readonly #cost: number[] = [];
  readonly #upper: number[] = [];
  readonly #whole: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];

  /** Adds a variable of 0 to `upper`; returns its index. */
  variable(cost: number, upper: number, whole: boolean): number {
    this.#upper.push(upper);
    this.#whole.push(whole ? 1 : 0);
    return this.#cost.push(cost) - 1;
  }

  row(lower: number, upper: number, entries: readonly (readonly [variable: number, value: number])[]): void {
    for (const [variable, value] of entries) {
      this.#indices.push(variable);
      this.#values.push(value);
    }
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
  }

  build(): Program {
    return {
      cost: Float64Array.from(this.#cost),
      upper: Float64Array.from(this.#upper),
      whole: Uint8Array.from(this.#whole),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
    };
  }
}
