import type { Books } from '@kardashev/contracts/books.ts';
import type { Compare } from '@kardashev/contracts/compare.ts';
import type { Cost } from '@kardashev/contracts/cost.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { Value } from '@kardashev/contracts/value.ts';
import type { When } from '@kardashev/contracts/when.ts';
import { get } from './api.ts';
import type { Way } from './work.ts';

export const fetchCost = (run: string, funding: Funding) =>
  get<Cost>(`/api/runs/${run}/cost?funding=${funding}`);
export const fetchBooks = (run: string, funding: Funding) =>
  get<Books>(`/api/runs/${run}/books?funding=${funding}`);
export const fetchValue = (run: string) => get<Value>(`/api/runs/${run}/value`);
/** What would have to be true for a crossover by a month. */
export const askWhen = (run: string, month: string, way: Way) =>
  get<When>(`/api/runs/${run}/when?month=${month}`, way);
/** Why two runs differ. */
export const askCompare = (a: string, b: string, way: Way) =>
  get<Compare>(`/api/compare?${new URLSearchParams({ a, b })}`, way);
