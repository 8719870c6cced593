import { Digest } from '@kardashev/kernels/numeric/digest.ts';
import { outputs, width } from './outputs.ts';
import type { Rows } from './study.ts';

/** How well a number is known so far. */
export interface Known {
  readonly name: string;
  readonly mean: number;
  readonly p50: number;
  /** Standard error of the mean over its size, as of samples by chance. */
  readonly relativeError: number;
}

/**
 * Follows a study while its rows come in, in order and without keeping them: means by Welford's recurrence, quantiles by a
 * digest.
 */
export class Convergence {
  #count = 0;
  readonly #counts = new Float64Array(outputs.length);
  readonly #means = new Float64Array(outputs.length);
  readonly #squares = new Float64Array(outputs.length);
  readonly #digests = outputs.map(() => new Digest());

  add(rows: Rows): void {
    for (let row = 0; row < rows.to - rows.from; row++) {
      for (let column = 0; column < outputs.length; column++) {
        this.#addOne(column, rows.numbers[row * width + column] as number);
      }
    }
    this.#count += rows.to - rows.from;
  }

  #addOne(column: number, value: number): void {
    if (Number.isNaN(value)) return;
    const count = (this.#counts[column] as number) + 1;
    const off = value - (this.#means[column] as number);
    this.#counts[column] = count;
    this.#means[column] = (this.#means[column] as number) + off / count;
    this.#squares[column] =
      (this.#squares[column] as number) + off * (value - (this.#means[column] as number));
    (this.#digests[column] as Digest).add(value);
  }

  get samples(): number {
    return this.#count;
  }

  /** The numbers that vary, the least known first. */
  known(): Known[] {
    return outputs
      .flatMap(({ name }, column): Known[] => {
        const count = this.#counts[column] as number;
        const square = this.#squares[column] as number;
        if (count < 2 || square === 0) return [];
        const mean = this.#means[column] as number;
        const error = Math.sqrt(square / (count - 1) / count);
        const p50 = (this.#digests[column] as Digest).quantile(0.5);
        return [{ name, mean, p50, relativeError: error / Math.max(Math.abs(mean), 1e-300) }];
      })
      .sort((left, right) => right.relativeError - left.relativeError);
  }

  /** Whether every number that varies is known to a relative error. */
  reached(error: number): boolean {
    return this.#count > 1 && this.known().every(({ relativeError }) => relativeError <= error);
  }
}

/** Sample counts at which a study may stop: doublings, where even samples are most even. */
export function isStop(samples: number, least: number): boolean {
  return samples >= least && Number.isInteger(Math.log2(samples / least));
}
