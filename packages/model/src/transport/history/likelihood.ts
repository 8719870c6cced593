import { must } from '../../outcome/invariant.ts';

/** Where a log-likelihood is greatest, and the covariance that its curvature there gives. */
export interface Peak {
  readonly at: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly value: number;
}

const step = 1e-4;
const rounds = 200;

/**
 * The maximum of a smooth log-likelihood or log-posterior of a few parameters of order one, by Newton's method with
 * Levenberg's damping, derivatives by central differences. The covariance is the inverse of the negative Hessian.
 */
export function peakOf(f: (at: readonly number[]) => number, start: readonly number[]): Peak {
  let at = [...start];
  let value = f(at);
  let damping = 1e-3;
  for (let round = 0; round < rounds; round++) {
    const { gradient, information } = derivatives(f, at, value);
    const move = solve(damped(information, damping), gradient);
    const next = at.map((x, i) => x + Math.max(-2, Math.min(2, (move?.[i] as number) ?? 0)));
    const reached = move === undefined ? -Infinity : f(next);
    if (reached >= value) {
      const done = Math.max(...next.map((x, i) => Math.abs(x - (at[i] as number)))) < 1e-7;
      at = next;
      value = reached;
      damping = Math.max(1e-12, damping / 10);
      if (done) break;
    } else {
      damping *= 10;
      if (damping > 1e12) break;
    }
  }
  return { at, value, covariance: inverse(derivatives(f, at, value).information) };
}

function derivatives(f: (at: readonly number[]) => number, at: readonly number[], value: number) {
  const size = at.length;
  const h = at.map((x) => step * Math.max(1, Math.abs(x)));
  const moved = (...shifts: readonly (readonly [number, number])[]): number => {
    const point = [...at];
    for (const [i, sign] of shifts) point[i] = (point[i] as number) + sign * (h[i] as number);
    return f(point);
  };
  const up = at.map((_, i) => moved([i, 1]));
  const down = at.map((_, i) => moved([i, -1]));
  const gradient = at.map((_, i) => ((up[i] as number) - (down[i] as number)) / (2 * (h[i] as number)));
  const information = at.map(() => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    const row = information[i] as number[];
    row[i] = (2 * value - (up[i] as number) - (down[i] as number)) / (h[i] as number) ** 2;
    for (let j = 0; j < i; j++) {
      const mixed =
        moved([i, 1], [j, 1]) - moved([i, 1], [j, -1]) - moved([i, -1], [j, 1]) + moved([i, -1], [j, -1]);
      row[j] = -mixed / (4 * (h[i] as number) * (h[j] as number));
      (information[j] as number[])[i] = row[j] as number;
    }
  }
  return { gradient, information };
}

/** Levenberg's damping, also of directions in which the function curves upwards. */
function damped(information: readonly (readonly number[])[], damping: number): number[][] {
  return information.map((row, i) =>
    row.map((value, j) => (i === j ? value + damping * Math.max(1, Math.abs(value)) : value)),
  );
}

/** Solves a positive definite system by Cholesky's factors; undefined where it is none. */
export function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | undefined {
  const lower = factor(matrix);
  if (lower === undefined) return undefined;
  const size = right.length;
  const x = [...right];
  for (let i = 0; i < size; i++) {
    const row = lower[i] as number[];
    for (let j = 0; j < i; j++) x[i] = (x[i] as number) - (row[j] as number) * (x[j] as number);
    x[i] = (x[i] as number) / (row[i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) {
      x[i] = (x[i] as number) - ((lower[j] as number[])[i] as number) * (x[j] as number);
    }
    x[i] = (x[i] as number) / ((lower[i] as number[])[i] as number);
  }
  return x;
}

function factor(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const lower = matrix.map((row) => [...row]);
  for (let i = 0; i < matrix.length; i++) {
    const row = lower[i] as number[];
    for (let j = 0; j <= i; j++) {
      const other = lower[j] as number[];
      let sum = row[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      if (i === j) {
        if (!(sum > 0)) return undefined;
        row[i] = Math.sqrt(sum);
      } else row[j] = sum / (other[j] as number);
    }
  }
  return lower;
}

/** Inverse of a positive definite matrix, made so by damping where data say nothing of a direction. */
function inverse(information: readonly (readonly number[])[]): number[][] {
  for (let damping = 0; damping < 1e9; damping = Math.max(1e-9, damping * 10)) {
    const columns = information.map((_, j) =>
      solve(
        damped(information, damping),
        information.map((__, i) => (i === j ? 1 : 0)),
      ),
    );
    if (columns.every((column) => column !== undefined)) return columns;
  }
  must(false, 'an information matrix can be damped until it is positive definite');
}
