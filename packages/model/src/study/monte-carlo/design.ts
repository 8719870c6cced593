import { inverseNormal } from '@kardashev/kernels/numeric/inverse-normal.ts';
import { latin } from '@kardashev/kernels/numeric/latin.ts';
import { normalShare } from '@kardashev/kernels/numeric/normal.ts';
import { padded, scrambledSobol } from '@kardashev/kernels/numeric/sobol.ts';
import { KeyedRandom, philox, wordOf } from '../../random/philox.ts';
import type { Assumption } from './assumption.ts';
import type { Block } from './correlation.ts';
import type { Study } from './study.ts';

/**
 * Dimensions of the Sobol sequence that are used. A thousand points tell 2^10 directions apart, so that in many more
 * dimensions some would repeat others and one assumption would be blamed for another; the rest are padded, each evenly
 * spread on its own.
 */
export const leadingDimensions = 32;

/** The assumptions with the widest spread for their size: those whose joint spread is worth a Sobol dimension. */
export function leadingOf(assumptions: readonly Assumption[]): string[] {
  const width = ({ distribution, centre }: Assumption): number => {
    const low = 'low' in distribution ? distribution.low : Number.NaN;
    if (!Number.isNaN(low))
      return ((distribution as { high: number }).high - low) / Math.max(Math.abs(centre), 1e-300);
    return distribution.kind === 'lognormal'
      ? 3 * distribution.sigma
      : (3 * (distribution as { sd: number }).sd) / Math.abs(centre);
  };
  return [...assumptions]
    .sort((left, right) => width(right) - width(left) || (left.id < right.id ? -1 : 1))
    .slice(0, leadingDimensions)
    .map(({ id }) => id);
}

/** Where the points of a study lie: shares of each assumption's distribution, correlated by a Gaussian copula. */
export class Design {
  readonly #coordinates: readonly ((index: number) => number)[];
  readonly #blocks: readonly Block[];

  constructor(study: Study, assumptions: readonly Assumption[], blocks: readonly Block[]) {
    this.#coordinates = assumptions.map(({ id }) => coordinate(study, id));
    this.#blocks = blocks;
  }

  /** Point `index`: a share in (0, 1) an assumption, before and after correlation the same where it has none. */
  point(index: number, out: Float64Array): void {
    for (let place = 0; place < out.length; place++) {
      out[place] = (this.#coordinates[place] as (index: number) => number)(index);
    }
    for (const block of this.#blocks) correlate(block, out);
  }
}

/**
 * An assumption's own coordinate. Its keys come of its name and the seed alone, so that plans which share an assumption
 * share its draws: common random numbers.
 */
function coordinate(study: Study, id: string): (index: number) => number {
  const [key, orderKey] = keysOf(study.seed, id);
  if (study.sampling === 'latin') {
    const random = new KeyedRandom(study.seed, id);
    return (index) => latin(index, study.samples, key, random.uniform(index, 0));
  }
  const dimension = study.leading.indexOf(id);
  if (dimension < 0) return (index) => padded(index, orderKey, key);
  return (index) => scrambledSobol(index, dimension, key);
}

function keysOf(seed: number, id: string): [number, number] {
  const block = new Uint32Array([0x50b01, 0, 0, 0]);
  philox(block, seed, wordOf(id));
  return [block[0] as number, block[1] as number];
}

function correlate({ members, lower }: Block, out: Float64Array): void {
  const normals = members.map((member) => inverseNormal(out[member] as number));
  for (const [row, member] of members.entries()) {
    let sum = 0;
    for (let k = 0; k <= row; k++) sum += (lower[row] as Float64Array)[k]! * (normals[k] as number);
    // The first of a block stays to the bit what it was.
    if (row > 0) out[member] = Math.min(1 - 1e-12, Math.max(1e-12, normalShare(sum)));
  }
}
