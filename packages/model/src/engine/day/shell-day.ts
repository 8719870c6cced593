import { askAll, drainSlot, emptySeries, type ShellSeries } from '../../energy/day/full-load.ts';
import { sit, wake } from '../../energy/day/sit.ts';
import { type FleetSpec, type LaidFleet, seatPlanes } from './lay.ts';
import type { Stepper } from './run-day.ts';

/** Slots in which a day is kept: the kernel goes fast where it goes far, and keeps extremes at every step. */
export const slot_s = 600;
export const slotsPerDay = 144;
/** The Sun and the nodes are looked up so often. */
const sunSlots = 6;

/** The satellites of one shell of a fleet, as the fleet has them: the part of a day that needs nothing of other shells. */
export const shellOf = (spec: FleetSpec, shell: number): FleetSpec => ({
  ...spec,
  planes: spec.planes.filter(({ host }) => host === shell),
});

/** Shells that have satellites, by their place among the fleet's hosts. */
export function shellsOf({ planes }: FleetSpec): number[] {
  return [...new Set(planes.map(({ host }) => host))].sort((one, other) => one - other);
}

/**
 * A day of power and heat: every satellite is asked for its full load and rations its charge by its own eclipse policy, as
 * months take it. No satellite needs to know of another, so that a shell's series are the same to the bit whether it
 * is stepped alone or with the others. `stepper` goes a slot at a time, in steps of `step_s`. By host of the fleet; hosts without satellites have zeros.
 */
export async function shellDay(
  fleet: LaidFleet,
  begin_d: number,
  step_s: number,
  stepper: Stepper,
): Promise<ShellSeries[]> {
  const { planes, designs, links } = fleet;
  const count = planes.shell.length;
  const seats = seatPlanes(fleet, stepper.lay);
  const sun = { midnight_rad: new Float64Array(count), shadow_rad: new Float64Array(count) };
  const flown = { designs, links_W: links.idle_W };
  const shells = fleet.spec.hosts.map(() => emptySeries(slotsPerDay));
  for (let slot = 0; slot < slotsPerDay; slot++) {
    const changed = slot % sunSlots === 0;
    if (changed) sit(flown, planes, seats, sun, 'design', begin_d, slot * slot_s, step_s);
    if (slot === 0) {
      wake(planes, seats, sun, fleet.satellites());
      askAll(seats);
    }
    await stepper.step(changed);
    for (let plane = 0; plane < count; plane++) {
      drainSlot(plane, seats[plane]!, planes, shells[planes.shell[plane]!]!, slot);
    }
  }
  return shells;
}
