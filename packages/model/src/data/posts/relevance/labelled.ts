import { csvRows } from '../../../evidence/csv.ts';
import type { LabelledText } from './relevance.ts';

/** Posts of a file that can be used, and how many rows cannot, by reason. */
export interface LabelledPosts {
  readonly posts: readonly LabelledText[];
  /** Row of each post in the file, 1 the first after the header. */
  readonly rows: readonly number[];
  readonly setAside: Readonly<Record<string, number>>;
}

/** Columns that a file of labelled posts must have and lacks. */
export interface MissingColumns {
  readonly missing: readonly string[];
}

const labels: Readonly<Record<string, 0 | 1>> = {
  'on-topic': 1,
  ontopic: 1,
  on: 1,
  relevant: 1,
  '1': 1,
  true: 1,
  'off-topic': 0,
  offtopic: 0,
  off: 0,
  'not-relevant': 0,
  irrelevant: 0,
  '0': 0,
  false: 0,
};

/** Reads columns `text` and `label`, in any order and among others. Reposts and near-duplicates stay: they are posts. */
export function readLabelled(csv: string): LabelledPosts | MissingColumns {
  const [head, ...rows] = csvRows(csv);
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const [text, label] = [names.indexOf('text'), names.indexOf('label')];
  const missing = [...(text < 0 ? ['text'] : []), ...(label < 0 ? ['label'] : [])];
  if (missing.length > 0) return { missing };
  const posts: LabelledText[] = [];
  const used: number[] = [];
  const setAside: Record<string, number> = {};
  for (const [index, { cells }] of rows.entries()) {
    const value =
      labels[
        (cells[label] ?? '')
          .trim()
          .toLowerCase()
          .replaceAll(/[\s_]+/g, '-')
      ];
    const words = cells[text]?.trim() ?? '';
    const reason =
      cells.length < names.length
        ? 'wrong-cells'
        : words === ''
          ? 'no-text'
          : value === undefined
            ? 'no-label'
            : '';
    if (reason !== '' || value === undefined) {
      setAside[reason] = (setAside[reason] ?? 0) + 1;
      continue;
    }
    posts.push({ text: words, label: value });
    used.push(index + 1);
  }
  return { posts, rows: used, setAside };
}
