import { createColors } from 'picocolors';
import { csv, fit } from '../layout.ts';
import { quantityText } from '../number-text.ts';
import type { CompareDocument } from './document.ts';

const partsTold = 4;

/** Two plans side by side, each difference with the assumptions that make most of it. */
export function compareScreen(document: CompareDocument, colour: boolean): string {
  const paint = createColors(colour);
  const { a, b, headlines, assumptions, runs, orders } = document;
  const lines = Object.entries(headlines).flatMap(
    ([name, { a: left, b: right, difference, unit, parts }]) => {
      const head = `${fit(name, 32)}${fit(quantityText(left, unit), 16, true)}${fit(quantityText(right, unit), 16, true)}`;
      if (difference === null || difference === 0) return [head];
      const told = parts.slice(0, partsTold).map(({ assumption, part }) => {
        return paint.dim(`  ${fit(assumption, 46)}${fit(signed(part, unit), 18, true)}`);
      });
      return [paint.bold(head), ...told];
    },
  );
  return [
    `${fit('', 32)}${fit(a, 16, true)}${fit(b, 16, true)}`,
    ...lines,
    '',
    `${assumptions.length} assumptions differ; parts are means over ${orders} orders of taking them over, ${runs} runs.`,
  ].join('\n');
}

function signed(value: number, unit: string): string {
  return `${value > 0 ? '+' : '−'}${quantityText(Math.abs(value), unit)}`;
}

/** All parts of all differences, one a line. */
export function compareCsv({ headlines }: CompareDocument): string {
  const rows = Object.entries(headlines).flatMap(([name, { a, b, difference, parts }]) =>
    parts.map(({ assumption, part, spread }) => [name, a, b, difference, assumption, part, spread]),
  );
  return csv([['headline', 'a', 'b', 'difference', 'assumption', 'part', 'spread'], ...rows]);
}
