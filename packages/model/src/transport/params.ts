import type { Host, Setting } from '../flows/subsystem.ts';
import { present } from '../outcome/invariant.ts';
import { type Fault, failure, type Outcome, success } from '../outcome/outcome.ts';
import type { EntryOf, PlanOf } from '../plan/attribute.ts';
import type { baseCollections } from '../plan/base.ts';
import { secondsPerYear } from '../time/calendar.ts';
import { loadOf, payloadToShell } from './payload.ts';
import type { transportSchema } from './schema.ts';
import { siteWait_s } from './site.ts';
import { type Mortality, type SurvivalTable, survivalTables } from './survival.ts';

export type TransportPlan = PlanOf<typeof transportSchema>;
type Rows = (typeof transportSchema)['collections'];
export type Vehicle = EntryOf<Rows['vehicles']>;
export type Pad = EntryOf<Rows['pads']>;
export type Design = EntryOf<Rows['satellites'] & (typeof baseCollections)['satellites']>;
export type Site = EntryOf<Rows['sites'] & (typeof baseCollections)['sites']>;

/** Length of a month in ages and delays; the steps themselves use the calendar's own lengths. */
export const month_s = secondsPerYear / 12;

/** Vehicles of one name, oldest version first, and the launch sites they fly from. */
export interface Family {
  readonly name: string;
  /** Indices into the plan's vehicles. */
  readonly versions: readonly number[];
  /** Indices into the plan's launch sites. */
  readonly pads: readonly number[];
  /** By month: index of the newest version that flies, −1 before the first. */
  readonly newest: Int32Array;
}

/** A host with all that transport derives from its design or site. */
export interface Place {
  readonly host: Host;
  readonly design?: Design;
  readonly site?: Site;
  /** Months from money spent to built, and from launched (or built) to service. */
  readonly building_months: number;
  readonly raising_months: number;
  /** From asking for one more unit now to its service. */
  readonly wait_s: number;
  /** Index of the first month in which units may be begun. */
  readonly from: number;
  /** How its units leave service, and the same as a table over months of age. */
  readonly mortality: Mortality;
  readonly survival: SurvivalTable;
  /** Mean time in which a dead satellite of the shell re-enters. */
  readonly decay_s: number;
}

export interface Params {
  readonly months: number;
  /** Months of a delay line: the plan's and the longest delay. */
  readonly line: number;
  readonly plan: TransportPlan;
  readonly books: boolean;
  readonly inOrder: boolean;
  /** Mishaps at their expected rate instead of drawn: what shadow prices are taken from. */
  readonly expected: boolean;
  /** Number of places in orbit; they come first. */
  readonly orbits: number;
  readonly places: readonly Place[];
  readonly families: readonly Family[];
  /** Share of its family's flights that a version makes: vehicle · months + month. */
  readonly mix: Float64Array;
  /** Whole satellites in a launch: vehicle · orbits + host. */
  readonly wholeLoad: Float64Array;
  /** The same over the launch and its tankers; and what the other measure, or no tankers, would add to it. */
  readonly load: Float64Array;
  readonly heldByMass: Float64Array;
  readonly heldByVolume: Float64Array;
  readonly heldByTankers: Float64Array;
  /** Propellant of one launch of the thirstiest version, by family: what a site's tanks hold at least. */
  readonly thirst_kg: Float64Array;
  /** 1 where a family has a version flying that takes satellites of the plan: family · months + month. */
  readonly carries: Uint8Array;
  /** Payload in kg that a launch for compute carries, mean over the plan's satellites. */
  readonly meanLoad_kg: Float64Array;
  /** What one unit takes of each supply, by host. */
  readonly cellPower_W: Float64Array;
  readonly chipPower_W: Float64Array;
  /** By design: 1 for the hosts that its factory serves. */
  readonly factories: readonly { readonly design: Design; readonly serves: Float64Array }[];
  readonly longestBuilding_months: number;
}

/** Faults: `transport/unreachable` and `transport/too-big` for a shell that no vehicle of the plan can fill. */
export function compileTransport(plan: TransportPlan, setting: Setting): Outcome<Params> {
  const months = setting.calendar.intervals.length;
  const survival = survivalTables(month_s, months + 1);
  const places = setting.hosts.map((host) => placeOf(host, plan, survival));
  const orbits = places.filter((place) => place.host.kind === 'orbit').length;
  const loads = loadsOf(plan, places.slice(0, orbits));
  const faults = unreachable(plan, places.slice(0, orbits), loads);
  if (faults.length > 0) return failure(...faults);
  const first = setting.calendar.intervals[0]?.month ?? 0;
  const families = familiesOf(plan, months, first);
  const longest = Math.max(
    0,
    ...places.map((place) => Math.max(place.building_months, place.raising_months)),
  );
  const mix = mixOf(plan.vehicles, families, months, first);
  return success({
    months,
    line: months + Math.ceil(longest) + 2,
    plan,
    books: setting.funding === 'books',
    inOrder: plan.section.fill === 'in-order',
    expected: false,
    orbits,
    places,
    families,
    mix,
    thirst_kg: Float64Array.from(families, ({ versions }) =>
      Math.max(...versions.map((version) => plan.vehicles[version]!.propellant_kg)),
    ),
    carries: carriesOf(families, mix, loads.load, months, orbits),
    ...loads,
    cellPower_W: Float64Array.from(places, (place) => place.design?.cellPower_W ?? 0),
    chipPower_W: Float64Array.from(places, (place) => place.host.unitPower_W),
    factories: plan.satellites.map((design) => ({
      design,
      serves: Float64Array.from(places, (place) => (place.design === design ? 1 : 0)),
    })),
    longestBuilding_months: Math.max(0, ...places.slice(0, orbits).map((place) => place.building_months)),
  });
}

type SurvivalOf = ReturnType<typeof survivalTables>;

function placeOf(host: Host, plan: TransportPlan, survival: SurvivalOf): Place {
  return host.kind === 'orbit' ? orbitPlace(host, plan, survival) : groundPlace(host, plan, survival);
}

function orbitPlace(host: Host, plan: TransportPlan, survival: SurvivalOf): Place {
  const design = present(
    plan.satellites.find((satellite) => satellite.name === host.satellite),
    `the design of ${host.name} is in the plan`,
  );
  const shell = present(host.shell, `${host.name} in orbit has a shell`);
  const { section } = plan;
  const climb_m = Math.max(0, shell.altitude_m - section.dropAltitude_m);
  const building_months = Math.max(1, design.factoryLead_s / month_s);
  const raising_months = Math.max(1, (design.commissioning_s + climb_m / design.raisingRate_mperS) / month_s);
  const ahead = Math.round(building_months + raising_months);
  const life_s = design.retireObsolete ? Math.min(host.unitLife_s, design.chipsObsolete_s) : host.unitLife_s;
  const mortality = { ...design, life_s };
  return {
    host,
    design,
    building_months,
    raising_months,
    wait_s: (building_months + raising_months) * month_s + section.launchBuffer_s,
    from: host.begin - ahead,
    mortality,
    survival: survival(mortality, ahead),
    decay_s:
      section.naturalDecay_s *
      Math.exp((shell.altitude_m - section.naturalDecayAltitude_m) / section.naturalDecayScale_m),
  };
}

function groundPlace(host: Host, plan: TransportPlan, survival: SurvivalOf): Place {
  const site = present(
    plan.sites.find((entry) => entry.name === host.name),
    `the site ${host.name} is in the plan`,
  );
  const building_months = Math.max(1, site.building_s / month_s);
  const kind: Mortality = {
    infantShare: 0,
    infantPeriod_s: month_s,
    failure_perS: site.hallLoss_perS,
    wearOut_s: Infinity,
    wearOutShape: 1,
    life_s: host.unitLife_s,
    retirementSpread_s: site.hallRetirementSpread_s,
  };
  return {
    host,
    site,
    building_months,
    raising_months: 0,
    wait_s: siteWait_s(site),
    from: host.begin,
    mortality: kind,
    survival: survival(kind, Math.round(building_months)),
    decay_s: Infinity,
  };
}

function familiesOf(plan: TransportPlan, months: number, firstMonth: number): Family[] {
  const names = [...new Set(plan.vehicles.map(familyOf))];
  return names.map((name) => {
    const versions = plan.vehicles
      .map((_, index) => index)
      .filter((index) => familyOf(plan.vehicles[index]!) === name)
      .sort((a, b) => plan.vehicles[a]!.available - plan.vehicles[b]!.available);
    const newest = Int32Array.from({ length: months }, (_, month) => {
      const flying = versions.filter((index) => plan.vehicles[index]!.available <= firstMonth + month);
      return flying[flying.length - 1] ?? -1;
    });
    const pads = plan.pads.flatMap((pad, index) => (pad.family === name ? [index] : []));
    return { name, versions, pads, newest };
  });
}

/** A vehicle without a family is one of its own. */
function familyOf(vehicle: Vehicle): string {
  return vehicle.family === '' ? vehicle.name : vehicle.family;
}

/** Each version takes over from those before it, evenly over its phase-in; the first flies at once. */
function mixOf(
  vehicles: readonly Vehicle[],
  families: readonly Family[],
  months: number,
  firstMonth: number,
): Float64Array {
  const mix = new Float64Array(vehicles.length * months);
  for (const { versions } of families) {
    for (let month = 0; month < months; month++) {
      let left = 1;
      for (const version of versions.toReversed()) {
        const vehicle = vehicles[version]!;
        const since_s = (firstMonth + month + 1 - vehicle.available) * month_s;
        const first = version === versions[0];
        const taken =
          since_s <= 0 ? 0 : first ? 1 : Math.min(1, since_s / Math.max(vehicle.phaseIn_s, month_s));
        mix[version * months + month] = left * taken;
        left *= 1 - taken;
      }
    }
  }
  return mix;
}

function carriesOf(
  families: readonly Family[],
  mix: Float64Array,
  load: Float64Array,
  months: number,
  orbits: number,
): Uint8Array {
  const carries = new Uint8Array(families.length * months);
  for (const [f, { versions }] of families.entries()) {
    const able = versions.filter((v) =>
      load.subarray(v * orbits, (v + 1) * orbits).some((units) => units > 0),
    );
    for (let month = 0; month < months; month++) {
      carries[f * months + month] = able.some((v) => mix[v * months + month]! > 0) ? 1 : 0;
    }
  }
  return carries;
}

type Loads = Pick<
  Params,
  'wholeLoad' | 'load' | 'heldByMass' | 'heldByVolume' | 'heldByTankers' | 'meanLoad_kg'
>;

function loadsOf(plan: TransportPlan, orbits: readonly Place[]): Loads {
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

/** Shells that no vehicle fills: because none lifts a satellite there, or because it fits under no fairing. */
function unreachable(
  plan: TransportPlan,
  orbits: readonly Place[],
  { load, heldByVolume }: Pick<Loads, 'load' | 'heldByVolume'>,
): Fault[] {
  return orbits.flatMap(({ host, design }, index): Fault[] => {
    const any = (rows: Float64Array): boolean =>
      plan.vehicles.some((_, vehicle) => rows[vehicle * orbits.length + index]! > 0);
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

function tooBig({ name }: Host, design: Design): Fault {
  return {
    code: 'transport/too-big',
    message: `${design.name} fits under no fairing that reaches ${name}.`,
    at: { path: `satellites.${design.name}.stowedVolume` },
    cause: `One takes ${design.stowedVolume_m3} m³ stowed, more than fairingVolume × fairingFill of every vehicle.`,
    fix: 'Fold it smaller, or add a vehicle with a larger fairing.',
  };
}
