import type { Supply } from '../../compute/scheduler/bound.ts';
import { crossings } from '../../energy/day/margins.ts';
import { type PlaneTotals, takeTotals } from '../../energy/day/outcome.ts';
import type { Seat } from '../../energy/day/seat.ts';
import type { DayPlanes, DaySatellites, DaySun } from '../../flows/day.ts';

/** Slots of the bound's program. */
export const slot_s = 600;
const slots = 86_400 / slot_s;

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** A day's supply before its first slot, and what satellites had stored. */
export function emptySupply(
  planes: number,
  seats: readonly Seat[],
  sun: { readonly shadow_rad: Float64Array },
  step_s: number,
): Supply {
  const column = () => new Float64Array(planes * slots);
  const of = (name: 'usable_J' | 'charge_W' | 'discharge_W' | 'roundTrip') =>
    Float64Array.from(seats, ({ block, row }) => block.rows[name][row]!);
  const source = (name: 'load_W' | 'dark_W') =>
    Float64Array.from(seats, ({ block, row }) => block.rows[name][row]! / block.rows.distribution[row]!);
  return {
    slots,
    slot_s: slot_s,
    step_s,
    array_J: column(),
    housekeeping_J: column(),
    sunlit_s: column(),
    crossings: column(),
    service_s: column(),
    load_W: source('load_W'),
    dark_W: source('dark_W'),
    usable_J: of('usable_J'),
    charge_W: of('charge_W'),
    discharge_W: of('discharge_W'),
    roundTrip: of('roundTrip'),
    shadow_rad: sun.shadow_rad,
    stored_J: Float64Array.from(seats, ({ block, row }) => {
      const { stored_J } = block.state;
      return sumOf(stored_J.subarray(row * block.perRow, (row + 1) * block.perRow));
    }),
  };
}

/** What is known of a slot when it begins. */
export function openSlot(
  supply: Supply,
  slot: number,
  planes: DayPlanes,
  sun: DaySun,
  satellites: DaySatellites,
  inService: Int32Array,
): void {
  for (let plane = 0; plane < planes.shell.length; plane++) {
    const at = plane * supply.slots + slot;
    supply.crossings[at] = crossings(plane, planes, sun, satellites, slot * supply.slot_s, supply.slot_s);
    // Whoever is out for a restart may be back within the slot.
    supply.service_s[at] =
      Math.max(inService[plane]!, planes.first[plane + 1]! - planes.first[plane]!) * supply.slot_s;
  }
}

/** What the kernel gave in a slot. */
export function closeSlot(
  supply: Supply,
  slot: number,
  seats: readonly Seat[],
  planes: DayPlanes,
  totals: PlaneTotals,
): void {
  for (let plane = 0; plane < seats.length; plane++) {
    const seat = seats[plane]!;
    const at = plane * supply.slots + slot;
    const [array_J, housekeeping_J, sunlit_s] = [
      totals.array_J[plane]!,
      totals.housekeeping_J[plane]!,
      totals.sunlit_s[plane]!,
    ];
    takeTotals(plane, seat, planes, totals);
    supply.array_J[at] = totals.array_J[plane]! - array_J;
    const distribution = seat.block.rows.distribution[seat.row]!;
    supply.housekeeping_J[at] = (totals.housekeeping_J[plane]! - housekeeping_J) / distribution;
    supply.sunlit_s[at] = totals.sunlit_s[plane]! - sunlit_s;
  }
}
