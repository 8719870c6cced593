import type { Catalogue, CatalogueAssumption } from '@kardashev/model/evidence/catalogue.ts';
import { inline } from '@kardashev/model/evidence/document.ts';
import { nearest } from '@kardashev/model/plan/nearest.ts';

/** One assumption as people and programs see it. */
export interface Said {
  readonly value: string;
  readonly range?: string;
  readonly kind: string;
  readonly source: string;
  readonly asOf: string;
  readonly note?: string;
  /** `catalogue/satellites/ai1.yaml:12`. */
  readonly at: string;
}

/** An attribute with the assumption in use and all that other sources say. */
export interface Finding extends Said {
  /** Where it stands in a plan: `satellites.ai1.arrayArea`. */
  readonly id: string;
  readonly conflicts: readonly Said[];
}

/**
 * Assumptions in which every word of the query occurs, in id, source or note; all without a query. Those come first
 * whose id begins with what was asked for.
 */
export function findings(catalogue: Catalogue, query: readonly string[]): Finding[] {
  const words = query.flatMap((part) => part.toLowerCase().split(/\s+/)).filter((word) => word !== '');
  return [...catalogue]
    .filter(([id, assumptions]) => {
      const text = [id, ...assumptions.flatMap(({ evidence }) => [evidence.source, evidence.note ?? ''])];
      const haystack = text.join('\n').toLowerCase();
      return words.every((word) => haystack.includes(word));
    })
    .sort(([a], [b]) => rank(a, words) - rank(b, words) || (a < b ? -1 : 1))
    .map(([id, [first, ...others]]) => ({ id, ...said(first!), conflicts: others.map(said) }));
}

/** 0 where the id is a word of the query or lies under it, 1 where it begins with one, 2 where it has one in it. */
function rank(id: string, words: readonly string[]): number {
  const name = id.toLowerCase();
  if (words.some((word) => name === word || name.startsWith(`${word}.`))) return 0;
  if (words.some((word) => name.startsWith(word))) return 1;
  return words.some((word) => name.includes(word)) ? 2 : 3;
}

const mostNear = 3;

/** What somebody may have meant who found nothing; where nothing is near, the words by which ids begin. */
export function hint(catalogue: Catalogue, query: readonly string[]): string {
  const parts = new Set([...catalogue.keys()].flatMap((id) => [id, ...id.split('.')]));
  const found: string[] = [];
  for (let at = 0; at < mostNear; at++) {
    const name = nearest(query.join(' '), parts);
    if (name === undefined) break;
    found.push(name);
    parts.delete(name);
  }
  if (found.length > 0) return `Near are ${found.join(', ')}.`;
  const begins = new Set([...catalogue.keys()].map((id) => id.split('.')[0]!));
  return `Names begin with ${[...begins].sort().join(', ')}.`;
}

function said({ value, range, distribution, evidence, place }: CatalogueAssumption): Said {
  const spread = range ?? distribution;
  return {
    value: inline(value),
    ...(spread && spread !== value ? { range: inline(spread) } : {}),
    ...evidence,
    at: [place.file, place.line].filter((part) => part !== undefined).join(':'),
  };
}
