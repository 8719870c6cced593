import { createColors } from 'picocolors';
import type { Finding, Said } from './catalogue-search.ts';
import { csv, wrap } from './layout.ts';

const width = 100;

/** Assumptions for people: the value in use first, then everybody who says otherwise. */
export function catalogueScreen(
  found: readonly Finding[],
  query: readonly string[],
  otherwise: string,
  colour: boolean,
): string {
  const paint = createColors(colour);
  if (found.length === 0) return `No assumption matches "${query.join(' ')}". ${otherwise}`;
  const parts = found.map((finding) =>
    [
      `${paint.bold(finding.id)}  ${paint.cyan(valueText(finding))}`,
      ...sourceLines(finding).map((line) => `  ${line}`),
      ...finding.conflicts.flatMap((other) => [
        `  ${paint.yellow('but')} ${valueText(other)}`,
        ...sourceLines(other).map((line) => `      ${line}`),
      ]),
    ].join('\n'),
  );
  const many = `${found.length} ${found.length === 1 ? 'assumption' : 'assumptions'}`;
  return [...parts, paint.dim(many)].join('\n\n');
}

const valueText = ({ value, range }: Said) => (range === undefined ? value : `${value}  (${range})`);

function sourceLines({ kind, source, asOf, note, at }: Said): string[] {
  const lines = wrap(`${kind}, ${asOf}: ${source}`, width - 6);
  return [...lines, ...(note === undefined ? [] : wrap(note, width - 6)), at];
}

/** One row an assumption; those of `rank` 1 are in use. */
export function catalogueCsv(found: readonly Finding[]): string {
  const head = ['id', 'rank', 'value', 'range', 'kind', 'source', 'asOf', 'note'];
  const rows = found.flatMap((finding) =>
    [finding, ...finding.conflicts].map(({ value, range, kind, source, asOf, note }, index) => [
      finding.id,
      index + 1,
      value,
      range ?? '',
      kind,
      source,
      asOf,
      note ?? '',
    ]),
  );
  return csv([head, ...rows]);
}
