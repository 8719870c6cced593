import { discounted_s, levelised } from '../levelised.ts';

/** The year that the calculator counts: 365 days. */
const calculatorYear_s = 8760 * 3600;

/** What McCalip's calculator asks for in orbit. Power is that of the arrays, chips are left out of the satellite. */
export interface OrbitInput {
  readonly power_W: number;
  readonly years: number;
  readonly launch_USDperkg: number;
  readonly satellite_USDperW: number;
  readonly specificPower_Wperkg: number;
  readonly satellitePower_W: number;
  readonly sunlitShare: number;
  /** Share of a cell's output lost each year. */
  readonly ageing: number;
  /** Hardware replaced a year for failed chips, and operations, as shares of hardware. */
  readonly chipFailures: number;
  readonly operations: number;
  readonly engineering_USD: number;
  readonly payload_kg: number;
}

export interface PeerCost {
  readonly total_USD: number;
  readonly USDperW: number;
  readonly USDperMWh: number;
  readonly energy_J: number;
}

export interface OrbitOutput extends PeerCost {
  readonly ageingFactor: number;
  readonly satellites: number;
  readonly mass_kg: number;
  readonly launches: number;
  readonly hardware_USD: number;
  readonly launch_USD: number;
  readonly operations_USD: number;
  readonly chips_USD: number;
}

/** Mean of what is left at the start of each of `years` years. */
export function yearlyMean(loss: number, years: number): number {
  let sum = 0;
  for (let year = 0; year < years; year++) sum += (1 - loss) ** year;
  return sum / years;
}

/** Levelised energy at no cost of capital: a sum over the years divided by energy, as the calculator has it. */
function costOf(
  power_W: number,
  life_s: number,
  atStart_USD: number,
  running_USDperS: number,
  duty: number,
): PeerCost {
  const perJoule = levelised({
    early_USD: 0,
    atStart_USD,
    running_USDperS,
    output_perS: power_W * duty,
    life_s,
    loss_perS: 0,
    wait_s: 0,
    costOfCapital_perS: 0,
  });
  const energy_J = power_W * duty * discounted_s(0, life_s);
  const total_USD = perJoule * energy_J;
  return { total_USD, USDperW: total_USD / power_W, USDperMWh: perJoule * 3.6e9, energy_J };
}

/**
 * McCalip's orbit: so many satellites that the mean over the years, aged and in sunlight, is the power asked for.
 * Its energy is the installed power over all hours.
 */
export function mccalipOrbit(input: OrbitInput): OrbitOutput {
  const ageingFactor = yearlyMean(input.ageing, input.years);
  const satellites = Math.ceil(input.power_W / (ageingFactor * input.sunlitShare) / input.satellitePower_W);
  const mass_kg = (satellites * input.satellitePower_W) / input.specificPower_Wperkg;
  const hardware_USD = satellites * input.satellitePower_W * input.satellite_USDperW;
  const launch_USD = mass_kg * input.launch_USDperkg;
  const life_s = input.years * calculatorYear_s;
  const running = (hardware_USD * (input.operations + input.chipFailures)) / calculatorYear_s;
  const atStart = hardware_USD + launch_USD + input.engineering_USD;
  return {
    ...costOf(input.power_W, life_s, atStart, running, 1),
    ageingFactor,
    satellites,
    mass_kg,
    launches: Math.ceil(mass_kg / input.payload_kg),
    hardware_USD,
    launch_USD,
    operations_USD: hardware_USD * input.operations * input.years,
    chips_USD: hardware_USD * input.chipFailures * input.years,
  };
}

/** What McCalip's calculator asks for on the ground: an own gas plant, no chips. */
export interface GroundInput {
  readonly power_W: number;
  readonly years: number;
  readonly plant_USDperW: number;
  /** Power distribution, cooling, shell, network: per watt of IT load. */
  readonly building_USDperW: number;
  readonly pue: number;
  /** Fuel energy over electrical energy. */
  readonly heatRate: number;
  readonly gas_USDperJ: number;
  readonly capacityFactor: number;
}

/** McCalip's ground. Its energy is what the plant delivers at its capacity factor, not the installed power. */
export function mccalipGround(input: GroundInput): PeerCost {
  const life_s = input.years * calculatorYear_s;
  const building = (input.plant_USDperW * input.pue + input.building_USDperW) * input.power_W;
  const fuel = input.heatRate * input.gas_USDperJ * input.pue * input.power_W * input.capacityFactor;
  return costOf(input.power_W, life_s, building, fuel, input.capacityFactor);
}
