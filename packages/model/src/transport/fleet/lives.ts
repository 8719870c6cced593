import { type Mortality, unretired } from '../survival.ts';

/** Why a satellite left service. Failures, deliberate retirement and collisions are never mixed. */
export const causes = ['early', 'random', 'wearOut', 'retired', 'collision'] as const;
export type Cause = (typeof causes)[number];
const [earlyAt, randomAt, wearOutAt, retiredAt] = [0, 1, 2, 3] as const;
export const retired = retiredAt;
export const collided = 4;

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

/** Which uniforms mean an end before the plan's: most satellites of late years outlive it, and need no logarithms. */
export class Horizon {
  early = 0;
  random = 0;
  wearOut = 0;
  retired = 0;

  /** Looks `left_s` ahead. */
  look({ kind }: LifeKind, left_s: number): void {
    this.early = kind.infantShare * -Math.expm1(-left_s / kind.infantPeriod_s);
    this.random = Math.exp(-kind.failure_perS * left_s);
    this.wearOut = Math.exp(-((left_s / kind.wearOut_s) ** kind.wearOutShape));
    this.retired = unretired(kind, left_s);
  }
}

/**
 * The end of one life from four uniforms: the earliest of an early failure, a failure at a constant rate, Weibull
 * wear-out and retirement, at ∞ where all lie beyond the horizon. Together they have the survival of `unfailed`
 * and `unretired`.
 */
export function drawLife(
  { kind, scale_s, norm }: LifeKind,
  horizon: Horizon,
  uniforms: Readonly<Float64Array>,
  life: Life,
): void {
  life.age_s = Infinity;
  const early = uniforms[0]!;
  const random = uniforms[1]!;
  const wear = uniforms[2]!;
  const late = uniforms[3]!;
  if (early < horizon.early)
    sooner(life, -kind.infantPeriod_s * Math.log1p(-early / kind.infantShare), earlyAt);
  if (random > horizon.random) sooner(life, -Math.log(random) / kind.failure_perS, randomAt);
  if (wear > horizon.wearOut)
    sooner(life, kind.wearOut_s * (-Math.log(wear)) ** (1 / kind.wearOutShape), wearOutAt);
  if (late > horizon.retired)
    sooner(life, scale_s > 0 ? kind.life_s + scale_s * Math.log(norm / late - 1) : kind.life_s, retiredAt);
}

/** A fifth uniform: the lower half of the word that wear-out is drawn from, which hardly moves that. */
export function fifth(uniforms: Readonly<Float64Array>): number {
  const scaled = uniforms[2]! * 0x10000;
  return scaled - Math.floor(scaled);
}

/** Ends a life at an age, where nothing ends it before. */
export function sooner(life: Life, age_s: number, cause: number): void {
  if (age_s >= life.age_s) return;
  life.age_s = age_s;
  life.cause = cause;
}
