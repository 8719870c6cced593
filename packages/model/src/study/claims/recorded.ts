import type { PassResult, RunResult } from '../../engine/result.ts';
import type { PortName } from '../../flows/ports.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { Reading } from '../reading.ts';
import { capitalClaims } from './capital.ts';
import type { Claim } from './claim.ts';
import { computeClaims } from './compute.ts';
import { dataClaims } from './data.ts';
import { energyClaims } from './energy.ts';
import { transportClaims } from './transport.ts';

const byRoom: readonly (readonly [string, readonly Claim[]])[] = [
  ['transport', transportClaims],
  ['energy', energyClaims],
  ['compute', computeClaims],
  ['data', dataClaims],
  ['capital', capitalClaims],
];

/** The room that a claim is about. */
export function roomOfClaim(claim: Claim): string {
  return byRoom.find(([, claims]) => claims.includes(claim))?.[0] ?? 'capital';
}

/** What a claim's quantity was computed from. */
export interface ClaimInputs {
  readonly ports: readonly PortName[];
  /** Paths of assumptions that it takes straight from the plan. */
  readonly paths: readonly string[];
}

/** A reading that keeps in mind what it was asked for. */
class RecordedReading extends Reading {
  readonly ports = new Set<PortName>();

  override rows(port: PortName) {
    this.ports.add(port);
    return super.rows(port);
  }
}

/** A plan that keeps in mind which of its values were looked at. */
function watched(plan: ResolvedPlan, paths: Set<string>): ResolvedPlan {
  const values = new Proxy(plan.values, {
    get(all, path) {
      if (typeof path === 'string' && Object.hasOwn(all, path)) paths.add(path);
      return Reflect.get(all, path);
    },
  });
  return { ...plan, values };
}

/** Judges a claim on every pass that it asks for and tells which columns and assumptions it looked at. */
export function inputsOf(claim: Claim, plan: ResolvedPlan, result: RunResult): ClaimInputs {
  const paths = new Set<string>();
  const seen = watched(plan, paths);
  const readings = result.passes.map((pass: PassResult) => new RecordedReading(seen, result, pass));
  const main = readings[0];
  if (!main) return { ports: [], paths: [] };
  // Readings look at the plan as they are made, whatever the claim.
  paths.clear();
  claim.find(main, (funding) => readings.find(({ pass }) => pass.funding === funding));
  return { ports: [...new Set(readings.flatMap(({ ports }) => [...ports]))], paths: [...paths] };
}
