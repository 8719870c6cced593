import { bottlenecksOf, shellDays } from './bottlenecks.ts';
import { latencies } from './latency.ts';
import type { NetworkMonth } from './month.ts';
import { trafficOf } from './traffic.ts';

/** What a plan's links did in a month; names as the command prints them. */
export function capacityDocument(month: NetworkMonth, seed: number) {
  const traffic = trafficOf(month);
  const days = shellDays(month);
  const sum = (pick: 'offered_bit' | 'delivered_bit') => traffic.reduce((total, one) => total + one[pick], 0);
  const offered = sum('offered_bit');
  const heldByLinks = days.map(({ shell, hours }) => ({
    shell: shell.host.name,
    satellites: shell.units,
    meanFullness: days.find((day) => day.shell === shell)!.meanFullness,
    heldNearStations: hours.reduce((total, { carried }) => total + carried.heldByLinks, 0) / hours.length,
  }));
  return {
    plan: month.plan.name,
    month: month.label,
    seed,
    traffic,
    offered_bit: offered,
    delivered_bit: sum('delivered_bit'),
    deliveredShare: offered > 0 ? sum('delivered_bit') / offered : 1,
    downCapacity_bps: month.port('downCapacity_bps'),
    shells: heldByLinks,
    bottlenecks: bottlenecksOf(month, days),
    latency: latencies(month, days),
    tableError: Math.max(0, ...[...month.params.tableErrors]),
  };
}
export type CapacityDocument = ReturnType<typeof capacityDocument>;
