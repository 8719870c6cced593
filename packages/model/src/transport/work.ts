import type { Interval } from '../time/calendar.ts';
import type { Losses } from './fleet/cohorts.ts';
import { type Ask, perLaunch, type Supplies } from './limits.ts';
import { newOffer, type Offer } from './offer.ts';
import type { Params } from './params.ts';

/** Room to compute in, made once; nothing in it outlives a step. */
export interface Work {
  readonly offer: Offer;
  readonly ask: Ask;
  readonly losses: Losses;
  /** Satellites a month that compute's launches would carry to each shell, as they are and if nothing is grounded. */
  readonly capacity: Float64Array;
  readonly ungrounded: Float64Array;
  /** Months of launching that one satellite of a shell takes. */
  readonly launchTime: Float64Array;
  /** Launches with compute satellites as they are meant, by family. */
  readonly planned: Float64Array;
  readonly launched: Float64Array;
  readonly begun: Float64Array;
  readonly supplies: Supplies;
}

export function newWork(params: Params): Work {
  const hosts = params.places.length;
  const row = (): Float64Array => new Float64Array(hosts);
  return {
    offer: newOffer(params),
    ask: {
      wanted: row(),
      ready: row(),
      permitted: row(),
      buildable: row(),
      finishable: new Float64Array(params.factories.length),
    },
    losses: { failed: 0, retired: 0 },
    capacity: row(),
    ungrounded: row(),
    launchTime: row(),
    planned: new Float64Array(params.families.length),
    launched: row(),
    begun: row(),
    supplies: {
      chips: { limit: 0, cost: params.chipPower_W },
      cells: { limit: 0, cost: params.cellPower_W },
      cash: { limit: 0, cost: row() },
    },
  };
}

/** Satellites that the month's launches would carry to each shell. */
export function measureCapacity(
  params: Params,
  { offer, capacity, ungrounded }: Work,
  { index }: Interval,
): void {
  for (let h = 0; h < params.orbits; h++) {
    let flying = 0;
    let ready = 0;
    for (let f = 0; f < params.families.length; f++) {
      const units = perLaunch(params, f, h, index);
      flying += offer.compute[f]! * units;
      ready += Math.max(0, offer.ready[f]! - offer.others[f]!) * units;
    }
    capacity[h] = flying;
    ungrounded[h] = ready;
  }
}
