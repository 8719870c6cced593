import { wrightExponent } from '@kardashev/kernels/numeric/wright.ts';
import type { Keyed } from '../random/keyed.ts';
import { draws, entities } from './draws.ts';
import type { Design } from './entries.ts';
import type { Params } from './params.ts';
import type { TransportState } from './state.ts';

type Line = Pick<Design, 'factoryLearning' | 'factoryMature' | 'madeBefore'>;

/**
 * Share of its planned rate that a factory reaches after so many satellites: work on one falls by `factoryLearning`
 * with each doubling (Wright), until at `factoryMature` of them the line makes what it is laid out for. `pace` is
 * what one factory does more or less than the mean; it moves the ramp and not its end.
 */
export function learntShare(line: Line, made: number, pace: number): number {
  const known = Math.max(1, line.madeBefore + made);
  return Math.min(1, pace * (known / line.factoryMature) ** wrightExponent(line.factoryLearning));
}

/** Draws how fast each design's factory learns, once a campaign. */
export function drawFactories({ plan }: Params, state: TransportState, random: Keyed): void {
  for (const [d, { factoryScatter }] of plan.satellites.entries()) {
    state.pace[d] = Math.exp(factoryScatter * random.normal(entities.design + d, draws.factory));
  }
}

/** Writes how many satellites of each design can be begun in a month. */
export function countFinishable(
  { factories }: Params,
  { made, pace }: TransportState,
  month: number,
  seconds: number,
  finishable: Float64Array,
): void {
  for (let d = 0; d < factories.length; d++) {
    const { design } = factories[d]!;
    finishable[d] = design.factory_perS[month]! * seconds * learntShare(design, made[d]!, pace[d]!);
  }
}

/** Adds what was begun to what each factory has made. */
export function countMade(
  { factories }: Params,
  { made }: TransportState,
  begun: Readonly<Float64Array>,
): void {
  for (let d = 0; d < factories.length; d++) {
    const { serves } = factories[d]!;
    for (let h = 0; h < serves.length; h++) made[d] = made[d]! + serves[h]! * begun[h]!;
  }
}
