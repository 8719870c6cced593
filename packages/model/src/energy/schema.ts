import { number, type RoomSchema, share } from '../plan/attribute.ts';

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
  },
  collections: {
    satellites: {
      arrayArea_m2: number('Gross area of the solar arrays, one side.', { min: 0 }),
      cellEfficiency: share("Cells' output over sunlight at begin of life and working temperature."),
      packing: share('Cell area over gross array area.'),
      arrayPointing: share('Array output over that of a perfectly pointed, unshaded array.'),
      arrayAgeing_perS: number('Rate at which the array loses output: what is left is exp(−rate · age).', {
        min: 0,
      }),
      distributionEfficiency: share('Power at a consumer over power at array or battery.'),
      batteryCapacity_J: number('Energy of the full battery at begin of life, all of it.', { min: 0 }),
      batteryDepthLimit: share('Deepest discharge that is allowed, over the capacity at that age.'),
      batteryRoundTrip: share('Energy out of the battery over energy in.'),
      batteryAgeing_perS: number('Rate at which the battery loses capacity: exp(−rate · age).', { min: 0 }),
      housekeeping_W: number('Bus, pumps and attitude; links and sensors are asked for apart.', { min: 0 }),
      radiatorArea_m2: number('Planform area of the radiators: both faces radiate.', { min: 0 }),
      radiatorEmissivity: share('Infrared emissivity, and absorptivity, of a face.'),
      radiatorAbsorptivity: share('Solar absorptivity of a face at begin of life.'),
      radiatorDarkening_perS: number('Rise of the solar absorptivity with age, up to 1.', { min: 0 }),
      radiatorFinEfficiency: share(
        "Emission of a panel over that of a panel wholly at its root's temperature.",
      ),
      radiatorLoss_perS: number('Rate at which panels are lost to meteoroids and debris: exp(−rate · age).', {
        min: 0,
      }),
      radiatorSunAngle_rad: number('Mean error of the edge-on attitude to the Sun.', {
        min: 0,
        max: Math.PI / 2,
      }),
      heatCapacity_JperK: number('Heat capacity of radiator, coolant and what is fixed to them.', { min: 0 }),
      coolantRise_K: number("Mean coolant at the chips above the radiator's root at full load.", { min: 0 }),
    },
    sites: {
      panelYield: share(
        'Yield of a fixed panel on the ground over its rated power at 1000 W/m², year round.',
      ),
      waterStress: share('Water withdrawn over renewable supply in the basin.'),
      pue: number('Energy drawn from grid or own plant over energy to the chips.', { min: 1 }),
      supplyLoss: share(
        'Loss in transformers, uninterruptible supplies and rectifiers over energy to the chips; part of the PUE.',
      ),
      outage: share('Share of time in which halls are down for want of power or cooling.'),
      waterPerEnergy_kgperJ: number('Water evaporated on site per energy to the chips.', { min: 0 }),
      coolant_K: number('Coolant at the inlet of the cold plates.', { min: 273.15 }),
    },
  },
} satisfies RoomSchema;

export type EnergySchema = typeof energySchema;
