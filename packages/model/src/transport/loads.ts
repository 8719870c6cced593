import type { Host } from '../flows/subsystem.ts';
import type { Fault } from '../outcome/outcome.ts';
import { type Design, month_s, type TransportPlan } from './entries.ts';
import { loadOf, payloadToShell } from './payload.ts';
import type { Place } from './place.ts';

/** What launches carry: vehicle · orbits + host, save the last. */
export interface Loads {
  /** Whole satellites in a launch. */
  readonly wholeLoad: Float64Array;
  /** The same over the launch and its tankers; and what the other measure, or no tankers, would add to it. */
  readonly load: Float64Array;
  readonly heldByMass: Float64Array;
  readonly heldByVolume: Float64Array;
  readonly heldByTankers: Float64Array;
  /** Payload in kg that a launch for compute carries, mean over the plan's satellites, by vehicle. */
  readonly meanLoad_kg: Float64Array;
}

export function loadsOf(plan: TransportPlan, orbits: readonly Place[]): Loads {
  const size = plan.vehicles.length * orbits.length;
  const wholeLoad = new Float64Array(size);
  const load = new Float64Array(size);
  const heldByTankers = new Float64Array(size);
  const heldByMass = new Float64Array(size);
  const heldByVolume = new Float64Array(size);
  const meanLoad_kg = new Float64Array(plan.vehicles.length);
  for (const [v, vehicle] of plan.vehicles.entries()) {
    let mass_kg = 0;
    let targets = 0;
    for (const [h, { host, design }] of orbits.entries()) {
      const payload_kg = payloadToShell(vehicle, host.shell!, plan.section.dropAltitude_m);
      const usable_m3 = vehicle.fairingVolume_m3 * vehicle.fairingFill;
      const { byMass, byVolume, count } = loadOf(
        payload_kg,
        host.unitMass_kg,
        usable_m3,
        design!.stowedVolume_m3,
      );
      const carried = vehicle.carriesCompute ? count : 0;
      const at = v * orbits.length + h;
      const flights = 1 + vehicle.tankerLaunches;
      wholeLoad[at] = carried;
      load[at] = carried / flights;
      heldByMass[at] = vehicle.carriesCompute ? (byVolume - count) / flights : 0;
      heldByVolume[at] = vehicle.carriesCompute ? (byMass - count) / flights : 0;
      heldByTankers[at] = carried - carried / flights;
      mass_kg += load[at] * host.unitMass_kg * host.target;
      targets += host.target;
    }
    meanLoad_kg[v] = mass_kg > 0 ? mass_kg / targets : vehicle.payload_kg;
  }
  return { wholeLoad, load, heldByMass, heldByVolume, heldByTankers, meanLoad_kg };
}

/** Shells that are never filled: no vehicle lifts a satellite, it fits under no fairing, or never gets up there. */
export function unreachable(
  plan: TransportPlan,
  orbits: readonly Place[],
  { load, heldByVolume }: Pick<Loads, 'load' | 'heldByVolume'>,
): Fault[] {
  return orbits.flatMap((place, index): Fault[] => {
    const { host, design } = place;
    const any = (rows: Float64Array): boolean =>
      plan.vehicles.some((_, vehicle) => rows[vehicle * orbits.length + index]! > 0);
    if (host.target > 0 && place.raising_months * month_s >= host.unitLife_s) return [tooHigh(place)];
    if (host.target === 0 || any(load)) return [];
    return [any(heldByVolume) ? tooBig(host, design!) : tooFar(host)];
  });
}

function tooFar({ name }: Host): Fault {
  return {
    code: 'transport/unreachable',
    message: `No vehicle of the plan carries a satellite to ${name}.`,
    at: { path: `shells.${name}` },
    cause: 'Every vehicle with carriesCompute has too little payload to that orbit, or there is none.',
    fix: 'Add a vehicle that reaches it, let one carry compute, or take a lighter satellite.',
  };
}

function tooHigh({ host, raising_months }: Place): Fault {
  return {
    code: 'transport/unreachable',
    message: `${host.name} is so high that its satellites would not live to reach it.`,
    at: { path: `shells.${host.name}.altitude` },
    cause: `They climb from transport.dropAltitude by themselves, for ${Math.round(raising_months)} months at their raisingRate.`,
    fix: 'Carry them higher (transport.dropAltitude), let them climb faster, or take a lower shell.',
  };
}

function tooBig({ name }: Host, design: Design): Fault {
  return {
    code: 'transport/too-big',
    message: `${design.name} fits under no fairing that reaches ${name}.`,
    at: { path: `satellites.${design.name}.stowedVolume` },
    cause: `One takes ${design.stowedVolume_m3} m³ stowed, more than fairingVolume × fairingFill of every vehicle.`,
    fix: 'Fold it smaller, or add a vehicle with a larger fairing.',
  };
}
