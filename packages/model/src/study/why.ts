import { median } from '@kardashev/kernels/numeric/statistics.ts';
import { formatNumber } from '../units/format.ts';
import { alternatives, pflopDay_FLOP } from './cost.ts';
import type { Reading } from './reading.ts';

interface Place {
  readonly name: string;
  readonly cost_USDperPFLOPday: number;
  readonly build_USDperW: number;
}

/** Hosts of a kind with their cost in the last month, cheapest first. */
function placesOf(reading: Reading, kind: 'orbit' | 'ground'): Place[] {
  const unit = reading.rows('unitCost_USD2026');
  const power = reading.rows('powerPerNewUnit_W');
  return reading
    .rows('levelised_USD2026perFLOP')
    .flatMap((column, index): Place[] => {
      const cost = reading.end(column.values) * pflopDay_FLOP;
      if (reading.hosts[index]?.kind !== kind || !Number.isFinite(cost)) return [];
      const unit_USD = reading.end(unit[index]?.values ?? new Float64Array());
      const power_W = reading.end(power[index]?.values ?? new Float64Array());
      return [{ name: column.row, cost_USDperPFLOPday: cost, build_USDperW: unit_USD / power_W }];
    })
    .sort((left, right) => left.cost_USDperPFLOPday - right.cost_USDperPFLOPday);
}

/**
 * Why orbit is or is not the cheaper place at the plan's end, in a sentence: cheapest and dearest shell and the
 * median site, each with what a watt at the chips costs to build and place. Undefined with only one of the two.
 */
export function whyOrbitOrGround(reading: Reading): string | undefined {
  const orbit = placesOf(reading, 'orbit');
  const ground = placesOf(reading, 'ground');
  const [best, worst] = [orbit[0], orbit[orbit.length - 1]];
  if (!best || !worst || ground.length === 0) return undefined;
  const middle = median(ground.map((place) => place.cost_USDperPFLOPday));
  const built = median(ground.map((place) => place.build_USDperW));
  const range = `${best.name} ${formatNumber(best.cost_USDperPFLOPday)} $ to ${worst.name} ${formatNumber(worst.cost_USDperPFLOPday)} $`;
  const watts = `a watt at the chips costs ${formatNumber(best.build_USDperW)}–${formatNumber(worst.build_USDperW)} $ to build and place, ${formatNumber(built)} $ at the median site`;
  return `${range}; ${watts}; ${judgement(reading, best.cost_USDperPFLOPday, middle)}`;
}

function judgement(reading: Reading, best: number, middle: number): string {
  if (alternatives(reading).crossover !== undefined) return 'orbit stays the cheaper place.';
  if (best <= middle) return 'the other shells pull the mean up.';
  const carried = linkShare(reading);
  return Number.isFinite(carried)
    ? `links feed and hear ${formatNumber(100 * carried)} % of the work that has power.`
    : 'no satellite is in service in the end.';
}

/** Share of the work with power whose bits links carry in the last month, mean over the satellites in service. */
function linkShare(reading: Reading): number {
  const shares = reading.rows('deliverableShare');
  let sum = 0;
  let units = 0;
  reading.rows('inService').forEach((column, index) => {
    if (reading.hosts[index]?.kind !== 'orbit') return;
    const flying = reading.end(column.values);
    sum += flying * reading.end(shares[index]?.values ?? new Float64Array());
    units += flying;
  });
  return sum / units;
}
