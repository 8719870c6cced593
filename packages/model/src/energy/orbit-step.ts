import type { Interval } from '../time/calendar.ts';
import { grant, rejectHeat } from './grant.ts';
import type { EnergyParams, OrbitHost } from './params.ts';
import { seasonColumn, seasonWidth } from './season.ts';
import type { EnergyIn, EnergyOut } from './wires.ts';

const column = seasonColumn;

/** A month of a shell: its satellites by age, through the season's answers at full load, to what is granted. */
export function stepOrbit(
  params: EnergyParams,
  { season, corruption_perS }: OrbitHost,
  host: number,
  unitsByAge: Float64Array,
  now: EnergyIn,
  out: EnergyOut,
  { index, seconds }: Interval,
): void {
  countByAge(params, host, unitsByAge, now.cohortUnits, index);
  const ages = params.ages.length;
  const first = index * ages * seasonWidth;
  const { values } = season;
  let chips = 0;
  let array = 0;
  let loss = 0;
  let house = 0;
  let environment = 0;
  let byPower = 0;
  let byHeat = 0;
  let junction = values[first + column.junction_K]!;
  let depth = values[first + column.depth]!;
  for (let age = 0; age < ages; age++) {
    const units = unitsByAge[host * ages + age]!;
    if (units === 0) continue;
    const row = first + age * seasonWidth;
    chips += units * values[row + column.chips_W]!;
    array += units * values[row + column.array_W]!;
    loss += units * values[row + column.conversionLoss_W]!;
    house += units * values[row + column.housekeeping_W]!;
    environment += units * values[row + column.environment_W]!;
    byPower += units * values[row + column.heldByPower]!;
    byHeat += units * values[row + column.heldByHeat]!;
    junction = Math.max(junction, values[row + column.junction_K]!);
    depth = Math.max(depth, values[row + column.depth]!);
  }
  // Losses go with what is delivered, by the ratio at full load; the rest of the array's output is not taken.
  const lossRatio = chips + house > 0 ? loss / (chips + house) : 0;
  const available_W = Math.max(0, array / (1 + lossRatio) - house);
  const heatPart = byPower + byHeat > 0 ? byHeat / (byPower + byHeat) : 0;
  const consumers_W = grant(host, available_W, chips, heatPart, now, out);
  out.generated_J[host] = array * seconds;
  out.conversionLoss_J[host] = (consumers_W + house) * lossRatio * seconds;
  out.housekeeping_J[host] = house * seconds;
  out.curtailed_J[host] = Math.max(0, array - (consumers_W + house) * (1 + lossRatio)) * seconds;
  out.lossHeat_J[host] = out.conversionLoss_J[host]! + out.housekeeping_J[host]!;
  out.environmentHeat_J[host] = environment * seconds;
  rejectHeat(host, now, out);
  out.powerPerNewUnit_W[host] = values[first + column.chips_W]!;
  out.sunlitShare[host] = values[first + column.sunlitShare]!;
  out.panelYield_s[host] = season.panelYield_s[index]!;
  out.junctionWorst_K[host] = junction;
  out.junctionLimit_K[host] = params.junctionLimit_K;
  out.batteryDepth[host] = depth;
  out.corruption_perS[host] = corruption_perS;
  out.waterUsed_kg[host] = 0;
}

/** Spreads a host's cohorts over the points of the age axis between which they lie. */
function countByAge(
  params: EnergyParams,
  host: number,
  unitsByAge: Float64Array,
  cohortUnits: Readonly<Float64Array>,
  month: number,
): void {
  const ages = params.ages.length;
  const first = host * ages;
  unitsByAge.fill(0, first, first + ages);
  const cohorts = host * params.months;
  for (let entry = 0; entry <= month; entry++) {
    const units = cohortUnits[cohorts + entry]!;
    if (units === 0) continue;
    const age = month - entry;
    const at = first + params.ageIndex[age]!;
    const share = params.ageShare[age]!;
    unitsByAge[at]! += units * (1 - share);
    unitsByAge[at + 1]! += units * share;
  }
}
