import { formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';
import { wrap } from '../layout.ts';
import { massText } from '../number-text.ts';
import type { SatelliteDocument } from './document.ts';

const width = 100;
const margin = 11;
/** Below what a screen shows. */
const shown_K = 0.05;

/** A satellite on one screen: what it gives on its worst day, what holds it back, and what eclipse does to it. */
export function satelliteScreen(found: SatelliteDocument, colour: boolean): string {
  const paint = createColors(colour);
  const { orbit } = found;
  const line = (label: string, text: string) =>
    wrap(text, width - margin).map(
      (part, index) => `${paint.dim((index === 0 ? label : '').padEnd(margin))}${part}`,
    );
  return [
    `${paint.bold(found.satellite)}${found.sized ? ', sized' : ''} at ${formatNumber(orbit.altitude_m / 1e3)} km and ${orbit.inclination_deg.toFixed(1)}°, ${formatNumber(found.age_y)} years old, through ${orbit.year}`,
    '',
    verdict(found, colour),
    '',
    ...line('power', powerText(found)),
    ...line('eclipse', eclipseText(found)),
    ...line('heat', heatText(found)),
    ...line('battery', batteryText(found)),
    ...line('mass', massLine(found)),
    ...line('radiation', radiationText(found)),
  ].join('\n');
}

const celsius = (temperature_K: number): string => `${formatNumber(Math.round(temperature_K - 273.15))} °C`;
const watts = (power_W: number): string => formatQuantity(power_W, 'W');
const percent = (share: number): string => `${formatNumber(100 * share)} %`;

function dateText(found: SatelliteDocument, dayOfYear: number): string {
  return new Date(Date.UTC(found.orbit.year, 0, dayOfYear)).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
}

const words = {
  power: 'the array does not make what full load takes',
  battery: 'the battery does not carry full load through the eclipse',
  heat: 'the radiator is too small for full load',
  dose: 'the chips have collected more dose than was tested',
};

function verdict(found: SatelliteDocument, colour: boolean): string {
  const paint = createColors(colour);
  if (found.limits.length === 0)
    return paint.green(`Full load of ${watts(found.power.nominal_W)} holds on every day.`);
  const first = found.limits.filter(({ limit }) => limit === found.firstLimit);
  const others = found.limits.filter(({ limit }) => limit !== found.firstLimit);
  return [...first, ...others]
    .map(({ limit, firstDay, days, worstDay }) => {
      const when =
        days >= 365
          ? 'on every day'
          : `on ${days} days, first on ${dateText(found, firstDay)} (day ${firstDay})`;
      const first = limit === found.firstLimit ? paint.red('first') : 'also ';
      return `${first}  ${limit}: ${words[limit]}, ${when}; worst on ${dateText(found, worstDay)} (day ${worstDay}).`;
    })
    .join('\n');
}

function powerText({ power, ...found }: SatelliteDocument): string {
  const worst = `${watts(power.toCompute_W)} to chips on the worst day, ${dateText(found as SatelliteDocument, power.worstDay)} (day ${power.worstDay})`;
  return `${worst}, ${watts(power.toComputeMean_W)} over the year, ${watts(power.nominal_W)} nominal. ${arrayText(power)}`;
}

function arrayText({ arrayArea_m2, arrayFullSun_W }: SatelliteDocument['power']): string {
  const array = `The array of ${formatNumber(arrayArea_m2)} m²`;
  return arrayFullSun_W > 0
    ? `${array} gives ${watts(arrayFullSun_W)} in full sun at its terminals.`
    : `${array} gives nothing any more: the dose that the model has for this height has destroyed it.`;
}

function eclipseText(found: SatelliteDocument): string {
  const { eclipse, power } = found;
  if (eclipse.firstDayOfYear === null) return 'none in this year.';
  const season = `${eclipse.daysWithEclipse} days with eclipse, the first ${dateText(found, eclipse.firstDayOfYear)} (day ${eclipse.firstDayOfYear}); up to ${(eclipse.longest_s / 60).toFixed(1)} minutes.`;
  const sun = `Sunlit ${(100 * eclipse.sunlitFraction).toFixed(1)} % of the year, but ${(100 * eclipse.worstSunlitFraction).toFixed(1)} % of its longest night's revolution.`;
  if (power.arrayFullSun_W <= 0) return `${season} ${sun}`;
  const usual = `A calculator with a constant 98 % of sun and no heat gives ${watts(power.constantSun_W)} on every day.`;
  return `${season} ${sun} ${usual}`;
}

function heatText(found: SatelliteDocument): string {
  const { heat } = found;
  const held =
    heat.junction_K > heat.junctionLimit_K + shown_K
      ? ` Throttled below the limit, chips take ${watts(heat.throttledTo_W)}.`
      : '';
  return `junctions would reach ${celsius(heat.junction_K)} at full load (limit ${celsius(heat.junctionLimit_K)}), the radiator ${celsius(heat.radiator_K)}; it carries away ${formatNumber(heat.perPlanform_Wm2)} W/m² of planform, ${formatNumber(heat.perEmittingArea_Wm2)} W/m² of emitting area, from ${formatNumber(heat.radiatorLeft_m2)} of ${formatNumber(heat.radiatorArea_m2)} m².${held}`;
}

function batteryText({ battery }: SatelliteDocument): string {
  if (battery.capacity_Wh === 0) return 'none.';
  return `${formatQuantity(battery.capacity_Wh, 'Wh')} new, ${formatQuantity(battery.capacityLeft_Wh, 'Wh')} left; discharged by ${percent(battery.depthWorst)} at most (limit ${percent(battery.depthLimit)}).`;
}

function massLine({ mass_kg }: SatelliteDocument): string {
  const { total, declared, ...parts } = mass_kg;
  const listed = Object.entries(parts)
    .map(([part, mass]) => `${part} ${massText(mass)}`)
    .join(', ');
  return `${massText(total)}${declared === null ? '' : `, where ${massText(declared)} is given`}: ${listed}.`;
}

/** Where the dose model's table ends. */
const doseTableTop_m = 2000e3;

function radiationText({ radiation, orbit }: SatelliteDocument): string {
  const beyond =
    orbit.altitude_m > doseTableTop_m
      ? ' The table of doses ends at 2,000 km; what is above goes on as it rises there, which is far too much beyond the belts.'
      : '';
  return `${formatNumber(radiation.dose_radPerYear)} rad(Si) a year behind the shielding, ${formatNumber(radiation.corruptionsPerAcceleratorAndYear)} silent corruptions an accelerator and year (one in ${formatQuantity(radiation.inferencesPerCorruption, '').trim()} inferences at one a second); memory irregular after ${formatNumber(radiation.memoryIrregularAfter_y)} years.${beyond}`;
}
