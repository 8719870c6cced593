import type { Mortality } from '../survival.ts';

/** Why a satellite left service. Failures and deliberate retirement are never mixed. */
export const causes = ['early', 'random', 'wearOut', 'retired'] as const;
export type Cause = (typeof causes)[number];
const [earlyAt, randomAt, wearOutAt, retiredAt] = [0, 1, 2, 3] as const;
export const retired = retiredAt;

/** Age at which one satellite leaves service, and the index of the cause. One object is reused. */
export interface Life {
  age_s: number;
  cause: number;
}

/** What lives of one kind are drawn from; made once a kind. */
export interface LifeKind {
  readonly kind: Mortality;
  /** Scale of the logistic age at retirement, and 1 + e^(−life/scale): `unretired` is normed to 1 at age 0. */
  readonly scale_s: number;
  readonly norm: number;
}

export function lifeKind(kind: Mortality): LifeKind {
  const scale_s = (kind.retirementSpread_s * Math.sqrt(3)) / Math.PI;
  return { kind, scale_s, norm: scale_s > 0 ? 1 + Math.exp(-kind.life_s / scale_s) : 1 };
}

/**
 * The end of one life from four uniforms: the earliest of an early failure, a failure at a constant rate, Weibull
 * wear-out and retirement. Together they have the survival of `unfailed` and `unretired`.
 */
export function drawLife(
  { kind, scale_s, norm }: LifeKind,
  uniforms: Readonly<Float64Array>,
  life: Life,
): void {
  const early = uniforms[0]! / kind.infantShare;
  life.age_s = early < 1 ? -kind.infantPeriod_s * Math.log1p(-early) : Infinity;
  life.cause = earlyAt;
  sooner(life, -Math.log(uniforms[1]!) / kind.failure_perS, randomAt);
  sooner(life, kind.wearOut_s * (-Math.log(uniforms[2]!)) ** (1 / kind.wearOutShape), wearOutAt);
  const end_s = scale_s > 0 ? kind.life_s + scale_s * Math.log(norm / uniforms[3]! - 1) : kind.life_s;
  sooner(life, end_s, retiredAt);
}

/** A fifth uniform: the lower half of the word that wear-out is drawn from, which hardly moves that. */
export function fifth(uniforms: Readonly<Float64Array>): number {
  const scaled = uniforms[2]! * 0x10000;
  return scaled - Math.floor(scaled);
}

function sooner(life: Life, age_s: number, cause: number): void {
  if (age_s >= life.age_s) return;
  life.age_s = age_s;
  life.cause = cause;
}
