import { number, type RoomSchema, share, word } from '../plan/attribute.ts';
import { siteWater } from '../plan/shared.ts';
import { doseRows } from './dose-schema.ts';
import { arrayRows, batteryRows, heatRows, massRows, radiationRows } from './satellite-rows.ts';

/** Energy's part of the plan. Areas and W/m² of radiators are of planform: one square metre has two faces. */
export const energySchema = {
  section: {
    earthInfrared_Wperm2: number('Infrared emitted by the Earth, mean over the globe, at its surface.', {
      min: 0,
    }),
    albedo: share('Share of sunlight that the Earth throws back, mean over the globe.'),
    inclinationTolerance_rad: number(
      "A dawn-dusk shell this near the sun-synchronous inclination is taken to keep its local time; farther off it drifts by J2 from the shell's begin.",
      { min: 0 },
    ),
    junctionLimit_K: number(
      'Hottest junction at which chips run at full load; beyond it they are throttled.',
      {
        min: 273.15,
      },
    ),
    packagePower_W: number('Electrical power of one chip package at full load.', { min: 0 }),
    coldPlateResistance_KperW: number("Thermal resistance from a package's junction to its coolant.", {
      min: 0,
    }),
    meteoroidDensity_kgperm3: number('Density of meteoroids that go through walls.', { min: 0 }),
    meteoroidSpeed_mperS: number('Their speed when they hit.', { min: 0 }),
    debrisFactor: number('Holes by debris over holes by meteoroids.', { min: 0 }),
    ...doseRows,
  },
  collections: {
    satellites: { ...arrayRows, ...batteryRows, ...heatRows, ...radiationRows, ...massRows },
    sites: {
      panelYield: share(
        'Yield of a fixed panel on the ground over its rated power at 1000 W/m², year round.',
      ),
      waterStress: share('Water withdrawn over renewable supply in the basin.'),
      supplyLoss: share(
        'Loss in transformers, uninterruptible supplies and rectifiers over energy to the chips; part of the PUE.',
      ),
      outage: share('Share of time in which halls are down for want of power or cooling.'),
      ...siteWater,
      coolant_K: number('Coolant at the inlet of the cold plates.', { min: 273.15 }),
      temperature_K: number('Temperature of the air outside, mean of the year.', { min: 0 }),
      temperatureSwing_K: number('Warmest month above the mean of the year.', { min: 0 }),
      wetBulb_K: number('Wet-bulb temperature outside, mean of the year.', { min: 0 }),
      wetBulbSwing_K: number('Most humid month of it above the mean of the year.', { min: 0 }),
      temperatureScatter_K: number('Scatter of hours about the mean of their month, standard deviation.', {
        min: 0,
      }),
      coolingFree_K: number('Outside air up to which dry coolers alone keep the coolant.', { min: 0 }),
      coolingRise_perK: number('Rise of the PUE for each kelvin of wet bulb.', { min: 0 }),
      supply: word(
        'Who feeds the halls: the `grid`, an own `gas` plant, or `solar` panels with storage.',
        ['grid', 'gas', 'solar'],
        'grid',
      ),
      gasOutage: share('Share of time in which an own gas plant with its spare units fails its load.'),
      gasRating_K: number('Air temperature at which gas turbines are rated.', { min: 0 }),
      gasDerate_perK: number('Share of their power that turbines lose for each kelvin above it.', { min: 0 }),
      gasReserve: share('Power of the gas plant beyond the load of all halls, at the rating.'),
      solarOversize: number("Rated power of the panels over the halls' draw.", { min: 0 }),
      solarStorage_s: number("Storage over the halls' draw.", { min: 0 }),
      solarRoundTrip: share('Energy out of the storage over energy in.'),
    },
  },
} satisfies RoomSchema;

export type EnergySchema = typeof energySchema;
