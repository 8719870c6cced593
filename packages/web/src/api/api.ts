import type { Fleet } from '@kardashev/contracts/fleet.ts';
import type { Lineage } from '@kardashev/contracts/lineage.ts';
import type { Months } from '@kardashev/contracts/months.ts';
import type { ClaimLineage, ColumnLineage } from '@kardashev/contracts/number-lineage.ts';
import type { PlanDocument } from '@kardashev/contracts/plan.ts';
import type { Problem } from '@kardashev/contracts/problem.ts';
import type { Funding, RunList } from '@kardashev/contracts/run.ts';
import type { Shells } from '@kardashev/contracts/shell.ts';
import type { Study, StudyList } from '@kardashev/contracts/study.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { instead } from './instead.ts';
import { unreachable, unreadable } from './troubles.ts';

/** What went wrong, why, and what can be done about it. */
export type Trouble = Problem['error'];

/** A document on its way: not there yet, there, or failed with a reason. */
export type Load<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly trouble: Trouble };

export const loading: Load<never> = { state: 'loading' };

export const fetchRuns = () => get<RunList>('/api/runs');
export const fetchVerdict = (run: string) => get<Verdict>(`/api/runs/${run}`);
export const fetchShells = (run: string) => get<Shells>(`/api/runs/${run}/shells`);
/** Monthly columns of a pass; the plan's own if none is named. */
export const fetchMonths = (run: string, columns: readonly string[], funding?: Funding) =>
  get<Months>(`/api/runs/${run}/months?${funding ? `funding=${funding}&` : ''}columns=${columns.join(',')}`);
export const fetchFleet = (run: string, funding: Funding) =>
  get<Fleet>(`/api/runs/${run}/fleet?funding=${funding}`);
export const fetchPlan = (run: string) => get<PlanDocument>(`/api/runs/${run}/plan`);
export const fetchLineage = (run: string, headline: string) =>
  get<Lineage>(`/api/runs/${run}/lineage/${headline}`);
export const fetchColumnLineage = (run: string, column: string, row?: string) =>
  get<ColumnLineage>(
    `/api/runs/${run}/columns/${column}/lineage${row ? `?row=${encodeURIComponent(row)}` : ''}`,
  );
export const fetchClaimLineage = (run: string, claim: string) =>
  get<ClaimLineage>(`/api/runs/${run}/claims/${claim}/lineage`);
export const fetchStudies = (run: string) => get<StudyList>(`/api/studies?run=${encodeURIComponent(run)}`);
export const fetchStudy = (study: string) => get<Study>(`/api/studies/${study}`);

/** A document of the server, or why there is none. */
export async function get<T>(path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET'): Promise<Load<T>> {
  const own = instead.answer?.(path);
  if (own) return own as Promise<Load<T>>;
  return ask(path, { method });
}

/** The same from the server alone: a run as it is kept, whatever was changed in the page. */
export const getKept = <T>(path: string): Promise<Load<T>> => ask(path, { method: 'GET' });

/** What the server makes of a document that is sent to it. */
export function send<T>(path: string, document: object): Promise<Load<T>> {
  const headers = { 'content-type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(document) });
}

async function ask<T>(path: string, init: RequestInit): Promise<Load<T>> {
  try {
    const answer = await fetch(path, init);
    const body: unknown = await answer.json();
    if (answer.ok) return { state: 'ready', value: body as T };
    return { state: 'failed', trouble: troubleIn(body) ?? unreadable(`status ${answer.status}`) };
  } catch (error) {
    return { state: 'failed', trouble: unreachable(error) };
  }
}

function troubleIn(body: unknown): Trouble | undefined {
  const error = (body as Partial<Problem> | null)?.error;
  return error && typeof error.message === 'string' ? error : undefined;
}

/** Both documents, or the first trouble. */
export function both<A, B>(a: Load<A>, b: Load<B>): Load<readonly [A, B]> {
  if (a.state === 'ready' && b.state === 'ready') return { state: 'ready', value: [a.value, b.value] };
  if (a.state === 'failed') return a;
  if (b.state === 'failed') return b;
  return loading;
}
