import { month_s, type TransportPlan, type Vehicle } from './entries.ts';

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

/** Families of the plan, in the order in which it names them. */
export function familiesOf(plan: TransportPlan, months: number, firstMonth: number): Family[] {
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
export function mixOf(
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

/** 1 where a family has a version flying that takes satellites of the plan: family · months + month. */
export function carriesOf(
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
