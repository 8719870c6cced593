import { cholesky } from '@kardashev/kernels/numeric/cholesky.ts';
import type { Catalogue } from '../../evidence/catalogue.ts';
import { entryOf, type Placed, textOf } from '../../evidence/document.ts';
import { type Fault, failure, type Outcome, type Place, success } from '../../outcome/outcome.ts';
import type { Assumption } from './assumption.ts';

/** Two assumptions that move together: the correlation of the normals behind them (a Gaussian copula). */
export interface Correlation {
  readonly of: readonly [string, string];
  readonly correlation: number;
  readonly source: string;
}

/** Correlations of the catalogue (`correlations.*`), each with its source. Faults: `study/correlation`. */
export function correlationsOf(catalogue: Catalogue): Outcome<Correlation[]> {
  const found: Correlation[] = [];
  const faults: Fault[] = [];
  for (const [id, [first]] of catalogue) {
    if (!id.startsWith('correlations.') || !first) continue;
    const read = readCorrelation(first.value, first.evidence.source);
    if (read) found.push(read);
    else faults.push(unreadable(first.place));
  }
  return faults.length > 0 ? failure(...faults) : success(found);
}

/** Reads `{of: [one, other], correlation: 0.5}`; undefined where it says something else. */
export function readCorrelation(node: Placed, source: string): Correlation | undefined {
  const of = entryOf(node, 'of');
  const names = of?.kind === 'list' ? of.items.map(textOf) : [];
  const correlation = Number(textOf(entryOf(node, 'correlation')) ?? Number.NaN);
  const [one, other] = names;
  if (names.length !== 2 || !one || !other || one === other || !(Math.abs(correlation) < 1)) return undefined;
  return { of: [one, other], correlation, source };
}

export function unreadable(at: Place): Fault {
  return {
    code: 'study/correlation',
    message: 'The correlation cannot be read.',
    at,
    cause: 'It takes two assumptions and a number between −1 and 1.',
    fix: 'Write {of: [sites.*.pue, sites.*.hallCost], correlation: 0.5}.',
  };
}

/** Assumptions that hang together: their places in the list, and the root of their correlation matrix. */
export interface Block {
  readonly members: readonly number[];
  readonly lower: readonly Float64Array[];
}

/**
 * Blocks of correlated assumptions. A name counts where it is an assumption's own or one of its paths; correlations of what
 * a plan does not have, or of one assumption with itself, mean nothing there. Faults: `study/correlations`.
 */
export function blocksOf(
  assumptions: readonly Assumption[],
  correlations: readonly Correlation[],
): Outcome<Block[]> {
  const places = new Map<string, number>();
  for (const [place, { id, paths }] of assumptions.entries()) {
    for (const name of [id, ...paths]) places.set(name, place);
  }
  const pairs = correlations.flatMap(({ of: [one, other], correlation }) => {
    const a = places.get(one);
    const b = places.get(other);
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, correlation }];
  });
  const blocks: Block[] = [];
  for (const members of linked(pairs)) {
    const lower = cholesky(matrixOf(members, pairs));
    if (!lower) return failure(impossible(members.map((member) => (assumptions[member] as Assumption).id)));
    blocks.push({ members, lower });
  }
  return success(blocks);
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly correlation: number;
}

/** Members that pairs join, directly or by way of others, each group in ascending order. */
function linked(pairs: readonly Pair[]): number[][] {
  const groups: Set<number>[] = [];
  for (const { a, b } of pairs) {
    const own = groups.filter((group) => group.has(a) || group.has(b));
    const joined = new Set([a, b, ...own.flatMap((group) => [...group])]);
    for (const group of own) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => [...group].sort((left, right) => left - right));
}

function matrixOf(members: readonly number[], pairs: readonly Pair[]): number[][] {
  const matrix = members.map((_, row) => members.map((__, column) => (row === column ? 1 : 0)));
  for (const { a, b, correlation } of pairs) {
    const row = members.indexOf(a);
    const column = members.indexOf(b);
    if (row < 0) continue;
    (matrix[row] as number[])[column] = correlation;
    (matrix[column] as number[])[row] = correlation;
  }
  return matrix;
}

const impossible = (names: readonly string[]): Fault => ({
  code: 'study/correlations',
  message: 'These correlations cannot all be.',
  at: { path: names[0] as string },
  cause: `No joint distribution of ${names.join(', ')} has them: one follows from the others.`,
  fix: 'Make them weaker, or leave one out.',
});
