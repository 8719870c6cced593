import type { Catalogue, CatalogueAssumption } from '@kardashev/model/evidence/catalogue.ts';
import { inline } from '@kardashev/model/evidence/document.ts';

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

/** Assumptions in which every word of the query occurs, in id, source or note; all without a query. */
export function findings(catalogue: Catalogue, query: readonly string[]): Finding[] {
  const words = query.flatMap((part) => part.toLowerCase().split(/\s+/)).filter((word) => word !== '');
  return [...catalogue]
    .filter(([id, assumptions]) => {
      const text = [id, ...assumptions.flatMap(({ evidence }) => [evidence.source, evidence.note ?? ''])];
      const haystack = text.join('\n').toLowerCase();
      return words.every((word) => haystack.includes(word));
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, [first, ...others]]) => ({ id, ...said(first!), conflicts: others.map(said) }));
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
