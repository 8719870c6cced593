import type { EntryOf } from '../../plan/attribute.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import { discounted_s } from '../levelised.ts';
import type { projectRows } from './schema.ts';
import type { CostSheet } from './sheet.ts';

export type Project = EntryOf<typeof projectRows>;

/** What a project in orbit consists of, beside its money. */
export interface FleetSize {
  /** Mean over the years of what ageing leaves of the cells' output. */
  readonly ageingFactor: number;
  readonly satellites: number;
  readonly mass_kg: number;
  readonly launches: number;
  readonly arrayArea_m2: number;
}

/** Mean of what is left at the start of each year of a life; a last part of a year counts by its length. */
export function yearlyMean(loss: number, years: number): number {
  let sum = 0;
  for (let year = 0; year < years; year++) sum += (1 - loss) ** year * Math.min(1, years - year);
  return sum / years;
}

/** Satellites, mass and launches of a project in orbit. */
export function fleetSize(project: Project): FleetSize {
  const ageingFactor = yearlyMean(project.cellAgeing, project.years);
  const lasting = project.sizing === 'mean' ? ageingFactor * project.sunlitShare : 1;
  // Less than one part in 10⁹ beyond a whole satellite is rounding, and orders no other.
  const satellites = Math.ceil((project.power_W / lasting / project.unitPower_W) * (1 - 1e-9));
  const mass_kg = (satellites * project.unitPower_W) / project.specificPower_Wperkg;
  return {
    ageingFactor,
    satellites,
    mass_kg,
    launches: Math.ceil((mass_kg / project.payload_kg) * (1 - 1e-9)),
    arrayArea_m2: satellites * project.unitArea_m2,
  };
}

/** The sheet of a project, on the boundary that its rows say. */
export function sheetOf(project: Project): CostSheet {
  const built = project.kind === 'orbit' ? builtInOrbit(project) : builtOnGround(project);
  const life_s = project.years * project.yearLength_s;
  const running_s = discounted_s(project.costOfCapital_perS, life_s);
  const years = running_s / project.yearLength_s;
  const total = Object.values(built).reduce((sum, part) => sum + part, 0);
  const waiting = total * project.earlyShare * Math.expm1(project.costOfCapital_perS * project.wait_s);
  const upkept = upkeepBase(project, built);
  const energy_J = energyOf(project, running_s);
  return {
    parts_USD: {
      ...built,
      operations: upkept * project.operations * years,
      chipFailures: upkept * project.chipFailures * years,
      engineering: project.engineering_USD2026,
      ...(waiting > 0 ? { waiting } : {}),
      ...(project.kind === 'ground' ? groundRunning(project, running_s) : {}),
    },
    power_W: project.power_W,
    energy_J,
    work_FLOP: deliveredPower_W(project) * running_s * project.peak_FLOPperJ * deliveredShare(project),
    work_FLOPpertoken: project.work_FLOPpertoken,
    years: project.years,
    boundary: {
      chips: project.chipCost_USD2026perW > 0 ? 'inside' : 'outside',
      energy: project.energyBasis,
      costOfCapital_perYear: project.costOfCapital_perS * secondsPerYear,
    },
  };
}

/** Share of the chips' peak that reaches users. */
export function deliveredShare(project: Project): number {
  const { achievedShare, occupiedShare, survivingShare, availableShare, carriedShare } = project;
  return achievedShare * occupiedShare * survivingShare * availableShare * carriedShare;
}

type Parts = { readonly [part: string]: number };

function builtInOrbit(project: Project): Parts {
  const { satellites, mass_kg } = fleetSize(project);
  const new_W = satellites * project.unitPower_W;
  const hardware = new_W * project.satelliteCost_USD2026perW;
  const chips = new_W * project.chipCost_USD2026perW;
  const launch = mass_kg * project.launchPrice_USD2026perkg;
  const insurance = (hardware + chips + launch) * project.insurance;
  return { hardware, chips, launch, insurance };
}

function builtOnGround(project: Project): Parts {
  const { power_W } = project;
  return {
    plant: power_W * project.pue * project.plantCost_USD2026perW,
    electrical: power_W * project.electricalCost_USD2026perW,
    mechanical: power_W * project.mechanicalCost_USD2026perW,
    civil: power_W * project.civilCost_USD2026perW,
    network: power_W * project.networkCost_USD2026perW,
    chips: power_W * project.chipCost_USD2026perW,
  };
}

/** What upkeep is a share of: launch is paid once and kept up by nobody. */
function upkeepBase(project: Project, built: Parts): number {
  const all = Object.values(built).reduce((sum, part) => sum + part, 0);
  return project.kind === 'orbit' ? all - (built.launch ?? 0) - (built.insurance ?? 0) : all;
}

function groundRunning(project: Project, running_s: number): Parts {
  const chips_J = project.power_W * project.capacityFactor * running_s;
  const drawn_J = chips_J * project.pue;
  return {
    energy: drawn_J * project.energyPrice_USD2026perJ,
    fuel: drawn_J * project.heatRate * project.fuelPrice_USD2026perJ,
    water: chips_J * project.waterUse_kgperJ * project.waterPrice_USD2026perkg,
  };
}

/** Mean power to the chips over the life. */
function deliveredPower_W(project: Project): number {
  const { power_W, capacityFactor } = project;
  if (project.kind === 'ground' || project.sizing === 'mean') return power_W * capacityFactor;
  return power_W * capacityFactor * project.sunlitShare * yearlyMean(project.cellAgeing, project.years);
}

function energyOf(project: Project, running_s: number): number {
  const mean_W = project.energyBasis === 'installed' ? project.power_W : deliveredPower_W(project);
  return mean_W * running_s;
}
