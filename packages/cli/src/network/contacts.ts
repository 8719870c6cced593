import { contactPlan } from '@kardashev/model/network/routing/contacts.ts';
import { type Network, viewsAt } from '@kardashev/model/network/routing/round-trips.ts';
import type { Station } from '@kardashev/model/network/routing/stations.ts';
import { csv } from '../layout.ts';

/** Which station sees which satellite when, as CSV. */
export function contactsCsv(
  network: Network,
  stations: readonly Station[],
  from_d: number,
  times_s: readonly number[],
): string {
  const looks = times_s.map((time_s) => ({
    time_s,
    views: viewsAt(network.at(from_d, time_s), stations),
  }));
  const step_s = (times_s[1] ?? 1) - (times_s[0] ?? 0);
  const rows = contactPlan(looks, step_s).map((contact) => [
    stations[contact.station]?.name ?? '',
    contact.satellite,
    contact.from_s,
    contact.to_s,
    Number(contact.rangeLeast_m.toFixed(1)),
  ]);
  return csv([['station', 'satellite', 'from_s', 'to_s', 'rangeLeast_m'], ...rows]);
}
