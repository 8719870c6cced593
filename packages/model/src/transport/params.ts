import type { Setting } from '../flows/subsystem.ts';
import { failure, type Outcome, success } from '../outcome/outcome.ts';
import { type Design, month_s, type TransportPlan } from './entries.ts';
import { carriesOf, type Family, familiesOf, mixOf } from './families.ts';
import { type Loads, loadsOf, unreachable } from './loads.ts';
import { type Place, placeOf } from './place.ts';
import { survivalTables } from './survival.ts';
import { gapInSeason_s } from './weather.ts';

/** A plan's transport, compiled: what does not change from month to month. */
export interface Params extends Loads {
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
  /** Propellant of one launch of the thirstiest version, by family: what a site's tanks hold at least. */
  readonly thirst_kg: Float64Array;
  /** Mean gap of each launch site by month, longer in the season of bad weather. */
  readonly gapInSeason_s: readonly Float64Array[];
  /** 1 where a family has a version flying that takes satellites of the plan: family · months + month. */
  readonly carries: Uint8Array;
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
    books: setting.funding !== 'as-needed',
    inOrder: plan.section.fill === 'in-order',
    expected: false,
    orbits,
    places,
    families,
    mix,
    thirst_kg: Float64Array.from(families, ({ versions }) =>
      Math.max(...versions.map((version) => plan.vehicles[version]!.propellant_kg)),
    ),
    gapInSeason_s: plan.pads.map((pad) =>
      pad.gap_s.map((gap_s, month) => gapInSeason_s(pad, gap_s, (first + month) % 12)),
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
