import type { CostDocument } from '@kardashev/model/study/cost-document.ts';
import { csv } from '../layout.ts';

/** Every project or host with its levelised costs and its parts, one line a figure. */
export function costCsv({ each }: CostDocument): string {
  const head = ['name', 'kind', 'figure', 'value'];
  const rows = each.flatMap(({ name, kind, parts_USD, boundary, ...figures }) => [
    ...Object.entries(figures).map(([figure, value]) => [name, kind, figure, value ?? null]),
    ...Object.entries(parts_USD).map(([part, value]) => [name, kind, `parts_USD.${part}`, value]),
    ...Object.entries(boundary).map(([what, value]) => [name, kind, `boundary.${what}`, value]),
  ]);
  return csv([head, ...rows]);
}
