import { type Contact, contactPlan, earliestDelivery } from '@kardashev/model/network/routing/contacts.ts';
import { type Network, type Pair, viewsAt } from '@kardashev/model/network/routing/round-trips.ts';
import type { Station } from '@kardashev/model/network/routing/stations.ts';
import { csv } from '../layout.ts';
import type { PairLine } from './rtt.ts';

/** Which station sees which satellite when. */
export function contactsOf(
  network: Network,
  stations: readonly Station[],
  from_d: number,
  times_s: readonly number[],
  step_s: number,
): Contact[] {
  const looks = times_s.map((time_s) => ({
    time_s,
    views: viewsAt(network.at(from_d, time_s), stations),
  }));
  return contactPlan(looks, step_s);
}

export function contactsCsv(stations: readonly Station[], contacts: readonly Contact[]): string {
  const rows = contacts.map(({ station, satellite, from_s, to_s, rangeLeast_m }) => [
    stations[station]?.name ?? '',
    satellite,
    from_s,
    to_s,
    Number(rangeLeast_m.toFixed(1)),
  ]);
  return csv([['station', 'satellite', 'from_s', 'to_s', 'rangeLeast_m'], ...rows]);
}

/** The lines with the earliest delivery over passes alone; what a pass carries is taken to be there at once. */
export function withDeliveries(
  lines: readonly PairLine[],
  pairs: readonly Pair[],
  contacts: readonly Contact[],
): PairLine[] {
  return lines.map((line, index) => ({
    ...line,
    delivery_s: earliestDelivery(contacts, pairs[index]!, 0, 0)?.arrives_s ?? null,
  }));
}
