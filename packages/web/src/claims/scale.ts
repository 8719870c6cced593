import type { Claim } from '@kardashev/contracts/verdict.ts';
import { factOf } from './facts.ts';

/** The middle 90 % of the computed quantity over the futures of a study, in the claim's unit. */
export type Band = readonly [low: number, high: number];

/** A claim on a scale: claimed mark, computed bar, and the side on which the claim holds. All as shares of its width. */
export interface Bullet {
  readonly scale: 'linear' | 'logarithmic' | 'months';
  /** Values at the ends of the scale; months count from 2026-01. */
  readonly from: number;
  readonly to: number;
  readonly claimed: number;
  /** Undefined where nothing was computed, or where it is never reached. */
  readonly computed: number | undefined;
  /** The computed month never comes. */
  readonly never: boolean;
  readonly band: readonly [number, number] | undefined;
  /** Which side of the claimed mark the claim holds on. */
  readonly good: 'above' | 'below';
}

/** Ratios beyond which a straight scale would show one of the two as nothing. */
const mostLinear = 12;

/** How a claim is drawn; undefined where there is nothing to draw. */
export function bulletOf(claim: Claim, span: Band, band?: Band): Bullet | undefined {
  const good = factOf(claim.id).holds === 'at most' ? 'below' : 'above';
  if (claim.unit === 'month') return months(claim, span, band, good);
  const claimed = numeric(claim.claimed);
  const computed = numeric(claim.computed);
  if (claimed === undefined) return undefined;
  const values = [claimed, ...(computed === undefined ? [] : [computed]), ...(band ?? [])];
  const positive = values.filter((value) => value > 0);
  const wide =
    positive.length === values.length && Math.max(...positive) / Math.min(...positive) > mostLinear;
  const scale = wide ? 'logarithmic' : 'linear';
  const [from, to] = wide ? decades(positive) : straight(values);
  const at = (value: number) => share(value, from, to, scale);
  return {
    scale,
    from,
    to,
    claimed: at(claimed),
    computed: computed === undefined ? undefined : at(computed),
    never: false,
    band: band && [at(band[0]), at(band[1])],
    good,
  };
}

function months(
  claim: Claim,
  [from, to]: Band,
  band: Band | undefined,
  good: Bullet['good'],
): Bullet | undefined {
  const claimed = monthIndex(claim.claimed);
  if (claimed === undefined) return undefined;
  const computed = monthIndex(claim.computed);
  const at = (month: number) => share(month, from, to, 'months');
  return {
    scale: 'months',
    from,
    to,
    claimed: at(claimed),
    computed: computed === undefined ? undefined : at(computed),
    never: computed === undefined && claim.verdict !== 'undecided',
    band: band && [at(band[0]), at(band[1])],
    good,
  };
}

/** Months since 2026-01 of `YYYY-MM`. */
export function monthIndex(label: unknown): number | undefined {
  const parts = typeof label === 'string' ? /^(\d{4})-(\d{2})$/.exec(label) : null;
  return parts ? (Number(parts[1]) - 2026) * 12 + Number(parts[2]) - 1 : undefined;
}

function numeric(value: Claim['computed']): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function straight(values: readonly number[]): Band {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const room = (high - low || 1) * 0.12;
  return [low < 0 ? low - room : 0, high + room];
}

/** Whole decades around all values. */
function decades(values: readonly number[]): Band {
  const low = Math.floor(Math.log10(Math.min(...values) * 0.8));
  const high = Math.ceil(Math.log10(Math.max(...values) * 1.25));
  return [10 ** low, 10 ** high];
}

function share(value: number, from: number, to: number, scale: Bullet['scale']): number {
  const of =
    scale === 'logarithmic' ? (x: number) => Math.log10(Math.max(x, Number.MIN_VALUE)) : (x: number) => x;
  return Math.min(1, Math.max(0, (of(value) - of(from)) / (of(to) - of(from))));
}
