import type { RunResult } from '../../engine/result.ts';
import { present } from '../../outcome/invariant.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { labelOf } from '../../time/calendar.ts';
import { Reading } from '../reading.ts';
import { capitalClaims } from './capital.ts';
import type { Claim, Finding, Judgement, OtherPass } from './claim.ts';
import { computeClaims } from './compute.ts';
import { dataClaims } from './data.ts';
import { energyClaims } from './energy.ts';
import { transportClaims } from './transport.ts';

/** Claims as the announcement's readers go through them: transport, energy, cost, ground, training, money. */
const order = [
  'launch-hourly',
  'payload-200t',
  'mass-megatonnes',
  'million-satellites',
  'power-100gw-a-year',
  'sun-always',
  'sun-five-times',
  'heat-by-radiation',
  'cheapest-2y',
  'cheapest-3y',
  'cheapest-36m',
  'permits-3-5y',
  'gigawatt-nowhere',
  'train-6t-orbit',
  'train-6t-small-city',
  'no-upper-limit',
  'every-pixel',
  'starlink-pays',
  'bubble-stable',
  'value-1500',
  'listing-50',
  'escape-capsule',
  'joined-faster',
  'kardashev-2030',
];

/** Every claim of the announcement. */
export const claims: readonly Claim[] = [
  ...transportClaims,
  ...energyClaims,
  ...computeClaims,
  ...dataClaims,
  ...capitalClaims,
].sort((left, right) => order.indexOf(left.id) - order.indexOf(right.id));

/** Judges all claims on the plan's own funding. */
export function judge(plan: ResolvedPlan, result: RunResult): Judgement[] {
  const reading = new Reading(plan, result, present(result.passes[0], 'a run has a pass'));
  const other: OtherPass = (funding) => {
    const pass = result.passes.find((one) => one.funding === funding);
    return pass && new Reading(plan, result, pass);
  };
  return claims.map((claim) => judgeOne(claim, reading, other));
}

export function judgeOne(claim: Claim, reading: Reading, other: OtherPass = () => undefined): Judgement {
  const { id, said, quantity, unit } = claim;
  const finding = findingOf(claim, reading, other);
  const claimed = shown(claim.claimed, unit);
  if ('undecided' in finding) {
    const instead = finding.undecided;
    return { id, said, quantity, claimed, computed: null, unit, verdict: 'undecided', margin: null, instead };
  }
  const { computed, instead } = finding;
  const ahead = claim.holds === 'at most' ? claim.claimed - computed : computed - claim.claimed;
  return {
    id,
    said,
    quantity,
    claimed,
    computed: shown(computed, unit),
    unit,
    verdict: ahead > 0 || (ahead === 0 && claim.holds !== 'more than') ? 'holds' : 'fails',
    margin: marginOf(ahead, claim),
    instead,
  };
}

/** A figure that is none means that the plan lacks what the claim is about. */
function findingOf(claim: Claim, reading: Reading, other: OtherPass): Finding {
  const finding = claim.find(reading, other);
  const none = 'computed' in finding && Number.isNaN(finding.computed);
  return none ? { undecided: `The plan has nothing to compute ${claim.quantity} from.` } : finding;
}

function marginOf(ahead: number, { claimed, unit }: Claim): number | null {
  if (!Number.isFinite(ahead)) return null;
  return unit === 'month' || claimed === 0 ? ahead : ahead / Math.abs(claimed);
}

/** A month as YYYY-MM; a figure that was never reached as `never`. */
function shown(value: number, unit: string): number | string {
  if (!Number.isFinite(value)) return 'never';
  return unit === 'month' ? labelOf(value) : value;
}
