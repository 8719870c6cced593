import type { PlanValue } from '@kardashev/contracts/plan.ts';
import { parseUnit, type Unit } from '@kardashev/model/units/unit.ts';

/** Texts of values as plans have them, made from numbers of a slider, from sources that were chosen, from what is typed. */

/** Where a value may be moved to by a slider, SI. */
export interface Reach {
  readonly low: number;
  readonly high: number;
  /** Where it spans factors of ten: moved by factors. */
  readonly logarithmic: boolean;
}

/** The range of a value as its source gives it; that of a share from 0 to 1; none where nothing bounds it. */
export function reachOf(
  { value, distribution }: PlanValue,
  bounds: { readonly min?: number; readonly max?: number; readonly integer?: boolean },
): Reach | undefined {
  if (typeof value !== 'number') return undefined;
  if (distribution) return within(scattered(distribution), bounds);
  const share = bounds.min === 0 && bounds.max === 1 && !bounds.integer;
  return share ? { low: 0, high: 1, logarithmic: false } : undefined;
}

function scattered(distribution: NonNullable<PlanValue['distribution']>): Reach {
  switch (distribution.kind) {
    case 'normal':
      return {
        low: distribution.mean - 3 * distribution.sd,
        high: distribution.mean + 3 * distribution.sd,
        logarithmic: false,
      };
    case 'lognormal': {
      const factor = Math.exp(3 * distribution.sigma);
      return { low: distribution.median / factor, high: distribution.median * factor, logarithmic: true };
    }
    default:
      return { ...distribution, logarithmic: distribution.kind === 'logtriangular' };
  }
}

function within(
  { low, high, logarithmic }: Reach,
  { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number },
): Reach {
  return { low: Math.max(low, min), high: Math.min(high, max), logarithmic };
}

/** Where a value stands in its reach, 0 to 1. */
export function shareIn(value: number, { low, high, logarithmic }: Reach): number {
  const share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}

export function valueAt(share: number, { low, high, logarithmic }: Reach): number {
  return logarithmic ? low * (high / low) ** share : low + share * (high - low);
}

/** An SI value in the unit in which the plan wrote it, with four digits: `605 m2`. */
export function textIn(
  si: number,
  { text, unit }: Pick<PlanValue, 'text' | 'unit'>,
  integer = false,
): string {
  const written = unitIn(text) ?? unit;
  const [from, to] = [known(unit), known(written)];
  if (!from || !to) return `${rounded(si, integer)} ${unit}`.trim();
  return `${rounded((si * from.factor + from.offset - to.offset) / to.factor, integer)} ${written}`.trim();
}

const rounded = (value: number, integer: boolean) =>
  integer ? Math.round(value) : Number(value.toPrecision(4));

/** The unit after the first number of a text, be it a value or a distribution. */
function unitIn(text: string): string | undefined {
  return /(?:^|[[\s])[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*([^,\]}]*)/u.exec(text)?.[1]?.trim();
}

function known(unit: string): Unit | undefined {
  const parsed = parseUnit(unit.startsWith('/') ? `1${unit}` : unit);
  return 'unknown' in parsed ? undefined : parsed;
}

/** A value with the source that says it, as a plan writes both. */
export function sourced(
  text: string,
  { source, asOf }: { readonly source: string; readonly asOf: string },
): string {
  return `{value: ${inFlow(text)}, source: ${JSON.stringify(source)}, asOf: ${JSON.stringify(asOf)}}`;
}

/** A scalar as it may stand within braces: in quotes where it would end early or mean something else. */
function inFlow(text: string): string {
  if (/^[[{]/.test(text)) return text;
  return /[,[\]{}]|^[\s!&*?|>%@`"'#]|: | #/.test(text) ? JSON.stringify(text) : text;
}

/** The value alone of a text that may carry its source. */
export function bareText(text: string): string {
  const inner = /^\{value: (.*), source: "(?:[^"\\]|\\.)*", asOf: "[^"]*"\}$/su.exec(text)?.[1];
  if (inner === undefined) return text;
  return inner.startsWith('"') ? (JSON.parse(inner) as string) : inner;
}

/** What was typed as a plan would have it: in German a number may be written with a comma. */
export function typed(text: string, german: boolean): string {
  const trimmed = text.trim();
  return german ? trimmed.replace(/^([+-]?\d+),(\d+)(?=\s|$|[^\d,])/u, '$1.$2') : trimmed;
}
