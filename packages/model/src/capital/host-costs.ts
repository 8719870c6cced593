import { learned } from '@kardashev/kernels/numeric/wright.ts';
import type { Host } from '../flows/subsystem.ts';
import { present } from '../outcome/invariant.ts';
import { type Interval, secondsPerYear } from '../time/calendar.ts';
import { carriedShare, discounted_s } from './levelised.ts';
import type { CapitalPlan } from './params.ts';

/** A satellite's cost without chips: hosts that fly one design learn together. */
export interface Design {
  readonly name: string;
  readonly cost_USD2026perW: number;
  readonly floor_USD2026perW: number;
  readonly from_W: number;
  /** Fall of the cost with each doubling of the power built (Wright). */
  readonly learning: number;
}

/** What one unit of a host costs, and how its cost spreads over its life. */
export interface HostTerms {
  readonly power_W: number;
  /** Index of the satellite's design; −1 on the ground. */
  readonly design: number;
  readonly mass_kg: number;
  /** Cost of the unit's chips by month. */
  readonly chips_USD2026: Float64Array;
  /** Building with power and cooling; 0 in orbit. */
  readonly building_USD2026: number;
  /** Factor on satellite, chips and launch; 1 on the ground. */
  readonly insurance: number;
  /** Factor on satellite and launch where another company sells them; 1 within one. */
  readonly markup: number;
  /** Operations over the unit's cost. */
  readonly operations_perS: number;
  /** Price of the energy that the host draws, its water within; 0 in orbit. */
  readonly power_USD2026perJ: number;
  /** Of that, water. */
  readonly water_USD2026perJ: number;
  /** Energy drawn over energy to the chips at full draw, at the plan's utilisation; 0 in orbit. */
  readonly drawnShare: number;
  /** Imagers of one unit; 0 on the ground. */
  readonly imagers_USD2026: number;
  /** Months that a building stands; 0 in orbit. */
  readonly buildingMonths: number;
  /** Share of the unit's cost in orbit, of the building on the ground, that is paid on asking. */
  readonly earlyShare: number;
  /** Share of the building that one life of chips must carry. */
  readonly carried: number;
  readonly costOfCapital_perS: number;
  readonly life_s: number;
  /** Discounted durations of running cost and of work. */
  readonly running_s: number;
  readonly work_s: number;
}

export function designsOf(satellites: CapitalPlan['satellites']): Design[] {
  return satellites.map((satellite) => ({
    name: satellite.name,
    cost_USD2026perW: satellite.specificCost_USD2026perW,
    floor_USD2026perW: satellite.specificCostFloor_USD2026perW,
    from_W: satellite.learningFrom_W,
    learning: satellite.learning,
  }));
}

/** A host's terms from the plan's satellites and sites. */
export function hostTerms(
  host: Host,
  plan: CapitalPlan,
  designs: readonly Design[],
  intervals: readonly Interval[],
  apart: boolean,
): HostTerms {
  const orbit = host.kind === 'orbit';
  const satellite = plan.satellites.find((entry) => entry.name === host.satellite);
  const site = plan.sites.find((entry) => entry.name === host.name);
  const { costOfCapital_perS, chipCost_USD2026perW, chipCostFall_perS } = plan.section;
  return {
    power_W: host.unitPower_W,
    design: orbit ? designs.findIndex((design) => design.name === host.satellite) : -1,
    mass_kg: host.unitMass_kg,
    chips_USD2026: Float64Array.from(
      intervals,
      ({ month }) =>
        chipCost_USD2026perW *
        host.unitPower_W *
        Math.exp((-chipCostFall_perS * secondsPerYear * month) / 12),
    ),
    costOfCapital_perS,
    life_s: host.unitLife_s,
    running_s: discounted_s(costOfCapital_perS, host.unitLife_s),
    work_s: discounted_s(costOfCapital_perS + (satellite?.workLoss_perS ?? 0), host.unitLife_s),
    ...(orbit ? inOrbit(satellite, plan.section, apart) : onGround(site, host, plan.section)),
  };
}

type Section = CapitalPlan['section'];
type Terms = Pick<
  HostTerms,
  | 'building_USD2026'
  | 'insurance'
  | 'markup'
  | 'operations_perS'
  | 'power_USD2026perJ'
  | 'water_USD2026perJ'
  | 'drawnShare'
  | 'imagers_USD2026'
  | 'buildingMonths'
  | 'earlyShare'
  | 'carried'
>;

function inOrbit(
  satellite: CapitalPlan['satellites'][number] | undefined,
  section: Section,
  apart: boolean,
): Terms {
  const { insurance, operations_perS, imagerShare } = present(satellite, 'a shell has a satellite');
  return {
    building_USD2026: 0,
    insurance: 1 + insurance,
    markup: apart ? 1 + section.armsLengthMargin : 1,
    operations_perS,
    power_USD2026perJ: 0,
    water_USD2026perJ: 0,
    drawnShare: 0,
    imagers_USD2026: imagerShare * section.imagerCost_USD2026,
    buildingMonths: 0,
    earlyShare: 1,
    carried: 1,
  };
}

function onGround(
  site: CapitalPlan['sites'][number] | undefined,
  host: Host,
  { costOfCapital_perS, utilisation }: Section,
): Terms {
  const at = present(site, 'a hall has a site');
  // Water goes with energy to the chips; a joule drawn brings 1/PUE of it there.
  const water_USD2026perJ = (at.waterPerEnergy_kgperJ * at.waterPrice_USD2026perkg) / at.pue;
  return {
    building_USD2026: (at.dataCentreCost_USD2026perW + at.powerPlantCost_USD2026perW) * host.unitPower_W,
    insurance: 1,
    markup: 1,
    operations_perS: at.siteOperations_perS,
    power_USD2026perJ: at.powerPrice_USD2026perJ + water_USD2026perJ,
    water_USD2026perJ,
    drawnShare: at.pue * (at.idleShare + (1 - at.idleShare) * utilisation),
    imagers_USD2026: 0,
    buildingMonths: Math.round((at.buildingLife_s / secondsPerYear) * 12),
    earlyShare: at.earlyShare,
    carried: carriedShare(costOfCapital_perS, host.unitLife_s, at.buildingLife_s),
  };
}

/** What one more unit costs to build and place in a month. */
export function unitCost_USD2026(
  host: HostTerms,
  month: number,
  design: Design | undefined,
  built_W: number,
  launch_USD2026perkg: number,
): number {
  const chips = host.chips_USD2026[month] as number;
  if (!design) return host.building_USD2026 + chips;
  const satellite =
    Math.max(
      learned(design.cost_USD2026perW, design.from_W, design.learning, built_W),
      design.floor_USD2026perW,
    ) * host.power_W;
  return ((satellite + host.mass_kg * launch_USD2026perkg) * host.markup + chips) * host.insurance;
}

/**
 * Levelised cost of the work that a unit asked for now delivers: `levelised` with what does not change from
 * month to month worked out before. Infinite where a unit would deliver nothing.
 */
export function levelisedWork_USD2026perFLOP(
  host: HostTerms,
  cost_USD2026: number,
  work_FLOPperS: number,
  drawn_W: number,
  wait_s: number,
): number {
  if (!(work_FLOPperS > 0)) return Number.POSITIVE_INFINITY;
  const lasting = host.building_USD2026 * host.carried;
  const early = host.earlyShare * (host.design < 0 ? lasting : cost_USD2026);
  const atStart = cost_USD2026 - host.building_USD2026 + lasting - early;
  const running = host.operations_perS * cost_USD2026 + host.power_USD2026perJ * drawn_W;
  const spent = early * Math.exp(host.costOfCapital_perS * wait_s) + atStart + running * host.running_s;
  return spent / (work_FLOPperS * host.work_s);
}

/** Of a unit's cost, what another company keeps as its margin; 0 within one. */
export function marginOf_USD2026(host: HostTerms, cost_USD2026: number, month: number): number {
  const chips = host.chips_USD2026[month] as number;
  return (cost_USD2026 / host.insurance - chips) * (1 - 1 / host.markup) * host.insurance;
}

/** When a unit is asked for, and at what prices. */
export interface Asking {
  /** `unitCost_USD2026` at these prices. */
  readonly cost_USD2026: number;
  readonly launch_USD2026perkg: number;
  /** Mean power drawn from grid or own plant; 0 in orbit. */
  readonly drawn_W: number;
  readonly wait_s: number;
  /** Of the plan, from 0. */
  readonly month: number;
}

/** What `levelisedWork_USD2026perFLOP` divides, by part: present value on the day of entry into service. */
export function unitOutlay(host: HostTerms, asking: Asking): { readonly [part: string]: number } {
  const chips = host.chips_USD2026[asking.month] as number;
  const operations = host.operations_perS * asking.cost_USD2026 * host.running_s;
  const compounded = Math.expm1(host.costOfCapital_perS * asking.wait_s) * host.earlyShare;
  if (host.design < 0) {
    const building = host.building_USD2026 * host.carried;
    const drawn_J = asking.drawn_W * host.running_s;
    const water = host.water_USD2026perJ * drawn_J;
    const energy = host.power_USD2026perJ * drawn_J - water;
    return { building, chips, operations, energy, water, waiting: building * compounded };
  }
  const launch = host.mass_kg * asking.launch_USD2026perkg * host.markup;
  const insured = asking.cost_USD2026 / host.insurance;
  return {
    satellite: insured - chips - launch,
    chips,
    launch,
    insurance: asking.cost_USD2026 - insured,
    operations,
    waiting: asking.cost_USD2026 * compounded,
  };
}
