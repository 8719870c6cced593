import type { Lineage } from '@kardashev/contracts/lineage.ts';
import type { Months } from '@kardashev/contracts/months.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { Load } from '../api/api.ts';
import type { Rerun } from './messages.ts';
import { keptOnly, missing } from './troubles.ts';

/** Asks the thread for months; undefined where it has none. */
type MonthsOf = (funding: Funding, columns?: readonly string[]) => Promise<Months | undefined>;

/** Worked out by the server from what it keeps. */
const onlyOfKept = new Set(['cost', 'books', 'value', 'when']);

/** Documents of the run on show as it was changed here; undefined for what a change leaves as it is. */
export function answerOf(
  path: string,
  { verdict, shells }: Rerun,
  monthsOf: MonthsOf,
): Promise<Load<unknown>> | undefined {
  const [place = '', query = ''] = path.split('?');
  const base = `/api/runs/${verdict.run}`;
  if (place === base) return ready(verdict);
  if (!place.startsWith(`${base}/`)) return undefined;
  const [document = '', name = ''] = place.slice(base.length + 1).split('/');
  if (document === 'shells') return ready({ shells });
  if (document === 'months') return months(new URLSearchParams(query), verdict.funding, monthsOf);
  if (document === 'lineage') return lineage(path, name, verdict);
  if (onlyOfKept.has(document)) return Promise.resolve({ state: 'failed', trouble: keptOnly() });
  return undefined;
}

const ready = (value: unknown): Promise<Load<unknown>> => Promise.resolve({ state: 'ready', value });

async function months(query: URLSearchParams, own: Funding, monthsOf: MonthsOf): Promise<Load<Months>> {
  const funding = (query.get('funding') as Funding | null) ?? own;
  const columns = query
    .get('columns')
    ?.split(',')
    .filter((name) => name !== '');
  const found = await monthsOf(funding, columns);
  return found ? { state: 'ready', value: found } : { state: 'failed', trouble: missing() };
}

/** What a headline rests on is that of the kept run, its value is the changed one's. */
async function lineage(path: string, headline: string, verdict: Rerun['verdict']): Promise<Load<Lineage>> {
  const answer = await fetch(path);
  if (!answer.ok) return { state: 'failed', trouble: missing() };
  const kept = (await answer.json()) as Lineage;
  const value = headline
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], verdict);
  return { state: 'ready', value: { ...kept, value: typeof value === 'number' ? value : null } };
}
