import type { Fleet, FleetShell, PadRow, StationRow } from '@kardashev/contracts/fleet.ts';
import { tableRequests } from '@kardashev/model/energy/compile.ts';
import { energySchema } from '@kardashev/model/energy/schema.ts';
import { settingOf } from '@kardashev/model/engine/twin.ts';
import type { Host } from '@kardashev/model/flows/subsystem.ts';
import { networkSchema } from '@kardashev/model/network/schema.ts';
import { present } from '@kardashev/model/outcome/invariant.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { viewOf } from '@kardashev/model/plan/view.ts';
import { secondsPerYear } from '@kardashev/model/time/calendar.ts';
import type { Pad, TransportPlan, Vehicle } from '@kardashev/model/transport/entries.ts';
import { placeOf } from '@kardashev/model/transport/place.ts';
import { transportSchema } from '@kardashev/model/transport/schema.ts';
import { survivalTables } from '@kardashev/model/transport/survival.ts';
import type { FleetOf } from '@kardashev/server/fleet.ts';
import { findRun } from '@kardashev/store/runs.ts';

/** The fleets of a folder of runs, satellite by satellite. */
export function servedFleet(runs: string): FleetOf {
  return async (name, funding) => {
    const found = findRun(runs, name);
    if (!found.ok) return undefined;
    const { plan } = found.value.manifest;
    return fleetOf(plan, funding ?? plan.funding);
  };
}

/** What the plan says of each satellite, station and pad, as the rooms understand it. */
export function fleetOf(plan: ResolvedPlan, funding: ResolvedPlan['funding']): Fleet {
  const setting = settingOf(plan, funding);
  const transport = viewOf(plan, 'transport', transportSchema);
  const energy = viewOf(plan, 'energy', energySchema);
  const { section, stations } = viewOf(plan, 'network', networkSchema);
  const inOrbit = setting.hosts.filter(({ kind }) => kind === 'orbit');
  const designOf = (host: Host) =>
    present(tableRequests(energy, [host], setting.calendar)[0], `${host.name} has a design`).parameters;
  return {
    shells: inOrbit.map((host) => ({ ...shellOf(host, transport), design: finite(designOf(host)) })),
    stations: stations.map(
      ({ name, latitude_rad, longitude_rad, terminals }): StationRow => ({
        name,
        latitude_rad,
        longitude_rad,
        terminals: [...terminals],
      }),
    ),
    pads: transport.pads.map((pad) => padOf(pad, transport.vehicles)),
    inclinationTolerance_rad: energy.section.inclinationTolerance_rad,
    stationElevation_rad: section.groundElevation_rad,
    topology: section.topology,
    grazingAltitude_m: section.grazingAltitude_m,
  };
}

function shellOf(host: Host, transport: TransportPlan): Omit<FleetShell, 'design'> {
  const { mortality, raising_months } = placeOf(host, transport, survivalTables(secondsPerYear / 12, 1));
  const { infantShare, infantPeriod_s, failure_perS, wearOut_s, wearOutShape, life_s } = mortality;
  return {
    name: host.name,
    begin: host.begin,
    formation_m: host.shell?.formation_m ?? 0,
    raising_months,
    mortality: finite({
      infantShare,
      infantPeriod_s,
      failure_perS,
      wearOut_s,
      wearOutShape,
      life_s,
      retirementSpread_s: mortality.retirementSpread_s,
    }),
  };
}

function padOf(pad: Pad, vehicles: readonly Vehicle[]): PadRow {
  const { name, latitude_rad, longitude_rad, family, pads, gap_s, permits_perS } = pad;
  const fly = vehicles.filter((vehicle) => vehicle.family === family);
  return {
    name,
    latitude_rad,
    longitude_rad,
    vehicles: fly.map((vehicle) => vehicle.name),
    allowed_perS: Array.from(permits_perS, (permits, month) =>
      Math.min(permits, pads[month]! / gap_s[month]!),
    ),
  };
}

/** JSON has no infinity: what never comes is put off beyond any plan. */
function finite<T extends { readonly [name: string]: number }>(numbers: T): T {
  const entries = Object.entries(numbers).map(([name, value]) => [
    name,
    Number.isFinite(value) ? value : Number.MAX_VALUE,
  ]);
  return Object.fromEntries(entries) as T;
}
