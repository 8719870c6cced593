/** The subsystems that claims are about, as the model names its rooms. */
export const claimRooms = ['transport', 'energy', 'compute', 'data', 'capital'] as const;
export type ClaimRoom = (typeof claimRooms)[number];

/** Where a claim was made; its words are in `texts.ts`. */
export type Origin = 'announcement' | 'memo' | 'report' | 'interview' | 'filing';

/** What the page must know of a claim beside the verdict. */
export interface ClaimFact {
  readonly room: ClaimRoom;
  /** Which side of the claimed figure the claim holds on. */
  readonly holds: 'at least' | 'at most' | 'more than';
  readonly origins: readonly Origin[];
}

const fact = (
  room: ClaimRoom,
  holds: ClaimFact['holds'] = 'at least',
  ...origins: readonly Origin[]
): ClaimFact => ({ room, holds, origins: origins.length > 0 ? origins : ['announcement'] });

const facts: Readonly<Record<string, ClaimFact>> = {
  'launch-hourly': fact('transport'),
  'payload-200t': fact('transport'),
  'mass-megatonnes': fact('transport'),
  'million-satellites': fact('transport', 'at least', 'announcement', 'filing'),
  'power-100gw-a-year': fact('energy'),
  'sun-always': fact('energy'),
  'sun-five-times': fact('energy', 'at least', 'interview', 'report'),
  'heat-by-radiation': fact('energy'),
  'cheapest-2y': fact('capital', 'at most', 'report'),
  'cheapest-3y': fact('capital', 'at most', 'memo'),
  'cheapest-36m': fact('capital', 'at most', 'interview'),
  'permits-3-5y': fact('transport'),
  'gigawatt-nowhere': fact('transport', 'at most'),
  'train-6t-orbit': fact('compute', 'at most'),
  'train-6t-small-city': fact('compute'),
  'no-upper-limit': fact('compute'),
  'every-pixel': fact('data', 'at most'),
  'starlink-pays': fact('capital'),
  'bubble-stable': fact('capital'),
  'value-1500': fact('capital', 'at least', 'report'),
  'listing-50': fact('capital', 'at least', 'report'),
  'escape-capsule': fact('capital'),
  'joined-faster': fact('capital', 'more than'),
  'kardashev-2030': fact('capital'),
};

/** What is known of a claim; of one that the page does not know, what is least likely to mislead. */
export function factOf(id: string): ClaimFact {
  return facts[id] ?? fact('capital');
}

export const knownClaims: readonly string[] = Object.keys(facts);
