import { type Deck, rateOf } from './deck.ts';
import { training } from './jobs.ts';

/** Satellites that a job may still have on a plane. */
export function roomOn(deck: Deck, job: number, plane: number): number {
  if (!(rateOf(deck, job, plane) > 0)) return 0;
  if (deck.planes.memory_B[plane]! < deck.jobs.memory_B[job]!) return 0;
  const free = deck.free[plane]!;
  if (!deck.policy.follow) return free;
  return Math.max(0, Math.min(free - spareOn(deck, plane), withPower(deck, job, plane)));
}

/** Satellites of a plane that stay free for handovers and failures. */
export function spareOn({ settings, inService, policy }: Deck, plane: number): number {
  return policy.follow ? Math.ceil(settings.spareSatellites * inService[plane]!) : 0;
}

/** Satellites that a gang could have with power all around; other work may do with less. */
export function withPower(deck: Deck, job: number, plane: number): number {
  if (!deck.policy.follow || deck.jobs.kind[job] !== training) return Infinity;
  return Math.min(deck.powered[plane]!, deck.sustained[plane]! - deck.gangParts[plane]!);
}
