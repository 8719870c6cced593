import type { Interval } from '../time/calendar.ts';
import { grant, tellLimits } from './grant.ts';
import type { EnergyParams, OrbitHost } from './params.ts';
import { seasonColumn, seasonWidth } from './season.ts';
import type { EnergyState } from './state.ts';
import type { EnergyIn, EnergyOut } from './wires.ts';

const column = seasonColumn;

/** What a shell's satellites can do this month at full load: by age, through the season's answers. */
export function openOrbit(
  params: EnergyParams,
  { season, corruption_perS }: OrbitHost,
  host: number,
  state: EnergyState,
  now: EnergyIn,
  out: EnergyOut,
  { index }: Interval,
): void {
  const { unitsByAge } = state;
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
  state.chipsMost_W[host] = chips;
  state.array_W[host] = array;
  const lossRatio = chips + house > 0 ? loss / (chips + house) : 0;
  state.lossRatio[host] = lossRatio;
  state.available_W[host] = Math.max(0, array / (1 + lossRatio) - house);
  state.housekeeping_W[host] = house;
  state.environment_W[host] = environment;
  state.heatPart[host] = byPower + byHeat > 0 ? byHeat / (byPower + byHeat) : 0;
  out.powerPerNewUnit_W[host] = values[first + column.chips_W]!;
  out.sunlitShare[host] = values[first + column.sunlitShare]!;
  out.panelYield_s[host] = season.panelYield_s[index]!;
  out.junctionWorst_K[host] = junction;
  out.batteryDepth[host] = depth;
  out.corruption_perS[host] = corruption_perS;
}

/**
 * What a shell's arrays give to what asks now. Losses go with what is delivered, by the ratio at full load; the rest of
 * the arrays' output is not taken.
 */
export function stepOrbit(
  state: EnergyState,
  host: number,
  now: EnergyIn,
  out: EnergyOut,
  seconds: number,
): void {
  const array_W = state.array_W[host]!;
  const lossRatio = state.lossRatio[host]!;
  const house_W = state.housekeeping_W[host]!;
  const consumers_W = grant(host, state.available_W[host]!, state.chipsMost_W[host]!, now, out);
  out.generated_J[host] = array_W * seconds;
  out.conversionLoss_J[host] = (consumers_W + house_W) * lossRatio * seconds;
  out.curtailed_J[host] = Math.max(0, array_W - (consumers_W + house_W) * (1 + lossRatio)) * seconds;
}

/** What of a shell's month is booked once it is known what was granted. */
export function closeOrbit(
  state: EnergyState,
  host: number,
  now: EnergyIn,
  out: EnergyOut,
  seconds: number,
): void {
  tellLimits(host, state.available_W[host]!, state.heatPart[host]!, now, out);
  out.housekeeping_J[host] = state.housekeeping_W[host]! * seconds;
  out.environmentHeat_J[host] = state.environment_W[host]! * seconds;
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
