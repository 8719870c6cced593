import type { Explained } from '@kardashev/contracts/compare.ts';

/** A step of a waterfall, from one height to another. */
export interface Step {
  /** Name of the assumption; `a` and `b` for the ends, `others` for all that are too small to stand alone. */
  readonly kind: 'a' | 'b' | 'part' | 'others';
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The way from a to b: the largest parts in their order, and the rest as one. Empty where either has no such number. */
export function stepsOf({ a, b, parts }: Explained, most: number): Step[] {
  if (a === null || b === null) return [];
  const told = parts.length <= most ? parts : parts.slice(0, most - 1);
  const steps: Step[] = [{ kind: 'a', name: 'a', from: 0, to: a }];
  let height = a;
  for (const { assumption, part } of told) {
    steps.push({ kind: 'part', name: assumption, from: height, to: height + part });
    height += part;
  }
  if (told.length < parts.length)
    steps.push({ kind: 'others', name: String(parts.length - told.length), from: height, to: b });
  return [...steps, { kind: 'b', name: 'b', from: 0, to: b }];
}

/** What a plan is for. */
const purpose = 'compute.delivered_FLOPperS';

/** What one wants to see explained first: the work delivered, or where that stayed the headline that moved most. */
export function mostMoved(explained: readonly Explained[]): string | undefined {
  if (explained.some(({ headline, parts }) => headline === purpose && parts.length > 0)) return purpose;
  const moved = explained.flatMap(({ headline, a, b, parts }) =>
    a === null || b === null || parts.length === 0
      ? []
      : [{ headline, by: Math.abs(b - a) / (Math.abs(a) + Math.abs(b)) }],
  );
  return moved.sort((one, other) => other.by - one.by)[0]?.headline;
}
